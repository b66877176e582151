import { sql, type RawBuilder } from 'kysely';
import { searchText } from './search.js';

const separators = /[\s,;:()[\]{}"'<>/\\|!?]+/u;

/** The words of a typed text, as they are compared. */
export const wordsOf = (text: string): string[] => searchText([text]).split(separators).filter(Boolean);

/** Every word, and what follows a dot, a hyphen, an at sign or an underscore in it, after the client: one client's words are none of another's. */
export function searchWords(clientId: string, texts: readonly (string | null | undefined)[]): string[] {
  const words = wordsOf(texts.filter(Boolean).join(' ')).flatMap((word) => [word, ...endsOf(word)]);
  return [...new Set(words)].map((word) => `${clientId}/${word.slice(0, 100)}`);
}

/** A `tsquery` for words of the client that begin like each of these. */
export const wordQuery = (clientId: string, words: readonly string[]): string =>
  words.map((word) => `'${`${clientId}/${word.slice(0, 100)}`.replace(/['\\]/g, '$&$&')}':*`).join(' & ');

const endsOf = (word: string) => [...word.matchAll(/[.@_-]+(?=[^.@_-])/g)].map((match) => word.slice(match.index + match[0].length));

/** Words as the database looks them up. */
export const vectorOf = (words: readonly string[]): RawBuilder<string> => sql<string>`array_to_tsvector(${[...words]}::text[])`;
