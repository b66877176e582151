/** Texts as one string to search in: lower case, without accents. */
export function searchText(texts: readonly (string | null | undefined)[]): string {
  return fold(texts.filter((text) => text).join('\n'));
}

/** The pattern for `like` that finds what the person typed in texts made by `searchText`. */
export function searchPattern(typed: string): string {
  return `%${fold(typed.trim()).replace(/[\\%_]/g, '\\$&')}%`;
}

const fold = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}|\0/gu, '')
    .replace(/[ßæœøłđðħı]/g, (letter) => plain[letter]!);

/** Letters that are no plain letter with a mark. */
const plain: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', ħ: 'h', ı: 'i' };
