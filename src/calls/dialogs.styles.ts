import { css } from 'lit';

/** Styles of the dialogs of a call list: a recording, legs, files. */
export const dialogsStyles = css`
  audio {
    display: block;
    inline-size: 100%;
    margin-block-end: var(--_space);
  }
  .legs {
    margin-block-start: 1.5em;
  }
  .legs summary {
    font-weight: 600;
    cursor: pointer;
  }
  .legs ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .legs li {
    display: grid;
    grid-template-columns: 12em 1fr 4em minmax(6.5em, max-content);
    align-items: start;
    gap: 0.25em var(--_space);
    padding-block: 0.6em;
    border-block-start: 1px solid var(--_line);
  }
  .legs li > .badge {
    justify-self: start;
  }
  .arrow::before {
    content: '→';
    margin-inline: 0.35em;
    color: var(--_muted);
  }
  .arrow:dir(rtl)::before {
    content: '←';
  }
  .files {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .files + p {
    margin-block: 0.75em 0;
  }
  .files li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5em var(--_space);
    padding-block: 0.75em;
    border-block-start: 1px solid var(--_line);
  }
  .files small {
    display: block;
  }
  dialog > div > p.muted {
    margin-block: 0 1em;
  }
  @container (max-width: 36em) {
    .legs li {
      grid-template-columns: 1fr auto;
    }
    .legs li > :nth-child(-n + 2) {
      grid-column: 1 / -1;
    }
  }
`;
