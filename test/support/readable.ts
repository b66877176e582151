import type { LitElement } from 'lit';
import { loadTexts } from './modules.js';
import type { Mounted } from './mount.js';
import { afterTask } from './until.js';

/** Container widths at which everything must be readable, in pixels. */
export const widths: readonly number[] = Array.from({ length: 53 }, (_, index) => 240 + index * 20);

export const languages = ['en', 'de', 'cs', 'ar'] as const;

/** Characters of words that are never broken: of ours, of data, of numbers. A longer word has at least `leastOfBroken` on a line. */
const longest = { own: 28, data: 16, number: 13 };
const leastOfBroken = 8;
const own = 'thead, dt, button:not(.link), label, legend, .badge';

const boxes = 'td, th, dd, dt, button, .button, .badge, .chip, label, legend, dialog';
const controls = 'button:not(.link), a.button, input, select, textarea, .badge';
/** What is between two places where a line may end. */
const word = /[^ \t\n\r\u200b\-‐–—?|]+/gu;
const letters = /[\p{L}\p{N}]/u;

interface Piece {
  node: Text;
  words: readonly Word[];
  box: Element | null;
  layer: Element | null;
}

interface Word {
  text: string;
  start: number;
  /** On how many lines it may stand. */
  allowed: number;
}

type Rect = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;

/** A font whose widths are the same on every machine, a little wider than Arial: what fits in it fits in most. */
export async function useTestFont(): Promise<void> {
  if ([...document.fonts].some(({ family }) => family.includes('Portal test'))) return;
  const file = (name: string) => `url(/node_modules/dejavu-fonts-ttf/ttf/${name}.ttf)`;
  const faces = [
    new FontFace('Portal test', file('DejaVuSans'), { weight: '100 500' }),
    new FontFace('Portal test', file('DejaVuSans-Bold'), { weight: '600 900' }),
  ];
  await Promise.all(faces.map(async (face) => document.fonts.add(await face.load())));
}

/** What cannot be read in an element as it is: cut, broken into letters, over something else, or out of its box. */
export class Reader {
  readonly #root: ShadowRoot;
  readonly #pieces: Piece[] = [];
  readonly #controls: readonly { control: Element; layer: Element | null }[];
  readonly #clipped: readonly Element[];
  /** With the room that the words of their choice take. */
  readonly #selects: readonly { select: HTMLSelectElement; room: number }[];

