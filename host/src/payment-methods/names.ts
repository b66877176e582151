import { searchText } from '../http/search.js';

interface Named {
  label: string;
  brand: string | null;
  account: string;
  holder: string | null;
}

/** What a list is sorted by: the client's own name for it, else what it is. */
export const nameOf = ({ label, brand, account }: Named): string => label || [brand, account].filter(Boolean).join(' ');

/** What the text search looks in. */
export const searchTextOf = ({ label, brand, account, holder }: Named): string => searchText([label, brand, account, holder]);
