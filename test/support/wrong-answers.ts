import { expect } from '@open-wc/testing';
import type { LitElement } from 'lit';
// What compares is there before the first answer, so that what it says comes before what is shown.
import '../../src/api/check.js';
import type { Shape } from '../../src/api/check.js';
import { unchecked } from '../../src/api/answers.js';
import { shapes } from '../../src/api/shapes.js';
import type { Scene, Scenes } from '../scenes/scene.js';
import { mount, settled, until } from './mount.js';

type Path = readonly (string | number)[];

/** A value of an answer that can be wrong. */
interface Place {
  path: Path;
  shape: Shape;
  optional: boolean;
  nullable: boolean;
}

/** What is put in its place, `undefined`: it is taken out; `asItIs`: it stays. */
type Wrong = (place: Place) => unknown;
const asItIs = Symbol();

const isLeaf = ({ shape }: Place) => typeof shape === 'string';
const isList = (shape: Shape): shape is readonly [item: Shape, orNull?: null] => Array.isArray(shape);

/** Each of another type, so that the console hears of each. */
const wrongs: Record<string, Wrong> = {
  missing: ({ path }) => (typeof path.at(-1) === 'number' ? asItIs : undefined),
  null: () => null,
  'of another type': ({ shape }) => (isList(shape) ? { 0: 'x' } : typeof shape === 'string' ? {} : []),
  'a word': ({ shape }) => (shape === 'text' || shape === 'key' ? asItIs : '01.11.2026'),
};

/** Whether the contract allows it. */
const isWrong = (value: unknown, { optional, nullable }: Place) => (value === undefined ? !optional : value !== null || !nullable);

/** Every value beneath a value; of a list, those of its first item. */
function* placesIn(value: unknown, shape: Shape, path: Path): Generator<Place> {
  if (isList(shape)) {
    if (Array.isArray(value) && value.length > 0) {
      const [inner, orNull] = shape;
      if (typeof inner !== 'string') yield { path: [...path, 0], shape: inner, optional: false, nullable: orNull === null };
      yield* placesIn(value[0], inner, [...path, 0]);
    }
    return;
  }
  if (typeof shape === 'string' || typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(shape)) {
    const name = key.replace(/[?~]+$/, '');
    if (name === '*' || !Object.hasOwn(value, name)) continue;
    yield { path: [...path, name], shape: inner, optional: key.includes('?'), nullable: key.endsWith('~') };
    yield* placesIn((value as Record<string, unknown>)[name], inner, [...path, name]);
  }
}

function put(body: unknown, path: Path, value: unknown): void {
  const name = path.at(-1)!;
  const holder = path.slice(0, -1).reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], body) as Record<string, unknown>;
  if (value === undefined) delete holder[name];
  else holder[name] = value;
}

const written = (path: Path) =>
  path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`))
    .join('')
    .replace(/^\./, '');

/** The operation of the contract behind a request. */
function operationOf(request: Request): string | undefined {
  const path = new URL(request.url).pathname.replace('/api/v1', '');
  const fits = (operation: string) => {
    const [method, template = ''] = operation.split(' ');
    return method === request.method && new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`).test(path);
  };
  const found = Object.keys(shapes).filter(fits);
  return found.find((operation) => !operation.includes('{')) ?? found[0];
}

/** Texts and names that a person can read, see or hear, with those of elements inside. */
function* saidBy(root: Element | ShadowRoot): Generator<string> {
  for (const element of root.querySelectorAll('*')) {
    if (element.matches('style')) continue;
    for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) yield node.textContent ?? '';
    for (const { name, value } of element.attributes) if (/^(aria-label|title|alt|placeholder|href|value|label)$/.test(name)) yield value;
    if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) yield element.value;
    if (element.shadowRoot) yield* saidBy(element.shadowRoot);
  }
}