  constructor(private readonly element: HTMLElement) {
    this.#root = element.shadowRoot!;
    // A header is widest while the list is sorted by it.
    for (const header of this.#root.querySelectorAll('th:has(button)[aria-sort]')) header.setAttribute('aria-sort', 'descending');
    const walker = document.createTreeWalker(this.#root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const parent = node.parentElement;
      if (
        !parent ||
        !letters.test(node.data) ||
        parent.closest('.visually-hidden, option, svg, style, script, details:not([open]) > :not(summary)') ||
        shortened(parent)
      )
        continue;
      this.#pieces.push({ node, words: wordsOf(node), box: parent.closest(boxes), layer: layerOf(parent) });
    }
    this.#controls = [...this.#root.querySelectorAll(controls)]
      .filter((each) => !each.closest('.visually-hidden'))
      .map((control) => ({ control, layer: layerOf(control) }));
    this.#selects = [...this.#root.querySelectorAll('select')].map((select) => ({ select, room: roomOf(select) }));
    this.#clipped = [...this.#root.querySelectorAll('*')].filter((each) => {
      const { overflowX, textOverflow } = getComputedStyle(each);
      return (
        overflowX !== 'visible' &&
        textOverflow !== 'ellipsis' &&
        !each.matches('input, select, textarea, svg, svg *, .plot, .visually-hidden')
      );
    });
  }

  /** Each fault as a sentence, at the width the element has now. */
  faults(): string[] {
    const found: string[] = [];
    const { element } = this;
    const bounds = element.getBoundingClientRect();
    if (element.scrollWidth > element.clientWidth + 1)
      found.push(`content is wider than the element, ${element.scrollWidth - element.clientWidth} px`);
    for (const each of this.#clipped) if (each.scrollWidth > each.clientWidth + 1) found.push(`${name(each)} is cut`);
    for (const { select, room } of this.#selects) {
      // Words that are wider than the element cannot but be cut: a select has one line.
      if (select.clientWidth > 0 && select.clientWidth < room && room <= bounds.width - 2)
        found.push(`the choice in ${name(select)} is cut`);
    }
    const seen: { rect: Rect; owner: Element; layer: Element | null; text: string }[] = [];
    for (const { node, words, box, layer } of this.#pieces) {
      range.selectNodeContents(node);
      const rects = [...range.getClientRects()].filter(({ width }) => width > 0);
      if (rects.length === 0) continue;
      if (rects.some(({ top }) => Math.abs(top - rects[0]!.top) > 2)) found.push(...broken(node, words));
      const outer = box?.getBoundingClientRect();
      for (const rect of rects) {
        if (!layer && out(rect, bounds)) found.push(`“${short(node.data)}” is out of the element`);
        else if (outer && out(rect, outer)) found.push(`“${short(node.data)}” is out of its ${name(box!)}`);
        seen.push({ rect: textRect(rect), owner: node.parentElement!, layer, text: `“${short(node.data)}”` });
      }
    }
    for (const { control: each, layer } of this.#controls) {
      const rect = each.getBoundingClientRect();
      if (rect.width === 0) continue;
      if (!layer && out(rect, bounds)) found.push(`${name(each)} is out of the element`);
      seen.push({
        rect: { left: rect.left + 1, right: rect.right - 1, top: rect.top + 1, bottom: rect.bottom - 1 },
        owner: each,
        layer,
        text: name(each),
      });
    }
    seen.sort((one, other) => one.rect.top - other.rect.top);
    seen.forEach((one, index) => {
      for (let next = index + 1; next < seen.length && seen[next]!.rect.top < one.rect.bottom; next++) {
        const other = seen[next]!;
        if (one.rect.left >= other.rect.right || other.rect.left >= one.rect.right || one.layer !== other.layer) continue;
        if (one.owner.contains(other.owner) || other.owner.contains(one.owner)) continue;
        found.push(`${one.text} is over ${other.text}`);
      }
    });
    return found;
  }
}

const canvas = document.createElement('canvas').getContext('2d')!;

/** Of the words of a select's choice, its paddings and its arrow. */
function roomOf(select: HTMLSelectElement): number {
  const { font, paddingInlineStart, paddingInlineEnd, fontSize } = getComputedStyle(select);
  canvas.font = font;
  const words = canvas.measureText(select.selectedOptions[0]?.label ?? '').width;
  return words + parseFloat(paddingInlineStart) + parseFloat(paddingInlineEnd) + parseFloat(fontSize);
}

/** What lies above the rest on purpose. */
function layerOf(element: Element): Element | null {
  for (let each: Element | null = element; each; each = each.parentElement) {
    if (each.matches('dialog, [popover]') || getComputedStyle(each).position === 'sticky') return each;
  }
  return null;
}

/** What is shortened on purpose says so, and is in full elsewhere. */
const shortened = (element: Element | null): boolean =>
  element !== null && (getComputedStyle(element).textOverflow === 'ellipsis' || shortened(element.parentElement));

const out = (inner: Rect, outer: Rect): boolean => inner.left < outer.left - 1 || inner.right > outer.right + 1;

/** Of letters, without the room above and below them. */
function textRect({ left, right, top, bottom }: Rect): Rect {
  const spare = (bottom - top) * 0.2;
  return { left: left + 1, right: right - 1, top: top + spare, bottom: bottom - spare };
}

/** One for all: a page with thousands of ranges is slow to change. */
const range = document.createRange();

