/** Saves text as a file. */
export function downloadText(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has taken its own reference by then.
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

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
