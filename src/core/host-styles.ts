import { css } from 'lit';

/** An element is a block that hides itself while it may not be seen, and that its content can measure. */
export const hostStyles = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  :host([hidden]),
  :host([phase='pending']),
  :host([phase='denied']) {
    display: none;
  }
`;
