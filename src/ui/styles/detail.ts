import { css } from 'lit';

/** A record in full: facts, parts with headings, a table inside. */
export const detailStyles = css`
  :host {
    container-type: inline-size;
  }
  h2,
  h3 {
    margin: 0;
    font-size: 1.25em;
    line-height: 1.25;
    overflow-wrap: anywhere;
  }
  h3 {
    margin-block: 1.5em 0.5em;
    font-size: 1em;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space) 1em;
  }
  .head h2 {
    display: grid;
    flex: 1 1 14em;
    gap: 0.15em;
    min-inline-size: 0;
  }
  .head small {
    font-size: 0.7em;
    font-weight: 400;
  }
  .head .badge {
    font-size: 0.7em;
    vertical-align: 0.2em;
    white-space: normal;
  }
  .facts {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 12em), 1fr));
    gap: var(--_space);
    margin: 0;
  }
  .facts dt {
    font-size: 0.875em;
    color: var(--_muted);
  }
  .facts dd {
    margin: 0;
  }
  .facts > div {
    overflow-wrap: anywhere;
  }
  .facts .number {
    white-space: normal;
  }
`;
