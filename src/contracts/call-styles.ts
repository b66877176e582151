import { css, type CSSResultGroup } from 'lit';
import { detailStyles } from '../ui/styles/detail.js';

/** Widths of the columns of a call list; where they get tight the destination moves under the number called. */
export const callStyles: CSSResultGroup = [
  detailStyles,
  css`
    [data-column='time'] {
      inline-size: 13em;
    }
    [data-column='direction'] {
      inline-size: 6.5em;
    }
    [data-column='duration'] {
      inline-size: 5em;
    }
    [data-column='result'] {
      inline-size: 8em;
    }
    [data-column='cost'] {
      inline-size: 6.5em;
    }
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
    audio {
      display: block;
      inline-size: 100%;
      margin-block-end: var(--_space);
    }
    .legs {
      margin-block-start: 1.5em;
    }
    .legs summary {
      font-weight: 600;
      cursor: pointer;
    }
    .legs ol {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    .legs li {
      display: grid;
      grid-template-columns: 12em 1fr 4em minmax(6.5em, max-content);
      align-items: start;
      gap: 0.25em var(--_space);
      padding-block: 0.6em;
      border-block-start: 1px solid var(--_line);
    }
    .legs li > .badge {
      justify-self: start;
    }
    .arrow::before {
      content: '→';
      margin-inline: 0.35em;
      color: var(--_muted);
    }
    .arrow:dir(rtl)::before {
      content: '←';
    }
    .files {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    .files + p {
      margin-block: 0.75em 0;
    }
    .files li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 0.5em var(--_space);
      padding-block: 0.75em;
      border-block-start: 1px solid var(--_line);
    }
    .files small {
      display: block;
    }
    dialog > div > p.muted {
      margin-block: 0 1em;
    }
    @container (max-width: 36em) {
      .legs li {
        grid-template-columns: 1fr auto;
      }
      .legs li > :nth-child(-n + 2) {
        grid-column: 1 / -1;
      }
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
