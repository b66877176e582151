import { css, type CSSResultGroup } from 'lit';

/** The cells of a list of services. */
export const listColumnStyles: CSSResultGroup = [
  css`
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
      margin-block-start: 0.25em;
    }
    .ended {
      margin: 0;
    }
  `,
];
