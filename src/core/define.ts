import { warnOnce } from './warn.js';

/** Registers a tag. Where the tag is taken the first registration stays; does nothing without a DOM. */
export function define(tag: string, element: CustomElementConstructor): void {
  if (typeof document === 'undefined' || typeof customElements === 'undefined') return;
  const present = customElements.get(tag);
  if (!present) customElements.define(tag, element);
  else if (present !== element) warnOnce(`<${tag}> is defined already, by another copy of this library or other code; the first stays.`);
}
