import { css, unsafeCSS, type CSSResult, type LitElement } from 'lit';

/** A column of a table, as far as styles know it. */
export interface ColumnWidth {
  /** Its least width in em, with the room around its text: no word of it breaks in any language. */
  width: number;
  /** Steps back before rows become cards; `.under` says elsewhere what it says. */
  folds?: boolean;
}

/** Rows as cards, subject first, as many labelled values side by side as have room. */
const cards = css`
  thead {
    display: none;
  }
  &,
  tbody {
    display: block;
  }
  tr {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 17em), 1fr));
    gap: 0 1.5em;
    padding-block: 0.75em;
    border-block-end: 1px solid var(--_line);
  }
  td,
  tbody th {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    place-content: start end;
    gap: 0 1.5em;
    block-size: auto;
    padding: 0.15em 0;
    border: 0;
  }
  td {
    --_side: end;
    text-align: end;
  }
  td:empty {
    display: none;
  }
  td[data-label]::before {
    content: attr(data-label);
    margin-inline-end: auto;
    color: var(--_muted);
  }
  tbody th {
    display: block;
    grid-area: 1 / 1 / 2 / -1;
    font-weight: 600;
  }
  .check {
    z-index: 1;
    grid-area: 1 / -2;
  }
  .check ~ th {
    padding-inline-end: 2.5em;
  }
`;

/** A table with these columns: wider than they need it gives to each in proportion, narrower its rows are cards. */
export function columnStyles(table: string, columns: readonly ColumnWidth[]): CSSResult {
  let all = 0;
  let least = 0;
  let widths = '';
  let folded = '';
  columns.forEach(({ width, folds }, place) => {
    const cells = `tr>:nth-child(${place + 1})`;
    all += width;
    // Headers are smaller than the em that widths are given in.
    widths += `thead ${cells}{inline-size:${width / 0.875}em}`;
    if (folds) folded += `${cells}{display:none}`;
    else least += width;
  });
  return unsafeCSS(
    `:where(${table}){${widths}@container (${least}em<=width<${all}em){${folded}.under{display:block}}}` +
      `@container (width<${least}em){section{--_sort:grid}:where(${table}){${cards.cssText}}}`,
  );
}

/** A table of a record by its part: the least width of each column in em. */
export const tableStyles = (part: string, ...widths: readonly number[]): CSSResult =>
  columnStyles(
    `[part='${part}']`,
    widths.map((width) => ({ width })),
  );

const made: Record<string, CSSStyleSheet> = {};

/** Gives a list the styles of the columns it has at present, for this person. */
export function fitColumns({ renderRoot }: LitElement, columns: readonly ColumnWidth[]): void {
  const root = renderRoot as ShadowRoot;
  const worn = root.adoptedStyleSheets;
  const sheet = (made[JSON.stringify(columns)] ??= columnStyles("[part='table']", columns).styleSheet!);
  if (!worn.includes(sheet)) root.adoptedStyleSheets = [...worn.filter((each) => !Object.values(made).includes(each)), sheet];
}