function wordsOf(node: Text): Word[] {
  return [...node.data.matchAll(word)].map(({ 0: text, index }) => {
    const kind = node.parentElement!.closest(own) ? 'own' : /\d/.test(text) ? 'number' : 'data';
    return { text, start: index, allowed: text.length > longest[kind] ? Math.ceil(text.length / leastOfBroken) : 1 };
  });
}

/** Words of a text that are broken inside, where nothing allows it. */
function broken(node: Text, words: readonly Word[]): string[] {
  return words.flatMap(({ text, start, allowed }) => {
    range.setStart(node, start);
    range.setEnd(node, start + text.length);
    const rects = range.getClientRects();
    if (rects.length <= allowed) return [];
    const lines = new Set([...rects].filter(({ width }) => width > 0).map(({ top }) => Math.round(top))).size;
    return lines > allowed ? [`“${short(text)}” is broken into ${lines} lines in ${name(node.parentElement!)}`] : [];
  });
}

const short = (text: string): string => {
  const folded = text.replace(/\s+/g, ' ').trim();
  return folded.length > 40 ? `${folded.slice(0, 40)}…` : folded;
};

/** An element, so that it can be found: its tag, class, column. */
function name(element: Element): string {
  const cell = element.closest('[data-label], [data-column], dd, th');
  const label = cell?.getAttribute('data-label') ?? cell?.getAttribute('data-column');
  const classes = [...element.classList].map((each) => `.${each}`).join('');
  return `${element.localName}${classes}${element.getAttribute('name') ? `[name=${element.getAttribute('name')}]` : ''}${label ? ` (${label})` : ''}`;
}

/** Shows an element in a language, with all the texts that it may need. */
async function speak({ element, host, provision }: Mounted<LitElement>, language: string): Promise<void> {
  if (language !== 'en') await loadTexts(language);
  host.dir = language === 'ar' ? 'rtl' : 'ltr';
  provision?.update({ locale: { language, timeZone: 'Europe/Berlin' } });
  // What is loaded already comes by itself, and from one element to the next inside it.
  for (let same = 0, before = ''; same < 3;) {
    await afterTask();
    await element.updateComplete;
    const now = element.shadowRoot!.textContent;
    same = now === before ? same + 1 : 0;
    before = now;
  }
}

interface Manner {
  in?: readonly string[];
  at?: readonly number[];
  /** Letters and words stand as far apart as readers may want them (WCAG 1.4.12): texts are a fifth longer, and words may break. */
  spaced?: boolean;
}

/** Faults of what is mounted in every width and language, each with the widths at which it is. */
export async function unreadable(
  mounted: Mounted<LitElement>,
  { in: those = languages, at = widths, spaced = false }: Manner = {},
): Promise<string[]> {
  const { element, host } = mounted;
  const all: string[] = [];
  await useTestFont();
  Object.assign(host.style, { fontFamily: '"Portal test"', ...(spaced && { letterSpacing: '0.12em', wordSpacing: '0.16em' }) });
  for (const language of those) {
    await speak(mounted, language);
    const reader = new Reader(element);
    const found = new Map<string, number[]>();
    for (const width of at) {
      host.style.inlineSize = `${width}px`;
      const faults = reader.faults().filter((fault) => !spaced || !isBreak(fault));
      for (const fault of new Set(faults)) found.set(fault, [...(found.get(fault) ?? []), width]);
    }
    for (const [fault, where] of found) all.push(`${language}, ${ranges(where)}: ${fault}`);
  }
  return all;
}

const isBreak = (fault: string) => fault.includes(' is broken into ');

/** Widths in which something is, as from–to. */
function ranges(at: readonly number[]): string {
  const parts: [from: number, to: number][] = [];
  for (const width of at) {
    const last = parts.at(-1);
    if (last && width - last[1] === 20) last[1] = width;
    else parts.push([width, width]);
  }
  return `${parts.map(([from, to]) => (from === to ? from : `${from}–${to}`)).join(', ')} px`;
}
