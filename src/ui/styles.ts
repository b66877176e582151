import { css } from 'lit';

/** Colours, lines and controls that every element shares. The public tokens are read here and nowhere else. */
export const sharedStyles = css`
  :host {
    --_accent: var(--portal-accent, light-dark(#1b57c2, #93b8ff));
    --_on-accent: var(--portal-on-accent, light-dark(#fff, #0c1c38));
    --_surface: var(--portal-surface, Canvas);
    --_on-surface: var(--portal-on-surface, CanvasText);
    --_line: var(--portal-line, color-mix(in srgb, currentColor 18%, transparent));
    --_muted: var(--portal-muted, color-mix(in srgb, currentColor 75%, transparent));
    --_hover: var(--portal-hover, color-mix(in srgb, currentColor 6%, transparent));
    --_danger: var(--portal-danger, light-dark(#fde9e7, #4a1612));
    --_on-danger: var(--portal-on-danger, light-dark(#96190f, #ffc9c2));
    --_warning: var(--portal-warning, light-dark(#fdf1d3, #40300a));
    --_on-warning: var(--portal-on-warning, light-dark(#6d4a00, #ffdf92));
    --_success: var(--portal-success, light-dark(#def3e3, #12371e));
    --_on-success: var(--portal-on-success, light-dark(#12602d, #a9e8bd));
    --_info: var(--portal-info, light-dark(#e3edfc, #17294a));
    --_on-info: var(--portal-on-info, light-dark(#1c4a94, #bcd5ff));
    --_focus: var(--portal-focus, var(--_accent));
    --_radius: var(--portal-radius, 0.5em);
    --_space: var(--portal-space, 0.75em);
    line-height: 1.45;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }
  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.4em;
    min-block-size: 2.25em;
    padding: 0.25em 0.9em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: transparent;
    text-decoration: none;
    cursor: pointer;
    transition: background-color 120ms;
  }
  button:hover,
  .button:hover {
    background: var(--_hover);
  }
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
  .link {
    display: inline;
    min-block-size: 0;
    padding: 0.15em 0;
    border: 0;
    border-radius: 0.15em;
    text-align: start;
    font-weight: inherit;
    text-decoration: underline;
    text-decoration-color: var(--_line);
    text-underline-offset: 0.2em;
    overflow-wrap: anywhere;
    color: inherit;
  }
  .link:hover {
    background: none;
    color: var(--_accent);
    text-decoration-color: currentColor;
  }
  [aria-disabled='true'],
  :disabled {
    opacity: 0.55;
    cursor: default;
  }
  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  input:not([type='checkbox'], [type='radio']),
  select,
  textarea {
    min-block-size: 2.25em;
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
    accent-color: var(--_accent);
  }
  [aria-invalid='true'] {
    border-color: var(--_on-danger) !important;
  }
  .field {
    display: grid;
    gap: 0.25em;
    min-inline-size: 0;
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
  .muted {
    color: var(--_muted);
  }
  .badge {
    display: inline-block;
    padding: 0.1em 0.55em;
    border-radius: 1em;
    background: var(--_hover);
    font-size: 0.875em;
    font-weight: 500;
    white-space: nowrap;
  }
  .badge.danger {
    background: var(--_danger);
    color: var(--_on-danger);
  }
  .badge.warning {
    background: var(--_warning);
    color: var(--_on-warning);
  }
  .badge.success {
    background: var(--_success);
    color: var(--_on-success);
  }
  .badge.info {
    background: var(--_info);
    color: var(--_on-info);
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
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em;
  }
  .number {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .bone {
    block-size: 1em;
    margin-block: 0.75em;
    border-radius: 0.3em;
    background: var(--_line);
    opacity: 0;
    animation: appear 300ms 150ms forwards;
  }
  @keyframes appear {
    to {
      opacity: 0.6;
    }
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      transition: none !important;
      animation-duration: 0s !important;
    }
  }
  @media (forced-colors: active) {
    .badge,
    .notice,
    .primary {
      border: 1px solid;
    }
    .bone {
      background: GrayText;
    }
  }
`;

