/** Prints text alone, without the page around it. */
export function printText(text: string): void {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  document.body.append(frame);
  const view = frame.contentWindow!;
  const page = view.document.createElement('pre');
  page.textContent = text;
  view.document.body.append(page);
  view.addEventListener('afterprint', () => frame.remove());
  view.print();
}
