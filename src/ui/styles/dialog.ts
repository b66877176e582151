import { css } from 'lit';

/** Dialogs, which become sheets on narrow screens. */
export const dialogStyles = css`
  dialog {
    container-type: inline-size;
    inline-size: min(100vi - 2em, 52em);
    max-block-size: calc(100dvb - 3em);
    padding: 0;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_surface);
    color: var(--_on-surface);
    box-shadow: var(--portal-shadow, 0 1em 3em rgb(0 0 0 / 0.25));
    overflow: auto;
    overscroll-behavior: contain;
  }
  dialog.small {
    inline-size: min(100vi - 2em, 32em);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 0.45);
  }
  dialog > header {
    position: sticky;
    z-index: 1;
    inset-block-start: 0;
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 1em;
    padding: 0.75em 1.25em;
    border-block-end: 1px solid var(--_line);
    background: var(--_surface);
  }
  dialog > header h2 {
    margin: 0;
    font-size: 1.15em;
    overflow-wrap: anywhere;
  }
  dialog > div {
    padding: 1.25em;
  }
  dialog footer {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: 0.5em;
    margin-block-start: 1.25em;
  }
  .close {
    flex: none;
    min-inline-size: 2.25em;
    padding: 0;
    border: 0;
    font-size: 1.15em;
  }
  @media (max-width: 34em) {
    dialog,
    dialog.small {
      inline-size: 100%;
      max-inline-size: 100%;
      max-block-size: calc(100dvb - 2em);
      margin-block-end: 0;
      border-inline: 0;
      border-block-end: 0;
      border-end-start-radius: 0;
      border-end-end-radius: 0;
    }
  }
`;
