import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { measureCode } from './code-size.mjs';
import { root } from './run.mjs';
import { singleImporters } from './single-importers.mjs';

/** Lines of code (without comments and blank lines) in a class's body and of a function; files in a folder. */
export const limits = { class: 150, function: 40, folder: 20 };

/** What was over a limit when the limit came: it may shrink, not grow. `<path> <name>` for classes and functions, the path of a folder. `why` is the reason of what stays over it. */
const knownFile = 'scripts/support/house-known.json';
const read = (path) => readFileSync(join(root, path), 'utf8');

const sourcesOf = (folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .map((file) => `${folder}/${file}`)
    .sort();

const isText = (path) => path.includes('/texts/');
const isGenerated = (path) => /^src\/(define\/|(elements|autoload)\.ts$)/.test(path);
const isElement = (path) => /^src\/\w[\w-]*\/portal-[\w-]+\.ts$/.test(path);
// A migration is history: it lists tables, and is not edited any more.
const isHistory = (path) => path.includes('/migrations/');

/** The classes and functions over their limit: all of src, and the functions of the host. */
function overlong() {
  return ['src', 'host/src', 'host/demo'].flatMap((folder) =>
    sourcesOf(folder)
      .filter((path) => !isText(path) && !isHistory(path))
      .flatMap((path) => measureCode(path, read(path)).map((each) => ({ ...each, path })))
      .filter(({ kind, lines }) => lines > limits[kind] && (folder === 'src' || kind === 'function'))
      .map(({ kind, name, path, line, lines }) => ({
        key: `${path} ${name}`,
        size: lines,
        text: `${path}:${line} the ${kind} ${name} has ${lines} lines of code, more than ${limits[kind]}`,
      })),
  );
}

/** The folders of src and of the host's with more files than are taken in at a glance. */
function overfull() {
  const counts = new Map();
  for (const path of ['src', 'host/src'].flatMap(sourcesOf).filter((each) => !isText(each) && !isGenerated(each))) {
    counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, size]) => size > limits.folder)
    .map(([key, size]) => ({ key, size, text: `${key} has ${size} files, more than ${limits.folder}` }));
}

/** The files of src that exactly one other imports, with that one; apart from tags, texts, what is generated and what is loaded on demand. */
export function importedOnce() {
  const files = new Map(sourcesOf('src').map((path) => [path, read(path)]));
  return [...singleImporters(files)].filter(([path]) => !isElement(path) && !isText(path) && !isGenerated(path));
}

/** All that is over a limit; `known` is the size it had when the limit came. */
export function houseReport() {
  const known = JSON.parse(read(knownFile));
  const over = [...overlong(), ...overfull()].map((each) => ({ ...each, known: known.over[each.key], why: known.why[each.key] }));
  const present = new Set(over.map(({ key }) => key));
  return {
    over,
    once: importedOnce(),
    mostOnce: known.importedOnce,
    /** What is within its limit now, and need not be known any more. */
    mended: Object.keys(known.over).filter((key) => !present.has(key)),
  };
}

/** What is over a limit and was not before. */
export function houseFaults() {
  const { over, once, mostOnce } = houseReport();
  const grown = over
    .filter(({ size, known = 0 }) => size > known)
    .map(({ text, known }) => (known ? `${text}; it had ${known}, and may not grow.` : `${text}.`));
  if (once.length <= mostOnce) return grown;
  return [
    ...grown,
    `${once.length} files of src are imported by exactly one other, more than ${mostOnce}: node scripts/house.mjs lists them.`,
  ];
}
