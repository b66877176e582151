import { css } from 'lit';

/** On paper: what is to be read, dark on white, also from a dark page; rows stay whole, and heads are repeated on each sheet. */
export const printStyles = css`
  @media print {
    :host {
      --_accent: #000;
      --_surface: #fff;
      --_on-surface: #000;
      --_line: #bbb;
      --_muted: #444;
      --_hover: transparent;
      --_row: 2.25em;
      --_on-danger: #000;
      --_on-warning: #000;
      --_on-success: #000;
      --_on-info: #000;
      color-scheme: light !important;
      background: #fff !important;
      color: #000 !important;
      font-size: 8pt !important;
    }
    [part='toolbar'],
    [part='pager'],
    [part='chosen'],
    [part='staged'],
    nav,
    button:not(.link, thead button),
    .link:not(a, :is(table, dl, ul) *),
    .button,
    .field,
    .upload,
    .actions,
    .check,
    thead th:first-child:has(> .visually-hidden),
    table:has(th:last-child > .visually-hidden) tr > :last-child,
    table:has(> thead th:last-child[data-column='documents']) tr > :last-child,
    .room,
    .skeleton {
      display: none !important;
    }
    section {
      display: block !important;
    }
    section > :not(:first-child, h3, h4) {
      margin-block-start: var(--_space) !important;
    }
    th,
    td {
      padding-block: 0.4em;
    }
    tr,
    li,
    dl > div,
    figure,
    .notice {
      break-inside: avoid;
    }
    h2,
    h3,
    h4 {
      break-after: avoid;
    }
    .badge,
    .notice {
      padding: 0;
      background: none !important;
      color: inherit !important;
    }
    .link {
      text-decoration: none;
    }
    .plot,
    .u-wrap {
      inline-size: 100% !important;
      block-size: auto !important;
    }
    .plot canvas {
      block-size: auto;
    }
    .pale canvas {
      filter: invert(1) hue-rotate(180deg);
    }
    section:has(~ dialog[open]),
    dialog::backdrop {
      display: none !important;
    }
    dialog[open] {
      position: static !important;
      inline-size: auto !important;
      max-inline-size: none;
      max-block-size: none;
      margin: 0;
      border: 0;
      box-shadow: none;
      overflow: visible;
    }
  }
`;
