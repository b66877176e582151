import { css, type CSSResultGroup } from 'lit';

/** Columns of the zone list. */
export const zonesStyles: CSSResultGroup = [
  css`
    .ascii {
      display: block;
      font-weight: 400;
    }
  `,
];
