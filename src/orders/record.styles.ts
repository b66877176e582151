import { css } from 'lit';

/** The progress of an order: a mark for each step, joined by a line. */
export const recordStyles = css`
  .steps {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
    overflow-wrap: anywhere;
    --_mark: 1.35em;
  }
  .steps > li {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.35em;
    padding-block-end: 1.1em;
    padding-inline-start: calc(var(--_mark) + 0.85em);
  }
  .steps > li::before {
    content: '';
    position: absolute;
    z-index: 1;
    inset-block-start: 0.05em;
    inset-inline-start: 0;
    display: grid;
    place-items: center;
    inline-size: var(--_mark);
    block-size: var(--_mark);
    border: 2px solid color-mix(in srgb, currentColor 45%, transparent);
    border-radius: 50%;
    font-size: 1em;
    line-height: 1;
  }
  .steps > li:not(:last-child)::after {
    content: '';
    position: absolute;
    inset-block: calc(var(--_mark) + 0.2em) 0.15em;
    inset-inline-start: calc(var(--_mark) / 2 - 1px);
    inline-size: 2px;
    background: var(--_line);
  }
  .steps > .done::before {
    content: '✓';
    border-color: var(--_on-success);
    background: var(--_success);
    color: var(--_on-success);
    font-size: 0.85em;
    inline-size: calc(var(--_mark) / 0.85);
    block-size: calc(var(--_mark) / 0.85);
  }
  .steps > .done::after {
    background: var(--_on-success);
    opacity: 0.45;
  }
  .steps > .current::before {
    border-color: var(--_accent);
    background: radial-gradient(var(--_accent) 0 38%, transparent 42%);
  }
  .steps > .skipped::before {
    content: '–';
    color: var(--_muted);
  }
  .steps > :is(.pending, .skipped) strong {
    font-weight: 400;
    color: var(--_muted);
  }
  .request {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    justify-items: start;
    gap: 0.35em;
    max-inline-size: 40em;
    margin-block-start: 0.35em;
    padding: var(--_space);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .request > * {
    inline-size: 100%;
  }
  .request form {
    grid-template-columns: minmax(0, 1fr);
  }
  .request.open {
    border-color: color-mix(in srgb, var(--_on-warning) 45%, transparent);
  }
  form.details {
    max-inline-size: 40em;
  }
  .steps .asked {
    font-weight: 600;
  }
  .steps .words {
    padding-inline-start: 0.75em;
    border-inline-start: 2px solid var(--_line);
  }
  .steps .actions {
    gap: 0.25em 1em;
  }
  @media (forced-colors: active) {
    .steps > .current::before {
      border-width: 5px;
    }
  }
`;
