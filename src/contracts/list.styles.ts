import { css, type CSSResultGroup } from 'lit';
import { columnWidths } from '../ui/styles/columns.js';

/** Widths of the columns of a list of contracts. */
export const listColumnStyles: CSSResultGroup = [
  columnWidths({ number: '6.5em', kind: '10em', since: '8em', price: '12em', status: '11em' }),
  css`
    td.end {
      white-space: normal;
    }
    .badge {
      white-space: normal;
    }
    .status {
      display: inline-grid;
      justify-items: start;
      gap: 0.15em;
    }
    .ended {
      margin: 0;
    }
    @container (min-width: 44em) and (max-width: 62em) {
      [data-column='since'],
      [data-cell='since'] {
        display: none;
      }
      [data-column='kind'],
      [data-column='price'] {
        inline-size: 7.5em;
      }
    }
    @container (max-width: 44em) {
      .status {
        justify-items: end;
      }
    }
  `,
];
