import { css } from 'lit';

/** A button, and the panel that it opens at the side where there is room. */
export const userMenuStyles = css`
  :host(:not([hidden], [phase='pending'], [phase='denied'])) {
    position: relative;
    display: inline-block;
    max-inline-size: 100%;
  }
  [part='button'] {
    max-inline-size: 100%;
    text-align: start;
  }
  [part='button']::after {
    content: '';
    flex: none;
    inline-size: 0.4em;
    block-size: 0.4em;
    margin-block-start: -0.2em;
    border: solid currentColor;
    border-width: 0 0.12em 0.12em 0;
    rotate: 45deg;
  }
  [part='button'] > span {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  [part='panel'] {
    position: absolute;
    z-index: 10;
    inset-block-start: calc(100% + 0.35em);
    inset-inline-start: 0;
    display: grid;
    gap: var(--_space);
    inline-size: max-content;
    min-inline-size: 14em;
    max-inline-size: min(22em, 100vi - 2em);
    padding: 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_on-surface);
    box-shadow: var(--portal-shadow, 0 0.5em 1.5em rgb(0 0 0 / 0.2));
    font-weight: 400;
    overflow-wrap: anywhere;
  }
  [part='panel'].end {
    inset-inline: auto 0;
    text-align: start;
  }
  [part='panel'] p {
    display: grid;
    margin: 0;
  }
  .items {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  ul.items {
    max-block-size: 12em;
    overflow: auto;
  }
  .items :is(button, .button) {
    justify-content: start;
    inline-size: calc(100% + 1.2em + 2px);
    margin-inline: calc(-0.6em - 1px);
    padding-inline: 0.6em;
    text-align: start;
    color: inherit;
  }
  .items [aria-current='true'] {
    opacity: 1;
    font-weight: 600;
  }
  .items [aria-current='true']::after {
    content: '✓';
    margin-inline-start: auto;
  }
  .items .label {
    padding-block-end: 0.25em;
  }
  dialog {
    font-weight: 400;
    text-align: start;
  }
`;
