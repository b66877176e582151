import { ContextRoot } from '@lit/context';
import { warnOnce } from './warn.js';

const rooted = Symbol.for('portal-elements.context-root');

/** Hands requests of elements that were there before their provider to the provider when it comes. */
function attachContextRoot(): void {
  const page = document as Document & { [rooted]?: boolean };
  if (page[rooted]) return;
  page[rooted] = true;
  // Above any provider, also one on the root element; the type asks for an element, the events for any target.
  new ContextRoot().attach(document as unknown as HTMLElement);
}

/** Registers a tag. Where the tag is taken the first registration stays; does nothing without a DOM. */
export function define(tag: string, element: CustomElementConstructor): void {
  if (typeof document === 'undefined' || typeof customElements === 'undefined') return;
  attachContextRoot();
  const present = customElements.get(tag);
  if (!present) customElements.define(tag, element);
  else if (present !== element)
    warnOnce(`<${tag}> was already defined, by another copy of this library or by other code; the first one stays.`);
}
