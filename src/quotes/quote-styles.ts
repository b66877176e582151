import { css } from 'lit';

/** What a quote has besides text and tables: options and questions. */
export const quoteStyles = css`
  .option {
    display: flex;
    gap: 0.6em;
    cursor: pointer;
  }
  .option input {
    flex: none;
    margin-block-start: 0.15em;
  }
  [data-column='taxRate'] {
    inline-size: 4.5em;
  }
  td small {
    display: block;
  }
  .questions {
    display: grid;
    gap: 1em;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .questions > li {
    padding-inline-start: 0.85em;
    border-inline-start: 2px solid var(--_line);
  }
  .answer {
    margin-block-start: 0.5em;
  }
`;
