import { css } from 'lit';

/** Colours, lines, buttons and words of state that every element shares. The public tokens are read here and nowhere else. */
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
    --_row: 3.0625em;
    line-height: 1.45;
  }
  * {
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
    color: inherit;
    text-decoration: none;
    cursor: pointer;
    transition: background-color 120ms;
  }
  button:hover,
  .button:hover {
    background: var(--_hover);
  }
  .link {
    display: inline;
    min-block-size: 0;
    padding: 0.15em 0;
    margin-block: -0.15em;
    border: 0;
    border-radius: 0.15em;
    text-align: start;
    text-decoration: underline;
    text-decoration-color: var(--_line);
    text-underline-offset: 0.2em;
    color: inherit;
  }
  .link:hover {
    background: none;
    color: var(--_accent);
    text-decoration-color: currentColor;
  }
  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
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
  .skeleton,
  .more svg {
    display: block;
    inline-size: 100%;
  }
  .skeleton {
    box-sizing: content-box;
    padding-block: 2.2em 3em;
    background: repeating-linear-gradient(transparent 0 1em, var(--_line) 1em 2em, transparent 2em var(--_row)) content-box;
    opacity: 0;
    animation: appear 300ms 150ms forwards;
  }
  .room {
    block-size: 2.95em;
  }
  .room:last-child {
    block-size: 2.25em;
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
  }
`;
