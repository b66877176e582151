import { css } from 'lit';

/** The field in which files are chosen and sent. */
export const uploadStyles = css`
  .upload {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4em var(--_space);
    padding: var(--_space);
    border: 1px dashed color-mix(in srgb, currentColor 50%, transparent);
    border-radius: var(--_radius);
  }
  .upload.over {
    border-style: solid;
    border-color: var(--_accent);
    background: var(--_hover);
  }
  .upload small {
    flex: 1 1 100%;
  }
  .upload input.visually-hidden {
    inline-size: 1px;
    min-block-size: 1px;
    padding: 0;
  }
  .upload input:focus-visible + .button {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  .upload input[aria-invalid='true'] + .button {
    border-color: var(--_on-danger);
  }
  .files {
    display: grid;
    gap: 0.25em;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .files li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.75em;
    min-block-size: 2.5em;
    border-block-end: 1px solid var(--_line);
  }
  .files li > :first-child {
    flex: 1 1 8em;
    overflow-wrap: anywhere;
  }
  .files progress {
    inline-size: 7em;
    accent-color: var(--_accent);
  }
`;
