import { css } from 'lit';

/** Forms of signing in and of the own account: headings, rules of a password, ways on. */
export const accountStyles = css`
  h2,
  h3 {
    margin: 0;
    font-size: 1.15em;
    line-height: 1.3;
    overflow-wrap: anywhere;
    outline: none;
  }
  .stack {
    display: grid;
    gap: var(--_space);
    min-inline-size: 0;
  }
  .stack p {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .rule {
    display: flex;
    gap: 0.4em;
  }
  .rule > [aria-hidden] {
    flex: none;
    inline-size: 1em;
    text-align: center;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 0.35em 1.25em;
  }
  .code {
    font-family: ui-monospace, monospace;
    letter-spacing: 0.05em;
  }
`;
