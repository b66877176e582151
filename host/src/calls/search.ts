import type { CallTable } from '../database/tables-calls.js';
import { searchPattern, searchText } from '../http/search.js';

type Named = Pick<
  CallTable,
  'from_number' | 'from_name' | 'from_extension' | 'to_number' | 'to_name' | 'to_extension' | 'dialled' | 'destination'
>;

/** What the search of a call looks in: numbers, names and the destination. */
export function callSearchText(call: Named): string {
  const { from_number, from_name, from_extension, to_number, to_name, to_extension, dialled, destination } = call;
  return searchText([from_number, from_name, from_extension, to_number, to_name, to_extension, dialled, destination]);
}

/** The pattern for what the person typed; a telephone number may be typed with spaces, brackets, slashes and hyphens. */
export function callSearchPattern(typed: string): string {
  return searchPattern(telephone.test(typed.trim()) ? typed.replace(/[^+\d]/g, '') : typed);
}

const telephone = /^\+?[\d(][\d\s()/-]*$/;
