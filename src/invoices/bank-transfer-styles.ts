import { css } from 'lit';

/** QR codes for banking apps beside the details of the transfer. */
export const bankTransferStyles = css`
  .transfer {
    display: flex;
    flex-wrap: wrap;
    gap: 1em 2em;
    margin-block: 0.75em;
  }
  .transfer > div {
    flex: 1 1 18em;
    min-inline-size: 0;
  }
  .transfer p,
  .copied {
    margin: 0 0 0.5em;
  }
  .transfer figure {
    display: grid;
    justify-items: center;
    gap: 0.35em;
    margin: 0;
    font-size: 0.875em;
  }
  .qr {
    inline-size: 13em;
    max-inline-size: 100%;
    border-radius: var(--_radius);
  }
  .transfer dl {
    display: grid;
    margin: 0;
  }
  .transfer dl > div {
    display: grid;
    grid-template-columns: minmax(6em, 10em) 1fr auto;
    align-items: baseline;
    gap: 0 1em;
    padding-block: 0.35em;
    border-block-end: 1px solid var(--_line);
  }
  .transfer dt {
    color: var(--_muted);
  }
  .transfer dd {
    margin: 0;
    overflow-wrap: anywhere;
    font-variant-numeric: tabular-nums;
  }
  .transfer dd:first-of-type {
    font-weight: 600;
  }
  @container (max-width: 30em) {
    .transfer figure {
      inline-size: 100%;
    }
    .transfer dl > div {
      grid-template-columns: 1fr auto;
    }
    .transfer dt {
      grid-column: 1 / -1;
      font-size: 0.875em;
    }
  }
`;
