import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../support/run.mjs';
import { key, literal, sentence } from './names.mjs';

export const languages = ['en', 'de', 'cs', 'ar'];

/** Catalogues of one folder or several, by language and then by path. */
async function load(paths) {
  const contents = paths.map((path, index) => `export { default as c${index} } from ${literal(path)};`).join('\n');
  const { outputFiles } = await build({ stdin: { contents, resolveDir: root, loader: 'ts' }, bundle: true, format: 'esm', write: false });
  const modules = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
  return paths.map((_, index) => modules[`c${index}`]);
}

/** Every catalogue of the library: folder and name. */
function catalogues() {
  return readdirSync(join(root, 'src'))
    .map((feature) => join(root, 'src', feature, 'texts'))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((file) => file.endsWith('.en.ts'))
        .map((file) => join(folder, file.slice(0, -'.en.ts'.length))),
    );
}

/** The texts that the library has already, by their English words: the same in the other languages. */
async function dictionary() {
  const all = catalogues();
  const loaded = await load(all.flatMap((path) => languages.map((language) => `${path}.${language}.ts`)));
  const known = new Map();
  for (let index = 0; index < all.length; index += 1) {
    const [english, ...others] = loaded.slice(index * languages.length, (index + 1) * languages.length);
    for (const [name, text] of Object.entries(english)) {
      if (typeof text !== 'string' || known.has(text)) continue;
      const translated = others.map((texts) => texts[name]);
      // Words that were left as they are in Arabic are names, which another text may use otherwise.
      if (translated.every((each) => typeof each === 'string') && /[\u0600-\u06FF]/.test(translated[2])) known.set(text, translated);
    }
  }
  return known;
}

/**
 * The catalogues of an element, by language: what its template says, really translated, and the names of its fields, translated
 * where the library says the same elsewhere. `untranslated` are the English words that are nowhere yet.
 */
export async function textsOf({ template, source, fields, title }) {
  const folder = join(root, 'scripts/create/templates/src/samples/texts');
  const [own, known] = await Promise.all([load(languages.map((language) => `${join(folder, template)}.${language}.ts`)), dictionary()]);
  const isUsed = (name) => source.includes(`'${name}'`);
  const fixed = Object.keys(own[0]).filter((name) => name !== 'caption' && !name.startsWith('sample') && isUsed(name));
  const texts = new Map(fixed.map((name) => [name, own.map((each) => each[name])]));
  if (isUsed('searchIn'))
    texts.set(
      'searchIn',
      own.map((each) => each.sampleSearch),
    );
  const untranslated = new Set();
  const say = (name, english) => {
    const others = known.get(english);
    if (!others) untranslated.add(english);
    texts.set(name, [english, ...(others ?? [english, english, english])]);
  };
  if (isUsed('caption')) say('caption', title);
  for (const { name, choices = [], labelled } of fields) {
    if (isUsed(name)) say(name, sentence(name));
    if (!labelled) for (const choice of choices) say(`${name}-${choice}`, sentence(String(choice)));
  }
  const file = (index) =>
    `export default {\n${[...texts].map(([name, all]) => `  ${key(name)}: ${literal(all[index])},`).join('\n')}\n};\n`;
  return { files: Object.fromEntries(languages.map((language, index) => [language, file(index)])), untranslated: [...untranslated] };
}
