import { css } from 'lit';

/** A list: its table. What its columns need, and cards where they have less, is in `columns.ts`. */
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
    min-block-size: 3.77em;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    table-layout: fixed;
  }
  th,
  td {
    block-size: var(--_row);
    padding: 0.6em 0.5em;
    border-block-end: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
    font-weight: inherit;
    overflow-wrap: anywhere;
  }
  tr > :first-child {
    padding-inline-start: 0;
  }
  tr > :last-child {
    padding-inline-end: 0;
  }
  thead th {
    block-size: auto;
    padding-block: 0.35em;
    font-size: 0.875em;
    font-weight: 500;
    color: var(--_muted);
    vertical-align: bottom;
  }
  thead :is(span, button) {
    display: inline-flex;
    align-items: center;
    min-block-size: 1.75em;
  }
  thead button {
    gap: 0.15em;
    padding: 0;
    border: 0;
    text-align: inherit;
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
  .subject {
    font-weight: 600;
  }
  .end {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  td > .link {
    line-height: 1.75em;
  }
  td > .link:not(:last-child) {
    margin-inline-end: 0.75em;
  }
`;
