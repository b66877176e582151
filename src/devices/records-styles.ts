import { css } from 'lit';

/** Columns of the record list, values one a line, and rows with staged changes. */
export const recordsStyles = css`
  [data-column='name'] {
    inline-size: 18%;
  }
  [data-column='type'] {
    inline-size: 5.5em;
  }
  [data-column='ttl'] {
    inline-size: 6.5em;
  }
  [data-column='changedAt'] {
    inline-size: 8.75em;
  }
  [data-column='actions'] {
    inline-size: 13.5em;
  }
  td .actions {
    gap: 0 0.75em;
  }
  td.end {
    white-space: normal;
  }
  td.end small {
    display: block;
  }
  .values {
    display: grid;
    gap: 0.2em;
    min-inline-size: 0;
    text-align: start;
  }
  summary {
    word-break: break-all;
    cursor: pointer;
  }
  details[open] summary {
    opacity: 0.6;
  }
  .off bdi,
  .gone bdi {
    text-decoration: line-through;
    text-decoration-color: var(--_muted);
  }
  .staged {
    background: var(--_hover);
  }
`;
