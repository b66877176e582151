import type { CSSResult } from 'lit';

/** Prints a copy of an element alone, without the page around it, in styles of its own. */
export function printView(content: Element, { title, language }: { title: string; language: string }, styles: CSSResult): void {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  document.body.append(frame);
  const view = frame.contentWindow as Window & typeof globalThis;
  const page = view.document;
  page.title = title;
  page.documentElement.lang = language;
  page.documentElement.dir = getComputedStyle(content).direction;
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(styles.cssText);
  page.adoptedStyleSheets = [sheet];
  page.body.append(page.importNode(content, true));
  view.addEventListener('afterprint', () => frame.remove());
  view.print();
}
