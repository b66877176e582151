import { css } from 'lit';

/** Forms: stacked fields, rows of fields. */
export const formStyles = css`
  form.stack {
    display: grid;
    gap: var(--_space);
  }
  form.stack > p {
    margin: 0;
  }
  .row {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 9em), 1fr));
    align-items: start;
    gap: var(--_space);
  }
  :where(fieldset) {
    display: grid;
    gap: 0.35em;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  :where(legend) {
    padding: 0;
    font-weight: 600;
  }
  .check-field {
    display: flex;
    align-items: center;
    gap: 0.5em;
    min-block-size: 1.75em;
  }
  .check-field > input {
    flex: none;
  }
`;
