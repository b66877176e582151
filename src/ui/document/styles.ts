import { css } from 'lit';

/** An order and a quote in full: head, text, table, sums. */
export const documentStyles = css`
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space);
  }
  h3 {
    margin-block: 1em 0;
  }
  .text,
  .steps p {
    margin: 0;
    max-inline-size: 46em;
    overflow-wrap: anywhere;
  }
  p > bdi {
    white-space: pre-line;
  }
  section > .facts {
    margin-block-start: 0.5em;
  }
  th small {
    display: block;
    font-weight: 400;
  }
  [aria-busy='true'] tbody:only-of-type {
    opacity: 1;
  }
  dialog form > p {
    margin: 0;
  }
  .period-totals {
    justify-self: end;
    inline-size: min(100%, 36em);
  }
  .period-totals[aria-busy='true'] tbody {
    opacity: 0.6;
  }
  .strong {
    font-weight: 600;
  }
  .notice :is(h2, h3, p):focus {
    outline: none;
  }
  @container (max-width: 44em) {
    .head .primary {
      flex: 1 1 100%;
    }
  }
`;
