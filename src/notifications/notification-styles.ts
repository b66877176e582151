import { css } from 'lit';

/** The table of who gets which mail. */
export const notificationStyles = css`
  tbody th strong {
    font-weight: 600;
  }
  .stack {
    display: grid;
    gap: calc(var(--_space) * 1.25);
  }
  thead th:first-child {
    inline-size: 24%;
  }
  th small {
    display: block;
  }
  :is(thead th, td):not(:first-child) {
    text-align: center;
  }
  .choice {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-block-size: 1.75em;
    min-inline-size: 1.75em;
    border-radius: var(--_radius);
    cursor: pointer;
  }
  .changed {
    padding-inline: 0.35em;
    box-shadow: 0 0 0 2px var(--_on-warning);
  }
  .fixed {
    display: inline-flex;
    flex-wrap: wrap;
    justify-content: center;
    align-items: center;
    gap: 0 0.5em;
    min-block-size: 1.75em;
    font-size: 0.875em;
  }
  td > * + * {
    margin-block-start: 0.25em;
  }
  .several td > * {
    display: flex;
    justify-content: start;
  }
  .several :is(thead th, td):not(:first-child) {
    text-align: start;
  }
  .reasons {
    display: grid;
    gap: 0.25em;
    margin: 0;
    padding: 0;
    list-style: none;
    font-size: 0.875em;
  }
  .save {
    position: sticky;
    inset-block-end: 0;
    z-index: 1;
  }
  @container (max-width: 44em) {
    :is(thead th, td):not(:first-child) {
      text-align: end;
    }
    td {
      flex-wrap: wrap;
      align-items: center;
      min-block-size: 2em;
    }
    td > * + * {
      margin: 0;
    }
    .choice {
      justify-content: end;
    }
    tbody th {
      padding-block-end: 0.35em;
    }
  }
`;
