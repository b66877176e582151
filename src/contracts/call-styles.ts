import { css, type CSSResultGroup } from 'lit';
import { detailStyles } from '../ui/styles/detail.js';

/** Widths of the columns of a call list, and names above numbers. */
export const callStyles: CSSResultGroup = [
  detailStyles,
  css`
    [data-column='time'] {
      inline-size: 11em;
    }
    [data-column='direction'] {
      inline-size: 6.5em;
    }
    [data-column='duration'] {
      inline-size: 5.5em;
    }
    [data-column='result'] {
      inline-size: 8em;
    }
    [data-column='cost'] {
      inline-size: 7em;
    }
    .party {
      display: inline-grid;
    }
    .zone {
      margin: 0;
      font-size: 0.875em;
    }
  `,
];
