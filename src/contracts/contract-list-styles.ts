import { css } from 'lit';

/** Widths of the columns of a list of contracts. */
export const contractListStyles = css`
  [data-column='number'] {
    inline-size: 6em;
  }
  [data-column='since'] {
    inline-size: 8em;
  }
  [data-column='kind'] {
    inline-size: 9em;
  }
  [data-column='price'],
  [data-column='status'] {
    inline-size: 10.5em;
  }
  td.end {
    white-space: normal;
  }
  .status {
    display: inline-grid;
    justify-items: start;
    gap: 0.15em;
  }
  .ended {
    margin: 0;
  }
  @container (max-width: 44em) {
    .status {
      justify-items: end;
    }
  }
`;
