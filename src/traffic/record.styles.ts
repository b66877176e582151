import { css, type CSSResultGroup } from 'lit';
import { chartStyles } from '../ui/styles/chart.js';
import { tableStyles } from '../ui/styles/columns.js';
import { detailStyles } from '../ui/styles/detail.js';
import { listStyles } from '../ui/styles/list.js';
import { printStyles } from '../ui/styles/print.js';
import { sharedStyles } from '../ui/styles/shared.js';
import { toolStyles } from '../ui/styles/tools.js';

/** Figures beside what is included; the choice of a period is wide enough for its days. */
export const recordStyles: CSSResultGroup = [
  sharedStyles,
  toolStyles,
  detailStyles,
  listStyles,
  chartStyles,
  printStyles,
  tableStyles('chart-table', 8, 8, 8, 8),
  css`
    .traffic {
      gap: calc(var(--_space) * 2);
    }
    .bar .contract {
      flex-basis: 16em;
    }
    .bar .period {
      flex-basis: 19.5em;
    }
    a.button {
      color: inherit;
    }
    .summary {
      gap: 0.5em 2.5em;
    }
    .summary dd {
      font-size: 1.5em;
      line-height: 1.25;
    }
    .halves {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 22em), 1fr));
      align-items: start;
      gap: calc(var(--_space) * 2);
    }
    .halves .facts {
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 9.5em), 1fr));
    }
    .facts dd {
      display: grid;
    }
    .plan {
      display: grid;
      gap: 0.6em;
      padding: var(--_space) calc(var(--_space) * 1.25) calc(var(--_space) * 1.25);
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
    }
    .plan > * {
      margin: 0;
    }
    .used {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 0.25em 1em;
    }
    .plan .muted,
    .provenance,
    details {
      font-size: 0.875em;
    }
    details {
      margin-block-start: var(--_space);
    }
    details p {
      max-inline-size: 46em;
      margin-block: 0.5em 0;
    }
    summary {
      inline-size: fit-content;
      padding-block: 0.25em;
      cursor: pointer;
    }
    .provenance {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25em 1.75em;
      margin: 0;
      overflow-wrap: anywhere;
    }
    .meter {
      display: block;
      inline-size: 100%;
      block-size: 0.75em;
      border-radius: 0.375em;
    }
    .meter:dir(rtl) {
      transform: scaleX(-1);
    }
    .track {
      fill: var(--_line);
    }
    .ahead {
      fill: color-mix(in srgb, var(--_accent) 35%, transparent);
    }
    .fill {
      fill: var(--_accent);
    }
    .over {
      fill: var(--_on-danger);
    }
    .mark {
      fill: var(--_on-surface);
    }
    .span {
      max-inline-size: 12em;
    }
    @container (max-width: 44em) {
      .summary dd {
        font-size: 1.25em;
      }
    }
  `,
];
