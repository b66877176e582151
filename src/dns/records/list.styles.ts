import { css, type CSSResultGroup } from 'lit';
import { columnWidths } from '../../ui/styles/columns.js';

/** Columns of the record list, values one a line, and rows with staged changes. */
export const recordsStyles: CSSResultGroup = [
  columnWidths({ name: '18%', type: '5.5em', ttl: '6.5em', changedAt: '8.75em', actions: '13.5em' }),
  css`
    td .actions {
      gap: 0 0.75em;
    }
    td.end {
      white-space: normal;
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
