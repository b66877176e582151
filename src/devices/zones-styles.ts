import { css } from 'lit';

/** Columns of the zone list. */
export const zonesStyles = css`
  [data-column='name'] {
    inline-size: 20%;
  }
  [data-column='records'] {
    inline-size: 5em;
  }
  [data-column='changedAt'] {
    inline-size: 8.75em;
  }
  [data-column='status'] {
    inline-size: 9em;
  }
  [data-column='actions'] {
    inline-size: 13.5em;
  }
  td .badge {
    white-space: normal;
  }
  .ascii {
    display: block;
    font-weight: 400;
  }
`;
