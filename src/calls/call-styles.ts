import { css, type CSSResultGroup } from 'lit';
import { columnWidths } from '../ui/styles/columns.js';
import { detailStyles } from '../ui/styles/detail.js';

/** Widths of the columns of a call list; where they get tight the destination moves under the number called. */
export const callStyles: CSSResultGroup = [
  detailStyles,
  columnWidths({ time: '13em', direction: '6.5em', duration: '5em', result: '8em', cost: '6.5em' }),
  css`
    .party {
      display: inline-grid;
      justify-items: start;
    }
    .party small {
      white-space: nowrap;
    }
    .badge,
    .end .muted {
      white-space: normal;
    }
    .under {
      display: none;
    }
    .marks {
      display: block;
      white-space: nowrap;
    }
    .zone {
      margin: 0;
      font-size: 0.875em;
    }
    .bar .field:has([name='contract']) {
      flex-basis: 14em;
    }
    .bar .field:has([type='number']) {
      flex-basis: 8em;
    }
    @container (min-width: 44em) and (max-width: 62em) {
      [data-column='time'] {
        inline-size: 8.75em;
      }
      [data-column='cost'] {
        inline-size: 6em;
      }
      [data-column='result'] {
        inline-size: 7.5em;
      }
      [data-column='destination'],
      [data-cell='destination'] {
        display: none;
      }
      .under {
        display: block;
      }
    }
    @container (max-width: 44em) {
      .party {
        justify-items: end;
      }
    }
  `,
];