/** A list: its toolbar, its table, and the cards it becomes in a narrow container. */
export const listStyles = css`
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space);
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    justify-content: space-between;
    gap: var(--_space);
  }
  .filters {
    display: flex;
    flex: 1 1 20em;
    flex-wrap: wrap;
    align-items: end;
    gap: 0.6em;
  }
  .filters .field {
    flex: 0 1 10em;
  }
  .filters .search {
    flex: 1 1 12em;
    max-inline-size: 22em;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    table-layout: fixed;
  }
  th,
  td {
    padding: 0.6em 0.5em;
    border-block-end: 1px solid var(--_line);
    text-align: start;
    vertical-align: baseline;
    font-weight: inherit;
    overflow-wrap: anywhere;
  }
  th:first-child,
  td:first-child {
    padding-inline-start: 0;
  }
  th:last-child,
  td:last-child {
    padding-inline-end: 0;
  }
  thead th {
    padding-block: 0.35em;
    font-size: 0.875em;
    font-weight: 500;
    color: var(--_muted);
    overflow-wrap: normal;
  }
  thead button {
    min-block-size: 1.75em;
    padding: 0 0.15em;
    margin-inline: -0.15em;
    border: 0;
    font-weight: inherit;
    text-align: start;
  }
  [aria-sort] button {
    color: var(--_on-surface);
    font-weight: 600;
  }
  [aria-sort] button::after {
    content: '↓';
  }
  [aria-sort='ascending'] button::after {
    content: '↑';
  }
  tbody tr:hover {
    background: var(--_hover);
  }
  .subject {
    font-weight: 600;
  }
  .end {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  td.end {
    white-space: nowrap;
  }
  .check {
    inline-size: 2em;
  }
  [aria-busy='true'] tbody {
    opacity: 0.6;
  }
  .skeleton {
    overflow: hidden;
  }
  .skeleton .bone {
    margin-block: 0.85em;
  }
  .summary {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 2em;
    margin: 0;
  }
  .summary > div {
    display: grid;
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
  .sort {
    display: none;
  }
  @container (max-width: 44em) {
    thead {
      display: none;
    }
    .sort {
      display: grid;
    }
    .filters,
    .filters .field,
    .filters .search {
      flex: 1 1 100%;
      max-inline-size: none;
    }
    table,
    tbody {
      display: block;
    }
    tr {
      position: relative;
      display: block;
      padding-block: 0.75em;
      border-block-end: 1px solid var(--_line);
    }
    td,
    tbody th {
      display: flex;
      justify-content: space-between;
      gap: 1em;
      padding: 0.15em 0;
      border: 0;
    }
    td:empty {
      display: none;
    }
    td[data-label]::before {
      content: attr(data-label);
      flex: none;
      color: var(--_muted);
      font-weight: 400;
    }
    td.end,
    td {
      text-align: end;
      white-space: normal;
    }
    tbody th {
      font-size: 1.05em;
      padding-inline-end: 2.5em;
    }
    .check {
      position: absolute;
      inset-block-start: 0.85em;
      inset-inline-end: 0;
      inline-size: auto;
    }
  }
`;

/** A record in full: facts, parts with headings, a table inside. */
export const detailStyles = css`
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
  .facts {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 11em), 1fr));
    gap: var(--_space);
    margin: 0;
  }
  .facts dt {
    font-size: 0.875em;
    color: var(--_muted);
  }
  .facts dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
`;

/** Forms and the dialog they may stand in, which becomes a sheet on narrow screens. */
export const formStyles = css`
  form.stack {
    display: grid;
    gap: var(--_space);
  }
  .row {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 9em), 1fr));
    gap: var(--_space);
  }
  .check-field {
    display: flex;
    align-items: center;
    gap: 0.5em;
    min-block-size: 1.75em;
  }
`;

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
