import { css } from 'lit';
import { tableStyles } from '../../ui/styles/columns.js';

/** How the own account is protected: its parts, the code to scan, the codes to keep. */
export const securityStyles = css`
  :host {
    container-type: inline-size;
  }
  .parts,
  .parts > section[part='detail'] {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 3);
  }
  h4 {
    margin: 0;
    font-size: 1em;
    outline: none;
  }
  .between {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 0.75em;
  }
  form.stack {
    max-inline-size: 32em;
  }
  .scan {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
  }
  .scan p {
    flex: 1 1 12em;
  }
  .qr {
    inline-size: 12em;
    max-inline-size: 100%;
    border-radius: var(--_radius);
  }
  .secret {
    font-size: 1.05em;
    font-weight: 600;
  }
  .codes {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 11em), 1fr));
    gap: 0.35em 1.5em;
    margin: 0;
    padding: var(--_space);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    list-style: none;
  }
`;

/** The table of sessions. */
export const sessionStyles = tableStyles('sessions', 11, 10.5, 7.5, 7.5, 6.5);
