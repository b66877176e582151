import { css } from 'lit';

/** One contract: its head with the links, its facts, and what stands below them. */
export const recordStyles = css`
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25em;
    overflow-wrap: anywhere;
  }
  .links {
    display: flex;
    flex-wrap: wrap;
    justify-content: start;
    gap: 0.5em;
  }
  .links > :first-child {
    margin: 0;
  }
  .links > * {
    color: inherit;
    text-align: start;
  }
  .notice {
    margin: 0;
  }
  h3 {
    margin-block: 0 0.5em;
  }
  .facts + h3 {
    margin-block-start: 0.25em;
  }
  .value {
    display: block;
  }
  meter {
    display: block;
    inline-size: min(100%, 9em);
    block-size: 0.75em;
    margin-block-start: 0.25em;
  }
  .below p {
    margin: 0 0 0.75em;
  }
  .below {
    padding-block-start: 1.25em;
    border-block-start: 1px solid var(--_line);
  }
`;
