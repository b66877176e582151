import { css, type CSSResult } from 'lit';
import { columnStyles } from '../ui/styles/columns.js';
import { detailStyles } from '../ui/styles/detail.js';
import { formStyles } from '../ui/styles/form.js';

const treeCards = columnStyles(
  "[role='treegrid']",
  [15, 7.25, 7.25, 7.25, 7.25].map((width) => ({ width })),
);

const ownStyles = css`
  dialog :is(h3, p) {
    margin: 0;
    overflow-wrap: anywhere;
  }
  dialog h3 {
    margin-block-end: 0.4em;
    font-size: 0.875em;
    font-weight: 500;
    color: var(--_muted);
  }
  dialog legend {
    margin-block-end: 0.4em;
    font-size: 0.875em;
    font-weight: 500;
    color: var(--_muted);
  }
  dialog footer {
    margin-block-start: 0.5em;
  }
  .contact,
  .permission-editor {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.5em;
  }
  .switches {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 18em), 1fr));
    gap: 0.5em 1em;
  }
  .switch {
    justify-content: start;
    gap: 0.75em;
    padding-block: 0.6em;
    text-align: start;
  }
  .switch small {
    display: block;
  }
  .track {
    flex: none;
    inline-size: 2.2em;
    block-size: 1.3em;
    padding: 0.15em;
    border: 1px solid color-mix(in srgb, currentColor 50%, transparent);
    border-radius: 1em;
  }
  .track::after {
    content: '';
    display: block;
    inline-size: 0.9em;
    block-size: 0.9em;
    border-radius: 50%;
    background: color-mix(in srgb, currentColor 60%, transparent);
    transition: margin 120ms;
  }
  [aria-checked='true'] .track {
    border-color: transparent;
    background: var(--_accent);
  }
  [aria-checked='true'] .track::after {
    margin-inline-start: 0.9em;
    background: var(--_on-accent);
  }
  dialog .roles {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 15em), 1fr));
    gap: 0.5em;
  }
  .role {
    display: flex;
    gap: 0.6em;
    padding: 0.6em 0.75em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    cursor: pointer;
  }
  .role > input {
    flex: none;
    margin-block-start: 0.15em;
  }
  .role:has(:checked) {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  .role:has(:disabled) {
    cursor: default;
  }
  .role small,
  .role strong {
    display: block;
  }
  .role strong {
    font-weight: 600;
  }
  .whole {
    grid-column: 1 / -1;
  }
  .summary-words {
    display: grid;
    gap: 1em 2em;
    padding: 1em;
    border-radius: var(--_radius);
    background: var(--_hover);
  }
  .words,
  .differences,
  .history {
    display: grid;
    gap: 0.2em;
    margin: 0;
    padding: 0;
    list-style: none;
    overflow-wrap: anywhere;
  }
  .words {
    display: block;
    columns: 3 15em;
  }
  .words li {
    margin-block-end: 0.2em;
    break-inside: avoid;
    padding-inline-start: 1.4em;
    text-indent: -1.4em;
  }
  .words li::before {
    content: '✓';
    display: inline-block;
    inline-size: 1.4em;
    text-indent: 0;
    color: var(--_on-success);
  }
  .words.cannot li::before {
    content: '✕';
    color: var(--_on-danger);
  }
  .history {
    gap: 0;
  }
  .history > li {
    display: grid;
    gap: 0.25em;
    padding-block: 0.75em;
    border-block-end: 1px solid var(--_line);
  }
  .history strong {
    font-weight: 600;
  }
  .tree {
    gap: 0.5em;
  }
  .tree-bar {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    justify-content: space-between;
    gap: 0.5em 1.5em;
  }
  .tree-bar > small {
    flex: 1 1 14em;
  }
  .tree-bar > label {
    flex: 0 1 16em;
  }
  [role='treegrid'] {
    font-size: 0.9375em;
  }
  [role='treegrid'] :is(td, th):is(td, th) {
    padding: 0.35em 0.4em;
    block-size: auto;
    vertical-align: middle;
  }
  [role='treegrid'] tbody th {
    cursor: default;
    font-weight: 400;
  }
  [role='treegrid'] [aria-expanded] > th {
    font-weight: 600;
    cursor: pointer;
  }
  [role='treegrid'] .level-2 > th {
    padding-inline-start: 1em;
  }
  [role='treegrid'] .level-3 > th {
    padding-inline-start: 2.4em;
  }
  [role='treegrid'] th > small {
    display: block;
    padding-inline-start: 1.3em;
    font-weight: 400;
  }
  .name {
    display: flex;
  }
  .twist {
    flex: none;
    inline-size: 1.3em;
    color: var(--_muted);
  }
  [aria-expanded='true'] .twist::before {
    content: '▾';
  }
  [aria-expanded='false'] .twist::before {
    content: '▸';
  }
  [aria-expanded='false']:dir(rtl) .twist::before {
    content: '◂';
  }
  [role='treegrid'] :focus-visible {
    outline-offset: -2px;
    border-radius: var(--_radius);
  }
  [role='gridcell'] {
    cursor: pointer;
  }
  [role='gridcell'][aria-readonly='true'] {
    cursor: default;
  }
  [role='gridcell'] small {
    display: block;
    margin-block-start: 0.1em;
    font-size: 0.8em;
    line-height: 1.25;
    color: var(--_muted);
  }
  .value {
    display: inline-flex;
    align-items: center;
    gap: 0.3em;
    padding: 0.05em 0.5em;
    border: 1px solid var(--_line);
    border-radius: 1em;
    font-size: 0.9em;
  }
  .value.allowed {
    border-color: transparent;
    background: var(--_success);
    color: var(--_on-success);
    font-weight: 600;
  }
  .value.inherited {
    border-color: transparent;
    padding-inline: 0;
    color: var(--_on-success);
  }
  .value.denied {
    border-color: transparent;
    background: var(--_danger);
    color: var(--_on-danger);
    font-weight: 600;
  }
  .value.denied-above {
    border-color: transparent;
    padding-inline: 0;
    color: var(--_on-danger);
  }
  .value.needs-view {
    font-size: 0.8em;
  }
  .value:is(.nothing, .needs-view) {
    border-color: transparent;
    padding-inline: 0;
    color: var(--_muted);
  }
  .lock {
    inline-size: 0.75em;
    block-size: 0.85em;
    fill: currentColor;
  }
  .exact > summary,
  .what > summary {
    inline-size: fit-content;
    padding-block: 0.35em;
    cursor: pointer;
    font-weight: 600;
  }
  .exact > div {
    margin-block-start: 1em;
  }
  .choices {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 16em), 1fr));
    gap: 0 1em;
    max-block-size: 16em;
    padding-inline-start: 1.65em;
    overflow: auto;
  }
  .save-bar {
    position: sticky;
    z-index: 1;
    inset-block-end: 0;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5em 1em;
    margin: 1.5em -1.25em -1.25em;
    padding: 0.75em 1.25em;
    border-block-start: 1px solid var(--_line);
    background: var(--_surface);
  }
  .save-bar > .notice {
    flex: 1 1 100%;
  }
  .save-bar > :is(.what, p) {
    flex: 1 1 14em;
    align-self: center;
  }
  .save-bar > .actions {
    margin-inline-start: auto;
  }
  .differences {
    max-block-size: 12em;
    overflow: auto;
  }
  .notice .differences .muted,
  .notice h3 {
    color: inherit;
  }
  @container (max-width: 44em) {
    [role='treegrid'] tbody tr {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: 0.35em 0.75em;
      padding: 0.75em 0.25em;
    }
    [role='treegrid'] tbody th {
      grid-column: 1 / -1;
    }
    [role='treegrid'] tbody td {
      display: block;
      padding: 0.15em 0.3em;
      text-align: start;
    }
    [role='treegrid'] td[data-label]::before {
      display: block;
      margin: 0;
      font-size: 0.8em;
    }
  }
  @media (forced-colors: active) {
    .track::after {
      background: ButtonText;
    }
    [aria-checked='true'] .track {
      background: Highlight;
    }
  }
`;

/** Forms, details, permissions and the history of a person. */
export const dialogStyles: readonly CSSResult[] = [formStyles, detailStyles, treeCards, ownStyles];
