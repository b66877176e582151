import { css, type CSSResultGroup } from 'lit';

/** The cells of a list of contracts. */
export const listColumnStyles: CSSResultGroup = [
  css`
    .status {
      display: inline-grid;
      justify-items: var(--_side, start);
      gap: 0.15em;
    }
    .ended {
      margin: 0;
    }
  `,
];
