import { css } from 'lit';

/** An element is a block that hides itself while it may not be seen. */
export const hostStyles = css`
  :host {
    display: block;
  }
  :host([hidden]),
  :host([phase='pending']),
  :host([phase='denied']) {
    display: none;
  }
`;
