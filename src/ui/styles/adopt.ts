import type { CSSResult, LitElement } from 'lit';

/** Gives an element, each once, styles that are loaded with what needs them. */
export function adoptStyles({ renderRoot }: LitElement, ...styles: readonly CSSResult[]): void {
  const root = renderRoot as ShadowRoot;
  root.adoptedStyleSheets = [...new Set([...root.adoptedStyleSheets, ...styles.map(({ styleSheet }) => styleSheet!)])];
}

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
