import type { LineRow } from './quote.js';

/** Which of the chosen options, by its index, is none of the quote's; -1 when all are. */
export const unknownOption = (lines: readonly LineRow[], options: readonly string[]): number =>
  options.findIndex((option) => !lines.some(({ id, optional }) => optional && id === option));

/** The lines that are had with these options. */
export const withOptions = (lines: readonly LineRow[], options: readonly string[]): LineRow[] =>
  lines.filter(({ id, optional }) => !optional || options.includes(id));
