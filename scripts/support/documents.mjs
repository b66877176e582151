import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { root } from './run.mjs';

const sources = ['bench', 'docs', 'host', 'openapi', 'scripts', 'src', 'stories', 'test'];

/** The feature that CONTRIBUTING shows how to add. */
const imagined = 'src/racks/';

const read = (file) => readFileSync(join(root, file), 'utf8');

/** What people have written to be read; a changelog names what is gone. */
const documents = () =>
  ['.', 'docs', 'docs/decisions']
    .flatMap((folder) => readdirSync(join(root, folder)).map((name) => posix.join(folder, name)))
    .filter((file) => file.endsWith('.md') && file !== 'CHANGELOG.md');

/** A folder with all that is in it; folders end with a slash. */
function pathsIn(folder) {
  const inside = readdirSync(join(root, folder), { withFileTypes: true }).filter(({ name }) => name !== 'node_modules');
  return [`${folder}/`, ...inside.flatMap((each) => (each.isDirectory() ? pathsIn(`${folder}/${each.name}`) : [`${folder}/${each.name}`]))];
}

/** A path as documents write it: a folder with or without a slash; `<feature>`, `*` and `…` stand for anything, `portal-x` for any tag, `{a,b}` for one of these. */
function pattern(path) {
  const source = path
    .replace(/[.()[\]+?^$|\\]/g, '\\$&')
    .replace(/\{([^}]*)\}/g, (_, names) => `(?:${names.replaceAll(',', '|')})`)
    .replace(/<[^>]*>|\*+|…|(?<=portal-)x\b/g, '.*');
  return new RegExp(`^${source}/?$`);
}

const namedPath = new RegExp(`\`((?:${sources.join('|')})/[^\`\\s]*)\``, 'g');

/** The paths of sources that a document names and that are not there. */
function missingPaths(file, paths) {
  const named = [...read(file).matchAll(namedPath)].map(([, path]) => path).filter((path) => !path.startsWith(imagined));
  return named
    .filter((path) => !paths.some((each) => pattern(path).test(each)))
    .map((path) => `${file} names ${path}, which is not there.`);
}

/** GitHub's name of a heading in an address. */
const anchor = (heading) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

/** The links of a document to files or headings that are not there. */
function brokenLinks(file) {
  const links = [...read(file).matchAll(/\]\(([^):]*)\)/g)].map(([, link]) => link);
  return links
    .filter((link) => !leadsSomewhere(file, ...link.split('#')))
    .map((link) => `${file} has a link to ${link}, which is not there.`);
}

function leadsSomewhere(file, path, heading) {
  const target = path ? posix.join(posix.dirname(file), path) : file;
  if (!existsSync(join(root, target))) return false;
  return heading === undefined || [...read(target).matchAll(/^#+ (.*)$/gm)].some(([, each]) => anchor(each) === heading);
}

/** The npm scripts that a document names and that package.json does not have. */
function missingScripts(file) {
  const { scripts } = JSON.parse(read('package.json'));
  const named = [...read(file).matchAll(/`npm run ([\w:-]+)/g)].map(([, name]) => name);
  return named.filter((name) => !Object.hasOwn(scripts, name)).map((name) => `${file} names npm run ${name}, which is not there.`);
}

/** What README, CONTRIBUTING and the pages of `docs` name, or link to, that is not there. */
export function documentFaults() {
  const paths = sources.flatMap(pathsIn);
  return documents().flatMap((file) => [...missingPaths(file, paths), ...brokenLinks(file), ...missingScripts(file)]);
}
