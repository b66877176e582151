import { text } from '../support/mount.js';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** The button that says `name`; of several the first, within `scope` if given. */
export const button = (element: Element, name: string, scope = ''): HTMLButtonElement | undefined =>
  [...element.shadowRoot!.querySelectorAll<HTMLButtonElement>(`${scope} button`)].find((each) => text(each) === name);

/** A field of the open dialog by its name, or by the end of it. */
export const field = (element: Element, name: string): Control | null =>
  element.shadowRoot!.querySelector<Control>(`dialog [name="${name}"], dialog [name$="-${name}"]`);

/** Enters a value as a person does. */
export function type(control: Control, value: string): void {
  control.value = value;
  control.dispatchEvent(new Event('input', { bubbles: true }));
  control.dispatchEvent(new Event('change', { bubbles: true }));
}
