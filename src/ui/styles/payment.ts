import { css } from 'lit';

/** Amounts to be paid, their sum, and the receipt. */
export const paymentStyles = css`
  section[part='receipt'] {
    display: grid;
  }
  form.stack,
  section[part='receipt'] {
    gap: 1.25em;
    max-inline-size: 44em;
  }
  .amounts {
    display: grid;
  }
  .amounts > div {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 15em);
    align-items: start;
    gap: 0.25em 1em;
    padding-block: 0.75em;
    border-block-end: 1px solid var(--_line);
  }
  .amounts > div:first-child {
    padding-block-start: 0;
  }
  .what {
    display: grid;
    overflow-wrap: anywhere;
  }
  .amounts input {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .totals {
    display: grid;
    gap: 0.4em;
    margin: 0;
  }
  .totals > div {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 1em;
  }
  .totals dt {
    overflow-wrap: anywhere;
  }
  .totals dd {
    margin: 0;
    margin-inline-start: auto;
    font-variant-numeric: tabular-nums;
    text-align: end;
    overflow-wrap: anywhere;
  }
  .strong {
    font-weight: 600;
  }
  [part='total'] dd {
    font-size: 1.25em;
  }
  [part='receipt'] .strong {
    padding-block-start: 0.4em;
    border-block-start: 1px solid var(--_line);
  }
  h3,
  p {
    margin: 0;
  }
  .how {
    display: grid;
    gap: 0.5em;
  }
  button.primary {
    justify-self: end;
    min-inline-size: 10em;
  }
  @container (max-width: 34em) {
    .amounts > div {
      grid-template-columns: minmax(0, 1fr);
    }
    button.primary {
      justify-self: stretch;
    }
  }
`;
