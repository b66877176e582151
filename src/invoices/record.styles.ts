import { css } from 'lit';

/** The document in full: its head, its addresses, its tables and sums. */
export const recordStyles = css`
  .head {
    margin-block-end: 0.5em;
  }
  .head h2 {
    flex-basis: auto;
  }
  .party {
    display: grid;
    justify-items: start;
  }
  .party bdi:first-child {
    font-weight: 600;
  }
  section > .facts + .facts {
    margin-block-start: 0.5em;
  }
  section {
    gap: 0.5em;
  }
  h3 {
    margin-block: 1.25em 0;
  }
  th small {
    display: block;
    font-weight: 400;
  }
  .totals {
    display: grid;
    gap: 0.25em;
    justify-self: end;
    inline-size: min(100%, 24em);
    margin: 0.75em 0 0;
  }
  .totals > div {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 1em;
  }
  .totals dd {
    margin: 0;
    margin-inline-start: auto;
    font-variant-numeric: tabular-nums;
    text-align: end;
    overflow-wrap: anywhere;
  }
  .strong {
    padding-block-start: 0.3em;
    border-block-start: 1px solid var(--_line);
    font-weight: 600;
  }
  .related {
    display: grid;
    gap: 0.25em;
    margin: 0;
    padding: 0;
    list-style: none;
    overflow-wrap: anywhere;
  }
  details {
    margin-block-start: 0.75em;
  }
  summary {
    min-block-size: 1.75em;
    font-weight: 600;
    cursor: pointer;
  }
  .notice + .facts {
    margin-block-start: 0.5em;
  }
  .notice ul {
    margin-block: 0.25em 0;
    padding-inline-start: 1.25em;
  }
  fieldset {
    gap: 0.15em;
  }
  legend {
    font-weight: 400;
    font-size: 0.875em;
    color: var(--_muted);
  }
  form.stack {
    max-inline-size: 44em;
  }
  .note {
    margin: 0;
    max-inline-size: 46em;
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  @container (max-width: 44em) {
    .facts {
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 10.5em), 1fr));
    }
    .head .primary {
      flex: 1 1 100%;
    }
  }
`;
