import { searchText } from '../http/search.js';

interface Named {
  label: string;
  brand: string | null;
  account: string;
  holder: string | null;
}

/** The name that a list is sorted by: the client's own, else brand and account. */
export const nameOf = ({ label, brand, account }: Named): string => label || [brand, account].filter(Boolean).join(' ');

/** The text that the search looks in. */
export const searchTextOf = ({ label, brand, account, holder }: Named): string => searchText([label, brand, account, holder]);
