import { css, type CSSResultGroup } from 'lit';
import { columnWidths } from '../ui/styles/columns.js';

/** Widths of the columns of a list of services. */
export const listColumnStyles: CSSResultGroup = [
  columnWidths({ number: '6em', type: '8em', price: '12em', next: '12.5em', status: '8.5em' }),
  css`
    td.end,
    .badge {
      white-space: normal;
    }
    .two,
    .subject {
      overflow-wrap: anywhere;
    }
    small {
      display: block;
      font-size: 0.875em;
      font-weight: 400;
    }
    small:empty {
      display: none;
    }
    .reason {
      display: -webkit-box;
      margin-block-start: 0.25em;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 3;
      overflow: hidden;
    }
    .ended {
      margin: 0;
    }
    @container (min-width: 44em) and (max-width: 62em) {
      [data-column='type'],
      [data-cell='type'] {
        display: none;
      }
      [data-column='price'],
      [data-column='next'] {
        inline-size: 8.5em;
      }
      [data-column='status'] {
        inline-size: 7.5em;
      }
    }
  `,
];
