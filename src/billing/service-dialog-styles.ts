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
  dialog fieldset {
    display: grid;
    gap: 0.35em;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  dialog legend {
    padding: 0;
    margin-block-end: 0.4em;
    font-weight: 600;
  }
  dialog .check-field input {
    flex: none;
  }
`;

/** Gives an element the styles of these dialogs, which only they need. */
export function adoptServiceDialogStyles({ renderRoot }: LitElement): void {
  (renderRoot as ShadowRoot).adoptedStyleSheets.push(...[formStyles, dialogStyles].map((style) => style.styleSheet!));
}
