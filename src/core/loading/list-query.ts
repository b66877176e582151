/** Filters and sort of a list, by the contract's names. */
export type Query = Readonly<Record<string, string>>;

/** Reads `state=open&sort=-dueOn`; names that the list does not have are ignored. */
export function readQuery(query: string, filters: readonly string[]): Query {
  const entries = [...new URLSearchParams(query)].filter(([name, value]) => value !== '' && (name === 'sort' || filters.includes(name)));
  return Object.fromEntries(entries);
}

/** The query with `changes` made; an empty value takes a filter away. Names keep their place, so that equal queries are equal texts. */
export function nextQuery(query: string, changes: Query): string {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) {
    if (value === '') next.delete(name);
    else next.set(name, value);
  }
  return next.toString();
}
