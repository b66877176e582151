import type { CSSResult, LitElement } from 'lit';

/** Gives an element, each once, styles that are loaded with what needs them. */
export function adoptStyles({ renderRoot }: LitElement, ...styles: readonly CSSResult[]): void {
  const root = renderRoot as ShadowRoot;
  root.adoptedStyleSheets = [...new Set([...root.adoptedStyleSheets, ...styles.map(({ styleSheet }) => styleSheet!)])];
}
