import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readManifest } from './facts.mjs';
import { root } from './run.mjs';

const read = (path) => readFileSync(join(root, path), 'utf8');

const within = (folder, ending) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((file) => file.endsWith(ending))
    .map((file) => `${folder}/${file}`);

const startOfTag = /<(portal-[a-z0-9-]+)(?=[\s/>])/g;
const attribute = /\s*([^\s"'{}<>/=]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|\{(?:[^{}]|\{[^{}]*\})*\}|[^\s"'<>]+))?/y;

/** Every tag of an element in a text of HTML, JSX or a template, with the names of its attributes and its line. */
export function tagsIn(text) {
  return [...text.matchAll(startOfTag)].map(({ 0: start, 1: tag, index }) => {
    const attributes = [];
    attribute.lastIndex = index + start.length;
    for (let found; (found = attribute.exec(text));) attributes.push(found[1]);
    return { tag, attributes, line: text.slice(0, index).split('\n').length };
  });
}

/** What any element of a page may have. */
const ofHtml = /^(class|className|id|slot|lang|dir|hidden|style|title|part|role|key|ref|tabindex|aria-.*|data-.*)$/;

/** How frameworks write that something is a property, an attribute or an event. */
const camel = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
const plain = (name) => name.replace(/^(prop:|attr:|bool:|bind:|on:|on(?=portal-)|[:@.([#]+)/, '').replace(/(\.prop|[)\]])$/, '');

/** The names that a tag may have in a page's HTML, and besides in examples for frameworks. */
function namesOf({ attributes = [], members = [], events = [] }) {
  const inHtml = new Set(attributes.map(({ name }) => name));
  const inExamples = new Set([...inHtml, ...members.map(({ name }) => name), ...events.map(({ name }) => name)]);
  return { inHtml, inExamples };
}

function usageFaults(path, elements) {
  const isPage = path.endsWith('.html');
  return tagsIn(read(path)).flatMap(({ tag, attributes, line }) => {
    const element = elements.get(tag);
    if (!element) return [`${path}:${line} There is no ${tag}.`];
    const { inHtml, inExamples } = namesOf(element);
    const isKnown = (name) =>
      ofHtml.test(name) || (isPage ? inHtml.has(name) : inExamples.has(plain(name)) || inExamples.has(camel(plain(name))));
    return attributes.filter((name) => !isKnown(name)).map((name) => `${path}:${line} ${tag} has no ${name}.`);
  });
}

/** Every `--portal-…` that styles read, with the values that stand in for it. */
function tokensRead() {
  const tokens = new Map();
  for (const path of within('src', '.ts')) {
    for (const [, name, value] of read(path).matchAll(/var\((--portal-[a-z-]+), (.*?)\);$/gm)) {
      tokens.set(name, [...(tokens.get(name) ?? []), value.replaceAll('--_', '--portal-')]);
    }
  }
  return tokens;
}

function tokenFaults(base) {
  const used = tokensRead();
  const told = new Map((base.cssProperties ?? []).map((token) => [token.name, token.default]));
  const untold = [...used.keys()]
    .filter((name) => !told.has(name))
    .map((name) => `${base.name} has no @cssproperty ${name}, which styles read.`);
  const wrong = [...told].flatMap(([name, value]) => {
    if (!used.has(name)) return [`${base.name} has a @cssproperty ${name}, which no style reads.`];
    return used.get(name).includes(value) ? [] : [`${base.name} says that ${name} is ${value}; styles say ${used.get(name).join(' or ')}.`];
  });
  return [...untold, ...wrong];
}

const sourceOf = (module) => module.replace(/^dist\//, 'src/').replace(/\.js$/, '.ts');

/** Events are typed for `addEventListener` in the file that documents them, or with the base, so that they are wherever the element is. */
function eventFaults({ path, declaration: { events = [] } }, base) {
  const texts = [path, base.path].map((module) => read(sourceOf(module)));
  return events
    .filter(({ inheritedFrom }) => !inheritedFrom)
    .filter(({ name, type }) => !texts.some((text) => text.includes(`'${name}': ${type?.text};`)))
    .map(({ name, type }) => `${sourceOf(path)} does not declare '${name}': ${type?.text} in GlobalEventHandlersEventMap.`);
}

/** Where the manifest and what pages, examples, styles and types say differ. */
export async function publicApiFaults() {
  const { modules } = await readManifest();
  const all = modules.flatMap(({ path, declarations = [] }) => declarations.map((declaration) => ({ path, declaration })));
  const elements = new Map(
    all.filter(({ declaration }) => declaration.tagName).map(({ declaration }) => [declaration.tagName, declaration]),
  );
  const base = all.find(({ declaration }) => declaration.name === 'PortalElement');
  const pages = [...within('host/site', '.html'), ...within('docs', '.md'), 'README.md', 'CONTRIBUTING.md'];
  return [
    ...pages.flatMap((path) => usageFaults(path, elements)),
    ...tokenFaults(base.declaration),
    ...all.flatMap((each) => eventFaults(each, base)),
  ];
}
