import { css, type CSSResultGroup } from 'lit';
import { detailStyles } from '../ui/styles/detail.js';

/** The cells and filters of a call list. */
export const listColumnStyles: CSSResultGroup = [
  detailStyles,
  css`
    .party {
      display: inline-grid;
      justify-items: var(--_side, start);
    }
    .under {
      display: none;
    }
    .marks {
      display: block;
    }
    .zone {
      margin: 0;
      font-size: 0.875em;
    }
    .bar .field:has([name='contract']) {
      min-inline-size: 14em;
    }
    .bar .field:has([type='number']) {
      flex-basis: 8em;
    }
  `,
];
