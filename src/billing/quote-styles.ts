import { css } from 'lit';

/** What a quote has besides text and tables: options, forms, questions. */
export const quoteStyles = css`
  .option {
    display: flex;
    gap: 0.6em;
    cursor: pointer;
  }
  .option input {
    flex: none;
    margin-block-start: 0.15em;
  }
  [data-column='taxRate'] {
    inline-size: 4.5em;
  }
  td small {
    display: block;
  }
  .task {
    max-inline-size: 44em;
    padding: 1.25em;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 1.5);
  }
  .task h3,
  .task p {
    margin: 0;
  }
  .task h3 {
    font-size: 1.15em;
  }
  .task h3:focus {
    outline: none;
  }
  .sums {
    display: grid;
    gap: 0.15em;
    margin: 0;
    padding: 0;
    list-style: none;
    font-size: 1.05em;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .sums[aria-busy='true'] {
    opacity: 0.6;
  }
  .task .row {
    align-items: start;
  }
  .task .check-field {
    align-items: start;
    font-size: 1em;
    color: inherit;
  }
  .check-field input {
    flex: none;
    margin-block-start: 0.15em;
  }
  .check-field a {
    display: inline;
  }
  .questions {
    display: grid;
    gap: 1em;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .questions > li {
    padding-inline-start: 0.85em;
    border-inline-start: 2px solid var(--_line);
  }
  .answer {
    margin-block-start: 0.5em;
  }
`;
