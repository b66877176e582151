/** They are costly to make. */
const known = new Map<string, Intl.DisplayNames>();

/** A language by its own name; the tag where it has none. */
export const languageName = (tag: string): string => nameOf(tag, 'language', tag);

/** A country (ISO 3166-1) by its name in a language; the code where it has none. */
export const countryName = (language: string, code: string): string => nameOf(language, 'region', code);

function nameOf(language: string, type: 'language' | 'region', code: string): string {
  try {
    const key = `${language} ${type}`;
    if (!known.has(key)) known.set(key, new Intl.DisplayNames([language], { type }));
    return known.get(key)!.of(code) ?? code;
  } catch {
    return code;
  }
}
