import { css } from 'lit';

/** Fields, notices, messages, and what stands around a list's table. */
export const toolStyles = css`
  .primary {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }
  .primary:hover {
    background: color-mix(in srgb, var(--_accent) 88%, var(--_on-surface));
  }
  .destructive {
    border-color: currentColor;
    color: var(--_on-danger);
  }
  .destructive:hover {
    background: var(--_danger);
  }
  .quiet {
    border-color: transparent;
  }
  input:not([type='checkbox'], [type='radio']),
  select,
  textarea {
    min-block-size: 2.25em;
    min-inline-size: 0;
    inline-size: 100%;
    padding: 0.25em 0.6em;
    border: 1px solid color-mix(in srgb, currentColor 50%, transparent);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_on-surface);
  }
  input[type='checkbox'],
  input[type='radio'] {
    inline-size: 1.15em;
    block-size: 1.15em;
    margin: 0;
    vertical-align: -0.2em;
    accent-color: var(--_accent);
  }
  [aria-disabled='true'],
  :disabled {
    opacity: 0.55;
    cursor: default;
  }
  [aria-invalid='true'] {
    border-color: var(--_on-danger) !important;
  }
  .field {
    display: grid;
    gap: 0.25em;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .field > span:first-child,
  .field > label,
  .label {
    font-size: 0.875em;
    color: var(--_muted);
  }
  .error-text {
    font-size: 0.875em;
    color: var(--_on-danger);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em;
  }
  .actions > .link {
    margin-block: 0;
  }
  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em var(--_space);
    padding: var(--_space);
    border-radius: var(--_radius);
    background: var(--_info);
    color: var(--_on-info);
  }
  .notice > :first-child {
    flex: 1 1 18em;
  }
  .notice.danger {
    background: var(--_danger);
    color: var(--_on-danger);
  }
  .notice.warning {
    background: var(--_warning);
    color: var(--_on-warning);
  }
  .notice.success {
    background: var(--_success);
    color: var(--_on-success);
  }
  .notice p {
    margin: 0;
  }
  .notice :is(button, .button):not(.primary, .link, .quiet, .destructive) {
    border-color: color-mix(in srgb, currentColor 45%, transparent);
  }
  .message {
    display: grid;
    justify-items: center;
    gap: var(--_space);
    padding: 3em 1em;
    text-align: center;
    color: var(--_muted);
  }
  .message p {
    margin: 0;
    max-inline-size: 36em;
  }
  form[role='search'] {
    display: contents;
  }
  tbody tr:hover {
    background: var(--_hover);
  }
  [aria-busy='true'] tbody:only-of-type {
    opacity: 0.6;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--_space);
  }
  .bar > .actions {
    margin-inline-start: auto;
  }
  .bar .field {
    flex: 0 1 10em;
  }
  .bar .field:has(select) {
    flex-basis: auto;
  }
  .bar .search {
    flex: 1 1 12em;
    max-inline-size: 22em;
  }
  .filters {
    display: flex;
    flex: 1 1 100%;
    flex-wrap: wrap;
    order: 1;
    align-items: end;
    gap: 0.6em;
  }
  .filters[hidden] {
    display: none;
  }
  .number {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .chip {
    min-block-size: 2em;
    padding-inline: 0.75em;
    border-radius: 1em;
    background: var(--_hover);
    font-size: 0.875em;
    overflow-wrap: anywhere;
  }
  .summary {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 2em;
    margin: 0;
  }
  .summary > div {
    display: grid;
    align-content: start;
  }
  .summary dt {
    font-size: 0.875em;
    color: var(--_muted);
  }
  .summary dd {
    margin: 0;
    font-size: 1.15em;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  nav {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: end;
    gap: 0.5em var(--_space);
  }
  nav > :first-child {
    margin-inline-end: auto;
  }
  .field.sort {
    display: var(--_sort, none);
  }
  @container (max-width: 44em) {
    .bar .field {
      flex: 1 1 8em;
    }
    .bar .field:has(select) {
      flex-basis: auto;
    }
    .bar .field:has([type='date']) {
      flex-basis: 9em;
    }
    .bar .search {
      flex-basis: 100%;
      max-inline-size: none;
    }
  }
`;
