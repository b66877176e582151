import { css } from 'lit';

/** The dialogs of payment methods. */
export const methodsStyles = css`
  dialog :is(h3, p) {
    margin: 0;
    overflow-wrap: anywhere;
  }
  dialog h3 {
    margin-block-end: 0.4em;
    font-size: 0.875em;
    font-weight: 500;
    color: var(--_muted);
  }
  dialog form.stack {
    gap: 1em;
  }
  dialog footer {
    margin-block-start: 0.5em;
  }
  .method,
  .mandate {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25em;
  }
  .mandate {
    gap: 0.75em;
    padding: 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .mandate h3 {
    margin: 0;
    font-size: 1em;
    font-weight: 600;
    color: inherit;
  }
  .mandate p {
    font-size: 0.9375em;
  }
  .mandate p + p {
    margin-block-start: 0.5em;
  }
  .mandate .check-field {
    font-size: inherit;
    color: inherit;
  }
  .method .badge {
    white-space: normal;
  }
  .method > section {
    gap: 0;
  }
  .mandate .facts {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 14em), 1fr));
  }
  .paid {
    margin: 0;
    padding: 0;
    list-style: none;
    overflow-wrap: anywhere;
  }
  .address {
    white-space: pre-line;
  }
  dialog .check-field {
    align-items: start;
  }
  .check-field > input {
    flex: none;
    margin-block-start: 0.2em;
  }
  .iban input {
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.02em;
  }
`;
