import { css, type CSSResultGroup } from 'lit';
import { columnWidths } from '../ui/styles/columns.js';

/** Columns of traffic by address, and the bar beside a share. */
export const listColumnStyles: CSSResultGroup = [
  columnWidths({ address: '25%', in: '12.5%', out: '12.5%', sum: '12.5%', share: '9%' }),
  css`
    .label-of {
      display: inline-grid;
      justify-items: start;
    }
    .unattributed .subject {
      font-weight: 400;
      font-style: italic;
    }
    .unattributed :is(td, th) {
      border-block-start: 1px dashed var(--_muted);
      color: var(--_muted);
    }
    .share {
      display: block;
      inline-size: 100%;
      min-inline-size: 4em;
      min-block-size: 0;
      block-size: 0.3em;
      margin-block-start: 0.3em;
      border-radius: 0.15em;
    }
    .share:dir(rtl) {
      transform: scaleX(-1);
    }
    .unattributed small {
      color: inherit;
    }
    .steps-bar {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 0.5em var(--_space);
      margin-block: 1em 0.25em;
    }
    .steps-bar h3 {
      margin: 0;
    }
    .steps .share {
      margin-block-start: 0.6em;
    }
    .facts dd span {
      display: block;
    }
    .track {
      fill: var(--_line);
    }
    .fill {
      fill: var(--_accent);
    }
    .bar .contract {
      flex-basis: 16em;
    }
    .bar .period {
      flex-basis: 19.5em;
    }
    .provenance {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25em 1.75em;
      margin: 0;
      font-size: 0.875em;
    }
    @container (max-width: 44em) {
      .label-of {
        justify-items: end;
      }
      .unattributed {
        border-block-start: 1px dashed var(--_muted);
      }
      .unattributed :is(td, th) {
        border: 0;
      }
    }
  `,
];
