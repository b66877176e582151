import { css, type LitElement } from 'lit';
import { formStyles } from '../ui/styles/form.js';

const dialogStyles = css`
  dialog :is(p, ul) {
    margin: 0;
  }
  dialog ul {
    padding-inline-start: 1.25em;
    list-style: disc;
  }
  dialog legend {
    margin-block-end: 0.4em;
  }
  dialog .check-field input {
    flex: none;
  }
`;

/** Gives an element the styles of these dialogs, which only they need. */
export function adoptServiceDialogStyles({ renderRoot }: LitElement): void {
  (renderRoot as ShadowRoot).adoptedStyleSheets.push(...[formStyles, dialogStyles].map((style) => style.styleSheet!));
}
