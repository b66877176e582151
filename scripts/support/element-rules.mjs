import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { measureCode } from './code-size.mjs';
import { elements, misnamed } from './elements.mjs';
import { root } from './run.mjs';

const file = (...path) => join(root, ...path);
const read = (...path) => readFileSync(file(...path), 'utf8');

// It frames what others show, and needs no permission of its own.
const withoutPermission = new Set(['portal-provider']);

/** Lines of code in the body of the gate. */
const gateLines = 50;

const short = (tag) => tag.replace(/^portal-/, '');

function storyText(folder) {
  if (!existsSync(file(folder))) return '';
  return readdirSync(file(folder), { recursive: true })
    .filter((name) => /\.stories\.ts$/.test(name))
    .map((name) => read(folder, name))
    .join('\n');
}

function faultsOf({ tag, path, className, permission }, stories) {
  const needs = [
    [permission || withoutPermission.has(tag), `${path} has no static requires.`],
    [read(path).includes(`'${tag}': ${className};`), `${path} does not name its tag in HTMLElementTagNameMap.`],
    [existsSync(file('test/scenes', `${short(tag)}.ts`)), `test/scenes/${short(tag)}.ts is missing.`],
    [stories.includes(`scenes/${short(tag)}.js`) || stories.includes(`<${tag}`), `No story shows ${tag}.`],
    [existsSync(file('docs/reference', `${tag}.md`)), `docs/reference/${tag}.md is missing: run npm run docs.`],
  ];
  return needs.filter(([met]) => !met).map(([, fault]) => fault);
}

/** The catalogues of all features: the folder and the name of each. */
function catalogues() {
  return readdirSync(file('src'))
    .map((feature) => `src/${feature}/texts`)
    .filter((folder) => existsSync(file(folder)))
    .flatMap((folder) =>
      readdirSync(file(folder))
        .filter((name) => /^[^.]+\.ts$/.test(name))
        .map((name) => ({ folder, name: name.slice(0, -'.ts'.length) })),
    );
}

/** A text is replaced by the name of its catalogue: each has one of its own, the name of its file. */
function misnamedCatalogues(all) {
  return all.flatMap(({ folder, name }) => {
    const path = `${folder}/${name}.ts`;
    const other = all.find((each) => each.name === name);
    if (other.folder !== folder) return [`${path} has the name of ${other.folder}/${name}.ts.`];
    return read(path).includes(`catalogue('${name}'`) ? [] : [`${path} declares a catalogue of another name.`];
  });
}

/** A text without an Arabic letter that has a word in it. */
const latin = /^\s+'?([\w-]+)'?: ['"`](?=[^\u0600-\u06ff\n]*[a-z]{3})[^\u0600-\u06ff\n]*['"`],$/gm;

/** Texts that nobody has translated yet: the Arabic ones tell, in which no sentence looks as the English does. */
function untranslated(all) {
  return all.flatMap(({ folder, name }) => {
    const names = [...read(folder, `${name}.ar.ts`).matchAll(latin)].map(([, key]) => key);
    const same = ['de', 'cs'].filter((language) => read(folder, `${name}.${language}.ts`) === read(folder, `${name}.en.ts`));
    return [
      ...(names.length > 0 ? [`${folder}/${name}.ar.ts is in English still, and the other languages may be: ${names.join(', ')}.`] : []),
      ...same.map((language) => `${folder}/${name}.${language}.ts is in English still.`),
    ];
  });
}

/** The gate does one thing: it stays short. */
function gateFaults() {
  const path = 'src/core/portal-element.ts';
  const { lines } = measureCode(path, read(path)).find(({ kind }) => kind === 'class');
  return lines > gateLines ? [`${path}: the class has ${lines} lines of code, more than ${gateLines}.`] : [];
}

/** Where other modules name what they load later, outside of what is generated, and of the catalogues of a language. */
const sources = () =>
  readdirSync(file('src'), { recursive: true })
    .map((name) => `src/${name}`)
    .filter((path) => /(?<!\.d)\.ts$/.test(path) && !path.includes('/texts/') && path !== 'src/autoload.ts');

const testTexts = (folder = 'test') =>
  readdirSync(file(folder), { recursive: true })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => read(folder, name))
    .join('\n');

