import { css } from 'lit';

/** Lists, questions and checks in the dialogs of a service. */
export const actionsStyles = css`
  dialog :is(p, ul) {
    margin: 0;
  }
  dialog ul {
    padding-inline-start: 1.25em;
    list-style: disc;
  }
  dialog legend {
    margin-block-end: 0.4em;
  }
  dialog .check-field input {
    flex: none;
  }
`;
