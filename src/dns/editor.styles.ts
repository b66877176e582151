import { css, type CSSResult } from 'lit';
import { formStyles } from '../ui/styles/form.js';

const own = css`
  fieldset {
    display: grid;
    gap: var(--_space);
    min-inline-size: 0;
    margin: 0;
    padding: var(--_space);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  legend {
    padding-inline: 0.35em;
    font-size: 0.875em;
    color: var(--_muted);
  }
  dialog .row {
    align-items: start;
  }
  dialog .field {
    align-content: start;
    overflow-wrap: anywhere;
  }
  dialog strong {
    min-block-size: 2.25em;
    align-content: center;
  }
  dialog .row > .field:has(textarea) {
    grid-column: 1 / -1;
  }
  dialog h3,
  dialog form p {
    margin: 0;
    overflow-wrap: anywhere;
  }
  dialog h3 {
    font-size: 1em;
  }
  dialog footer {
    align-items: center;
    margin-block-start: 0.5em;
  }
  dialog footer small {
    flex: 1 1 14em;
  }
  .between {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.25em 1em;
  }
  .plain,
  .diff {
    display: grid;
    gap: var(--_space);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .plain > li {
    display: grid;
    gap: 0.4em;
    padding-block-end: var(--_space);
    border-block-end: 1px solid var(--_line);
  }
  .diff {
    gap: 0;
    overflow-wrap: anywhere;
  }
  .diff li {
    padding: 0.1em 0.5em;
    border-radius: 0.2em;
  }
  .diff [aria-hidden] {
    display: inline-block;
    inline-size: 1em;
    white-space: pre;
  }
  .diff .added {
    background: var(--_success);
    color: var(--_on-success);
  }
  .diff .removed {
    background: var(--_danger);
    color: var(--_on-danger);
    text-decoration: line-through;
  }
  .diff small {
    color: inherit;
  }
  .conflict {
    align-items: end;
  }
  .conflict > .row {
    flex: 1 1 100%;
  }
  .conflict .label,
  .conflict .muted {
    color: inherit;
  }
`;

/** The dialogs in which zones and records are edited. */
export const editorStyles: readonly CSSResult[] = [formStyles, own];