// Comparing answers with the contract is for developers alone: nothing is missed where it cannot be loaded (`src/api/answers.ts`).
const missedByNobody = new Set(['src/api/check.ts']);

/** Every module that is loaded later is broken by a test, which sees the sentence and the retry. */
function neverBroken(tests) {
  return sources().flatMap((path) =>
    [...read(path).matchAll(/import\('([^']+)\.js'\)/g)]
      .map(([, target]) => `${posix.join(posix.dirname(path), target)}.ts`)
      .filter((module) => {
        const tag = /^src\/define\/(.+)\.ts$/.exec(module)?.[1];
        const asImported = `/${module.replace(/\.ts$/, '.js')}')`;
        const broken = [`'${module}'`, `elementInDialog('${tag}'`, asImported].some((mention) => tests.includes(mention));
        return !broken && !missedByNobody.has(module);
      })
      .map((module) => `${path} loads ${module} later, and no test breaks it (test/support/broken-imports.ts).`),
  );
}

/** Whatever shows other elements in dialogs keeps them, and what was typed in them, through a lapse of the session; tried with one of them. */
function neverKept() {
  const shows = sources().filter((path) => /elementDialog\(\s*\w/.test(read(path)) && path !== 'src/ui/dialog.ts');
  return shows.flatMap((path) => {
    const [, feature] = path.split('/');
    const tests = testTexts(`test/${feature}`);
    const tags = [...read(path).matchAll(/<(portal-[a-z-]+)[ >]/g)].map(([, tag]) => tag);
    const kept = [...tests.matchAll(/keepsWhatItShows\(.*?^}\);/gms)].map(([call]) => call);
    if (tags.some((tag) => kept.some((call) => call.includes(`tag: '${tag}'`)))) return [];
    return [`${path} shows an element in a dialog, and no test of ${feature} has the session lapse there (test/support/kept-alive.ts).`];
  });
}

/** Forms that read a record again and have tests of their own for it. */
const mergedOtherwise = new Map([
  ['src/notifications/settings-panel.ts', 'a switch that two people have changed is the same in both: there is nothing to choose'],
  ['src/dns/zones/delete-panel.ts', 'the name that is typed confirms, and is no value of the record'],
]);

/** Every form that reads its record again when somebody else was faster loses nothing of what either has typed. */
function neverMerged() {
  const forms = sources().filter((path) => /^\s+reread[:(,]/m.test(read(path)) && !mergedOtherwise.has(path));
  const features = new Set(forms.map((path) => path.split('/')[1]));
  return [...features].flatMap((feature) => {
    const ofFeature = forms.filter((path) => path.split('/')[1] === feature);
    const tested = existsSync(file('test', feature)) ? [...testTexts(`test/${feature}`).matchAll(/^mergesThreeWays</gm)].length : 0;
    if (tested >= ofFeature.length) return [];
    const known = `${tested} ${tested === 1 ? 'test has' : 'tests have'} somebody else be faster there (test/support/three-way.ts).`;
    return [`${ofFeature.join(', ')}: a record is read again and merged, and ${known}`];
  });
}

/** What an element lacks to be one: each is gated, typed by its tag, and has scenes, a story and a reference page. */
export function elementFaults() {
  const stories = storyText('stories');
  const tests = testTexts();
  const all = catalogues();
  return [
    ...neverBroken(tests),
    ...neverKept(),
    ...neverMerged(),
    ...gateFaults(),
    ...misnamedCatalogues(all),
    ...untranslated(all),
    ...misnamed(),
    ...elements().flatMap((element) => faultsOf(element, stories)),
  ];
}
