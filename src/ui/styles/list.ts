import { css } from 'lit';

/** A list: its table, and the cards its rows become in a narrow container. */
export const listStyles = css`
  :host {
    container-type: inline-size;
  }
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space);
  }
  td.more {
    padding: 0;
    border: 0;
  }
  .bar {
    display: flex;
    min-block-size: 3.77em;
    flex-wrap: wrap;
    align-items: end;
    justify-content: space-between;
    gap: var(--_space);
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    table-layout: fixed;
  }
  th,
  td {
    padding: 0.6em 0.5em;
    border-block-end: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
    font-weight: inherit;
    overflow-wrap: anywhere;
  }
  tbody :is(td, th) {
    block-size: var(--_row);
  }
  th:first-child,
  td:first-child {
    padding-inline-start: 0;
  }
  th:last-child,
  td:last-child {
    padding-inline-end: 0;
  }
  thead th {
    padding-block: 0.35em;
    font-size: 0.875em;
    font-weight: 500;
    color: var(--_muted);
    overflow-wrap: normal;
    vertical-align: bottom;
  }
  thead span:not(.visually-hidden) {
    display: inline-flex;
    align-items: center;
    min-block-size: 1.75em;
  }
  thead button {
    min-block-size: 1.75em;
    padding: 0 0.15em;
    margin-inline: -0.15em;
    border: 0;
    font-weight: inherit;
    text-align: start;
  }
  [aria-sort$='ing'] button {
    color: var(--_on-surface);
    font-weight: 600;
  }
  [aria-sort$='ing'] button::after {
    content: '↓';
  }
  [aria-sort='ascending'] button::after {
    content: '↑';
  }
  tbody tr:hover {
    background: var(--_hover);
  }
  .subject {
    font-weight: 600;
  }
  .end {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  td.end {
    white-space: nowrap;
  }
  td > .link + .link {
    margin-inline-start: 0.75em;
  }
  .check {
    inline-size: 2em;
  }
  [aria-busy='true'] tbody:only-of-type {
    opacity: 0.6;
  }
  @container (max-width: 44em) {
    thead {
      display: none;
    }
    table,
    tbody {
      display: block;
    }
    tr {
      position: relative;
      display: block;
      padding-block: 0.75em;
      border-block-end: 1px solid var(--_line);
    }
    td,
    tbody th {
      display: flex;
      justify-content: end;
      gap: 0 1em;
      padding: 0.15em 0;
      border: 0;
    }
    tbody :is(td, th) {
      block-size: auto;
    }
    td:empty {
      display: none;
    }
    td[data-label]::before {
      content: attr(data-label);
      flex: none;
      margin-inline-end: auto;
      color: var(--_muted);
      font-weight: 400;
    }
    td.end,
    td {
      text-align: end;
      white-space: normal;
    }
    td > .link + .link {
      margin: 0;
    }
    tbody th {
      display: block;
      font-size: 1.05em;
      padding-inline-end: 2.5em;
    }
    .check {
      position: absolute;
      inset-block-start: 0.85em;
      inset-inline-end: 0;
      inline-size: auto;
    }
  }
`;
