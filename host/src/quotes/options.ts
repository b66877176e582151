import type { LineRow } from './quote.js';

/** The index of the first chosen option that is none of the quote's; -1 if all are. */
export const unknownOption = (lines: readonly LineRow[], options: readonly string[]): number =>
  options.findIndex((option) => !lines.some(({ id, optional }) => optional && id === option));

/** The lines that are had with these options. */
export const withOptions = (lines: readonly LineRow[], options: readonly string[]): LineRow[] =>
  lines.filter(({ id, optional }) => !optional || options.includes(id));
