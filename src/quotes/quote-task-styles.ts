import { css } from 'lit';

/** The form in which a quote is accepted, declined or asked about. */
export const quoteTaskStyles = css`
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
`;
