/** A dialog begins at its first field, or the first that needs another look, not at its cross; for `ref` on the dialog's body. */
export function focusFirst(body: Element | undefined): void {
  if (!body || body.hasAttribute('data-begun')) return;
  body.setAttribute('data-begun', '');
  const focus = () => {
    const first = ['[aria-invalid="true"]', 'input:not([type="file"]), textarea, select', 'button'];
    const place = first.map((selector) => body.querySelector<HTMLElement>(selector)).find(Boolean);
    place?.focus({ preventScroll: true });
  };
  requestAnimationFrame(focus);
}
