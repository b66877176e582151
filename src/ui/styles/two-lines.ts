import { css, type CSSResult } from 'lit';

/** Cells of a list with a second, quieter line: `<span class="two">the first <small>the second</small></span>`. */
export const twoLineStyles: CSSResult = css`
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
`;
