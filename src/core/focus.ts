/** The focused element, however deep in shadow roots. */
export function focused(): HTMLElement | undefined {
  let active: Element | null | undefined = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active instanceof HTMLElement ? active : undefined;
}

/** Moves the focus out of `element`, to the nearest place around it, before what it holds disappears. */
export function releaseFocus(element: HTMLElement): void {
  if (!element.matches(':focus, :focus-within')) return;
  const place = element.parentElement ?? document.body;
  const borrowed = !place.hasAttribute('tabindex');
  if (borrowed) place.setAttribute('tabindex', '-1');
  place.focus({ preventScroll: true });
  if (borrowed) place.addEventListener('blur', () => place.removeAttribute('tabindex'), { once: true });
}
