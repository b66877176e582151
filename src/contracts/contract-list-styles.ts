import { css } from 'lit';

/** Widths of the columns of a list of contracts. */
export const contractListStyles = css`
  [data-column='number'] {
    inline-size: 6.5em;
  }
  [data-column='kind'] {
    inline-size: 10em;
  }
  [data-column='since'] {
    inline-size: 8em;
  }
  [data-column='price'] {
    inline-size: 12em;
  }
  [data-column='status'] {
    inline-size: 11em;
  }
  td.end {
    white-space: normal;
  }
  .badge {
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
  @container (min-width: 44em) and (max-width: 62em) {
    [data-column='since'],
    [data-cell='since'] {
      display: none;
    }
    [data-column='kind'],
    [data-column='price'] {
      inline-size: 7.5em;
    }
  }
  @container (max-width: 44em) {
    .status {
      justify-items: end;
    }
  }
`;
