import { css } from 'lit';

/** The profile: the client, beside it the amounts owed, the sign-in and the people. */
export const recordStyles = css`
  [part='detail'],
  .columns,
  .side,
  .main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 2);
    align-content: start;
  }
  .main {
    gap: var(--_space);
  }
  h3,
  h4,
  p,
  ul {
    margin: 0;
  }
  h4 {
    margin-block-start: 0.75em;
    font-size: 0.9375em;
  }
  .between {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5em 1em;
  }
  .lines {
    white-space: pre-line;
  }
  .panel {
    display: grid;
    gap: var(--_space);
    padding: calc(var(--_space) * 1.5);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 1.5);
  }
  .panel .facts {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 9em), 1fr));
  }
  .amount {
    display: block;
    font-variant-numeric: tabular-nums;
  }
  .summary dd > .amount:not(:first-of-type) {
    font-size: 0.9em;
  }
  .summary small,
  .summary .badge {
    font-size: 0.75em;
    font-weight: 400;
  }
  .late {
    color: var(--_on-danger);
  }
  ul {
    display: grid;
    gap: var(--_space);
    padding: 0;
    list-style: none;
  }
  li strong {
    font-weight: 600;
  }
  li small {
    display: block;
    overflow-wrap: anywhere;
  }
  .pending {
    display: grid;
    gap: var(--_space);
    padding: calc(var(--_space) * 1.25);
    border-radius: var(--_radius);
    background: var(--_warning);
    color: var(--_on-warning);
  }
  .pending li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5em 1em;
    overflow-wrap: anywhere;
  }
  .pending button {
    border-color: currentColor;
  }
  .arrow::before {
    content: '→';
    padding-inline: 0.25em;
  }
  .arrow:dir(rtl)::before {
    content: '←';
  }
  fieldset {
    gap: var(--_space);
  }
  fieldset + fieldset,
  form > footer {
    padding-block-start: calc(var(--_space) * 1.5);
    border-block-start: 1px solid var(--_line);
  }
  [inputmode='tel'],
  [inputmode='email'] {
    direction: ltr;
  }
  :host(:dir(rtl)) :is([inputmode='tel'], [inputmode='email']) {
    text-align: end;
  }
  small > span {
    display: block;
  }
  legend {
    float: inline-start;
  }
  form.stack {
    gap: calc(var(--_space) * 1.5);
  }
  .row.wide {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 15em), 1fr));
    align-items: start;
  }
  .row.wide > .check-field {
    align-self: center;
  }
  form > footer {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: 0.5em;
  }
  @container (min-width: 56em) {
    .columns {
      grid-template-columns: minmax(0, 1.7fr) minmax(18em, 1fr);
      gap: calc(var(--_space) * 3);
    }
  }
`;
