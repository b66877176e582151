import type { CallTable } from './tables.js';
import { searchText } from '../http/search.js';

type Named = Pick<CallTable, 'from_number' | 'from_name' | 'from_extension' | 'to_number' | 'to_name' | 'to_extension' | 'dialled'> &
  Partial<Pick<CallTable, 'destination'>>;

/** The text that the search of a call looks in: numbers, names and destination of the call or of its legs. */
export function callSearchText(legs: readonly Named[]): string {
  const texts = legs.flatMap(
    ({ from_number, from_name, from_extension, to_number, to_name, to_extension, dialled, destination }) =>
      [from_number, from_name, from_extension, to_number, to_name, to_extension, dialled, destination],
  ); // prettier-ignore
  return searchText([...new Set(texts)]);
}

/** The search words as they stand in the text that is searched; a telephone number may be typed with spaces, brackets, slashes and hyphens. */
export function callSearchTerm(typed: string): string {
  return searchText([telephone.test(typed.trim()) ? typed.replace(/[^+\d]/g, '') : typed.trim()]);
}

const telephone = /^\+?[\d(][\d\s()/-]*$/;
