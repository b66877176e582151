import type { LitElement } from 'lit';
import type { Mounted } from './mount.js';
import { unreadable } from './readable.js';

/** Of A4 within the margins that browsers leave, in pixels. */
const a4 = 718;
const onScreenOnly = '[part="toolbar"], [part="pager"], nav, button:not(.link, thead button), .button, .check';

/** Whether the element shows a list or a record, which people print. */
export const isPrinted = ({ shadowRoot }: LitElement): boolean => !!shadowRoot!.querySelector('table, [part="facts"]');

const seen = (element: Element): boolean => element.checkVisibility();

/** Whether a cell says something, and does not only offer it. */
function isToBeRead(cell: HTMLTableCellElement): boolean {
  if (cell.closest('table')!.tHead?.rows[0]?.cells[cell.cellIndex]?.querySelector('.visually-hidden')) return false;
  const copy = cell.cloneNode(true) as Element;
  for (const way of copy.querySelectorAll('button, a')) way.remove();
  return copy.textContent.trim() !== '';
}

/** What is wrong with what is mounted when it is printed: its styles for paper are made to hold here. */
export async function faultsOnPaper(mounted: Mounted<LitElement>): Promise<string[]> {
  const root = mounted.element.shadowRoot!;
  const rules = root.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules]);
  const forPaper = rules.filter((rule) => rule instanceof CSSMediaRule && rule.media.mediaText === 'print');
  if (forPaper.length === 0) return ['there are no styles for paper'];
  const cells = [...root.querySelectorAll<HTMLTableCellElement>('tbody :is(td, th)')].filter((each) => seen(each) && isToBeRead(each));
  const paper = new CSSStyleSheet();
  paper.replaceSync(forPaper.map(({ cssText }) => cssText.replace('@media print', '@media all')).join('\n'));
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, paper];
  return [
    ...cells.filter((each) => !seen(each)).map((each) => `${each.outerHTML.slice(0, 80)} is not printed`),
    ...[...root.querySelectorAll(onScreenOnly)].filter(seen).map((each) => `${each.outerHTML.slice(0, 80)} is printed`),
    ...[...root.querySelectorAll('*')].filter((each) => seen(each) && isPale(each)).map((each) => `${each.outerHTML.slice(0, 80)} is pale`),
    ...[...root.querySelectorAll('thead')].filter((each) => getComputedStyle(each).display === 'block').map(() => 'a head is not repeated'),
    ...(await unreadable(mounted, { at: [a4] })),
  ];
}

/** Whether it is text that can hardly be read on white. */
function isPale(element: Element): boolean {
  if (element instanceof SVGElement || ![...element.childNodes].some((node) => node instanceof Text && node.data.trim())) return false;
  const { color } = getComputedStyle(element);
  const [red = 0, green = 0, blue = 0] = (/[\d.]+.*/.exec(color)?.[0].match(/[\d.]+/g) ?? []).map(Number);
  return (red + green + blue) / (color.startsWith('rgb') ? 255 : 1) > 1.5;
}
