import { sql, type RawBuilder } from 'kysely';
import { searchPattern, searchText } from '../../http/search.js';

/** Shorter parts of words are in so many texts that an index of them finds nothing faster. */
const shortest = 3;
const longest = 40;

const wordsOf = (text: string): string[] => searchText([text]).match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * Every word of a text and every end of it, each with the client before it: what begins with the client and a part of a word finds
 * the texts of this client that hold the part, however many others hold it.
 */
export function indexedWords(clientId: string, text: string): RawBuilder<string> {
  const ends = wordsOf(text).flatMap((word) =>
    Array.from({ length: Math.max(0, word.length - shortest + 1) }, (_, start) => word.slice(start, start + longest)),
  );
  return sql<string>`array_to_tsvector(${[...new Set(ends)].map((end) => `${clientId} ${end}`)}::text[])`;
}

/** Tickets of the client whose number or subject holds what was typed. */
export function holdsTyped(clientId: string, typed: string): RawBuilder<boolean> {
  const like = sql<boolean>`tickets.search_text like ${searchPattern(typed)}`;
  const parts = wordsOf(typed).filter(({ length }) => length >= shortest);
  if (parts.length === 0) return like;
  const query = parts.map((part) => `'${`${clientId} ${part.slice(0, longest)}`.replace(/['\\]/g, '\\$&')}':*`).join(' & ');
  return sql<boolean>`(tickets.search_words @@ ${query}::tsquery and ${like})`;
}
