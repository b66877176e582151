import { css } from 'lit';

/** Forms: stacked fields, rows of fields. */
export const formStyles = css`
  form.stack {
    display: grid;
    gap: var(--_space);
  }
  .row {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 9em), 1fr));
    gap: var(--_space);
  }
  .check-field {
    display: flex;
    align-items: center;
    gap: 0.5em;
    min-block-size: 1.75em;
  }
`;
