import { css, type CSSResult } from 'lit';
import { detailStyles } from '../ui/styles/detail.js';
import { formStyles } from '../ui/styles/form.js';

const ownStyles = css`
  fieldset.visitor {
    padding-block-end: var(--_space);
    border-block-end: 1px solid var(--_line);
  }
  .pass {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--_space) 1.5em;
    align-items: start;
  }
  .pass > :nth-child(n + 3) {
    grid-column: 1 / -1;
  }
  .pass-code {
    display: grid;
    justify-items: center;
    gap: 0.25em;
  }
  .pass-code .qr {
    inline-size: 9em;
    border-radius: var(--_radius);
  }
  .pass-code strong {
    font-size: 1.25em;
    letter-spacing: 0.05em;
  }
  .pass ul {
    margin: 0;
    padding-inline-start: 1.25em;
  }
  .pass h3 {
    margin-block: 0.5em 0.25em;
  }
  @container (max-width: 34em) {
    .pass {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;

/** Forms, details and passes in the dialogs of accesses and visits. */
export const dialogStyles: readonly CSSResult[] = [detailStyles, formStyles, ownStyles];
