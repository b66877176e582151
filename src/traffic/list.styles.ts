import { css, type CSSResultGroup } from 'lit';

/** Columns of traffic by address, and the bar beside a share. */
export const listColumnStyles: CSSResultGroup = [
  css`
    .label-of {
      display: inline-grid;
      justify-items: var(--_side, start);
    }
    .unattributed .subject {
      font-weight: 400;
      font-style: italic;
    }
    .unattributed {
      color: var(--_muted);
    }
    .unattributed,
    :where(.unattributed) :is(td, th) {
      border-block-start: 1px dashed var(--_muted);
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
      overflow-wrap: anywhere;
      font-size: 0.875em;
    }
  `,
];
