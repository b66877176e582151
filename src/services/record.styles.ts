import { css } from 'lit';

/** One service: its head, its terms, the tables and lists below them. */
export const recordStyles = css`
  section {
    gap: 1.25em;
    overflow-wrap: anywhere;
  }
  .links {
    justify-content: start;
    gap: 0.5em;
  }
  .links > :first-child {
    margin: 0;
  }
  .links > * {
    color: inherit;
    text-align: start;
  }
  .notice {
    margin: 0;
  }
  h3 {
    margin-block: 0 0.5em;
  }
  .below {
    padding-block-start: 1.25em;
    border-block-start: 1px solid var(--_line);
  }
  .below p {
    margin: 0 0 0.75em;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .beneath li,
  .secrets li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 1em;
    padding-block: 0.5em;
    border-block-end: 1px solid var(--_line);
  }
  .below tbody tr:last-child,
  .below tbody tr:last-child > *,
  .below li:last-child {
    border-block-end: 0;
  }
  .beneath li > :first-child,
  .secrets li > :first-child {
    flex: 1 1 14em;
    min-inline-size: 0;
  }
  .beneath .link {
    font-weight: 600;
  }
  li small {
    display: block;
  }
  .depth-2 {
    padding-inline-start: 1.5em;
  }
  .depth-3 {
    padding-inline-start: 3em;
  }
  .depth-4 {
    padding-inline-start: 4.5em;
  }
  .price {
    flex: 0 1 auto;
    min-inline-size: 9em;
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .totals {
    display: grid;
    gap: 0.5em;
    justify-self: end;
    inline-size: min(100%, 30em);
    margin: 0;
    padding: var(--_space) 1em;
    border-radius: var(--_radius);
    background: var(--_hover);
  }
  .totals > div {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 1em;
  }
  .totals dd {
    display: grid;
    margin: 0 0 0 auto;
    margin-inline: auto 0;
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .secret {
    padding: 0.2em 0.6em;
    border: 1px dashed var(--_line);
    border-radius: var(--_radius);
    font-family: ui-monospace, monospace;
    user-select: all;
  }
  .said {
    flex: 1 1 100%;
  }
  .said:empty {
    display: none;
  }
  @container (max-width: 44em) {
    .facts {
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 10.5em), 1fr));
    }
    .head .actions {
      inline-size: 100%;
    }
    .head .actions > * {
      flex: 1 1 auto;
    }
    .price {
      min-inline-size: 0;
      margin-inline-start: auto;
    }
  }
`;
