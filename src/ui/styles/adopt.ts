import type { CSSResult, LitElement } from 'lit';
import { adoptStyles } from '../../core/adopt-styles.js';

export { adoptStyles };

/** What is imported to show an element's data, together with how that looks. */
interface Views {
  styles: readonly CSSResult[];
}

/** Gives an element the styles of what was imported for it, and hands the import on. */
export async function dressed<Imported extends Views>(host: LitElement, imported: Promise<Imported>): Promise<Imported> {
  const views = await imported;
  adoptStyles(host, ...views.styles);
  return views;
}
