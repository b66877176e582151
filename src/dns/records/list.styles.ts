import { css, type CSSResultGroup } from 'lit';

/** Columns of the record list, values one a line, and rows with staged changes. */
export const recordsStyles: CSSResultGroup = [
  css`
    td .actions {
      display: flex;
      flex-wrap: wrap;
      gap: 0 0.75em;
    }
    td.end small {
      display: block;
    }
    .values {
      display: grid;
      gap: 0.2em;
      min-inline-size: 0;
      text-align: start;
    }
    summary {
      word-break: break-all;
      cursor: pointer;
    }
    details[open] summary {
      opacity: 0.6;
    }
    .off bdi,
    .gone bdi {
      text-decoration: line-through;
      text-decoration-color: var(--_muted);
    }
    .staged {
      background: var(--_hover);
    }
  `,
];