const nonsense = /\bundefined\b|\bnull\b|\bNaN\b|\[object |invalid date/i;

/** Listens to what goes wrong on the page. */
function listen(): { told: string[]; failed: string[]; stop: () => void } {
  const told: string[] = [];
  const failed: string[] = [];
  const { warn, error } = console;
  console.warn = (message: unknown, cause?: unknown) =>
    void (cause ? failed : told).push(`${String(message)} ${cause instanceof Error ? cause.stack : ''}`);
  console.error = (...all: unknown[]) => void failed.push(all.map(String).join(' '));
  const onError = (event: ErrorEvent | PromiseRejectionEvent) => {
    const cause: unknown = 'reason' in event ? event.reason : event.error;
    failed.push(`uncaught: ${cause instanceof Error ? cause.stack : String(cause)}`);
    event.preventDefault();
  };
  addEventListener('error', onError);
  addEventListener('unhandledrejection', onError);
  const stop = () => {
    Object.assign(console, { warn, error });
    removeEventListener('error', onError);
    removeEventListener('unhandledrejection', onError);
  };
  return { told, failed, stop };
}

/** The JSON answers that a scene asks for, by operation. */
async function answersOf(scene: Scene): Promise<Map<string, unknown>> {
  const answers = new Map<string, unknown>();
  const { element } = await mount<LitElement>(scene, (request, body) => {
    const operation = operationOf(request);
    if (operation) answers.set(operation, structuredClone(body));
    return body;
  });
  await settled(element, scene.phase ?? 'ready');
  element.remove();
  return answers;
}

/** Places that do not lie in each other, so that all can be wrong at once: values in turn, and what holds values level by level. */
function* batches(places: readonly Place[]): Generator<Place[]> {
  const leaves = places.filter(isLeaf);
  yield* [0, 1].map((turn) => leaves.filter((_, index) => index % 2 === turn));
  const holders = places.filter((place) => !isLeaf(place));
  for (const depth of new Set(holders.map(({ path }) => path.length))) yield holders.filter(({ path }) => path.length === depth);
}

/** One mount in which some values of one answer are wrong; what is not as promised. */
async function tryOne(scene: Scene, operation: string, batch: readonly Place[], wrong: Wrong): Promise<string[]> {
  const page = listen();
  try {
    const faults = batch.map((place) => ({ place, value: wrong(place) }));
    let expected: string[] | undefined;
    const named = (each: string) => page.told.some((message) => message.includes(each));
    const { element } = await mount<LitElement>(scene, (request, body) => {
      if (operationOf(request) !== operation) return body;
      expected = faults.filter(({ place, value }) => isWrong(value, place)).map(({ place }) => `${operation}: ${written(place.path)} is `);
      for (const { place, value } of faults) put(body, place.path, value);
      return body;
    });
    await until(() => /^(ready|error|empty|no-match)$/.test(element.getAttribute('phase') ?? ''));
    await element.updateComplete;
    // What an element inside asks for comes later; what is never named is told below, not waited for.
    for (let frame = 0; frame < 300 && !expected?.every(named); frame++) await new Promise(requestAnimationFrame);
    const said = [...saidBy(element.shadowRoot!)].filter((each) => nonsense.test(each));
    element.remove();
    return [
      ...page.failed,
      ...(expected ?? []).filter((each) => !named(each)).map((each) => `not named: ${each}`),
      ...said.map((each) => `shown: ${each.trim()}`),
    ];
  } finally {
    page.stop();
  }
}

/** The same answer shown as it came, as the first of a page is, and compared only then. */
async function tryLate(scene: Scene, operation: string, batch: readonly Place[], wrong: Wrong): Promise<string[]> {
  const page = listen();
  const { push } = unchecked;
  try {
    unchecked.push = Array.prototype.push;
    const { element } = await mount<LitElement>(scene, (request, body) => {
      if (operationOf(request) === operation) for (const place of batch) put(body, place.path, wrong(place));
      return body;
    });
    const atRest = () => /^(ready|error|empty|no-match)$/.test(element.getAttribute('phase') ?? '');
    await until(atRest);
    for (const answer of unchecked.splice(0)) {
      try {
        push(answer);
      } catch {
        // What cannot be read has been shown as what cannot be shown.
      }
      answer.mended();
    }
    await element.updateComplete;
    await until(atRest);
    const said = [...saidBy(element.shadowRoot!)].filter((each) => nonsense.test(each));
    element.remove();
    const rendering = /^portal-elements: <[a-z-]+> could not be rendered/;
    return [...page.failed.filter((each) => !rendering.test(each)), ...said.map((each) => `shown: ${each.trim()}`)];
  } finally {
    unchecked.push = push;
    page.stop();
  }
}

/** What is not as promised when one answer after the other is wrong. */
async function tryAll(
  attempt: typeof tryOne,
  scene: Scene,
  answers: ReadonlyMap<string, unknown>,
  wrong: Wrong,
  isMeant: (operation: string, place: Place) => boolean = () => true,
): Promise<string[]> {
  const found: string[] = [];
  for (const [operation, answer] of answers) {
    const places = [...placesIn(answer, shapes[operation]!, [])].filter((place) => isMeant(operation, place));
    for (const batch of batches(places)) {
      const faults = batch.filter((place) => wrong(place) !== asItIs);
      if (faults.length === 0) continue;
      const names = faults.map(({ path }) => written(path)).join(', ');
      found.push(...(await attempt(scene, operation, faults, wrong)).map((each) => `${names}: ${each}`));
    }
  }
  return found;
}

/** Scenes whose answers hold no more than those of the default one, or none that is shown. */
const ofEveryElement = new Set([
  'default', 'loading', 'empty', 'error', 'denied', 'refused', 'filtered', 'readOnly', 'longText', 'manyRows', 'narrow', 'rightToLeft', 'dark',
]); // prettier-ignore

/** Wrong values in what only one of the other scenes has in its answers. */
async function tryOthers(scenes: readonly [name: string, scene: Scene][], ofDefault: ReadonlyMap<string, unknown>): Promise<string[]> {
  const known = new Set<string>();
  const meet = (answers: ReadonlyMap<string, unknown>) => {
    const met = [...answers].flatMap(([operation, answer]) =>
      [...placesIn(answer, shapes[operation]!, [])].map(({ path }) => `${operation} ${written(path)}`),
    );
    const isNew = met.some((each) => !known.has(each));
    return { isNew, remember: () => met.forEach((each) => known.add(each)) };
  };
  meet(ofDefault).remember();
  const found: string[] = [];
  for (const [name, scene] of scenes) {
    const all = await answersOf(scene);
    // What comes late may or may not have been seen in a scene.
    const answers = new Map([...all].filter(([operation]) => ofDefault.has(operation)));
    const { isNew, remember } = meet(answers);
    if (!isNew) continue;
    const isMeant = (operation: string, { path }: Place) => !known.has(`${operation} ${written(path)}`);
    for (const wrong of [wrongs['missing']!, wrongs['of another type']!])
      found.push(...(await tryAll(tryOne, scene, answers, wrong, isMeant)).map((each) => `${name}: ${each}`));
    remember();
  }
  return found;
}

/** One wrong value in an answer never makes an element blank, is never shown as nonsense, and is named on the console. */
export function survivesWrongAnswers(scenes: Scenes): void {
  const scene = scenes.default;
  let answers: Promise<Map<string, unknown>> | undefined;
  for (const [name, wrong] of Object.entries(wrongs)) {
    it(`shows the rest, and names the place, when values of an answer are ${name}`, async () => {
      expect(await tryAll(tryOne, scene, await (answers ??= answersOf(scene)), wrong)).to.deep.equal([]);
    });
  }

  it('shows the rest as well when an answer with missing values has been rendered as it came', async () => {
    expect(await tryAll(tryLate, scene, await (answers ??= answersOf(scene)), wrongs['missing']!)).to.deep.equal([]);
  });

  const others = Object.entries<Scene>(scenes).filter(([name, { phase = 'ready' }]) => !ofEveryElement.has(name) && phase === 'ready');
  if (others.length === 0) return;
  it('shows the rest, and names the place, also where only another scene has the values', async () => {
    expect(await tryOthers(others, await (answers ??= answersOf(scene)))).to.deep.equal([]);
  });
}
