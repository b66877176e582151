/** A text: a string, or a function where there are values or plurals. */
export type Text = string | ((...values: never[]) => string);

/** Widens `typeof en` of a catalogue for other languages: another language has the same names, with texts of the same arguments. */
export type Translation<T> = { readonly [Name in keyof T]: T[Name] extends string ? string : T[Name] };

/** Texts that are loaded together: English at hand, the other languages when first needed. */
export interface Catalogue<T extends Record<string, Text>> {
  /** Unique; with a dot and the name of a text it is what a page replaces that text by. */
  readonly name: string;
  readonly english: T;
  readonly languages: Readonly<Record<string, () => Promise<{ default: Translation<T> }>>>;
}

export type Languages<T> = Readonly<Record<'de' | 'cs' | 'ar', () => Promise<{ default: Translation<T> }>>>;

/** Declares a catalogue; every language there is must be named. */
export function catalogue<T extends Record<string, Text>>(name: string, english: T, languages: Languages<T>): Catalogue<T> {
  return { name, english, languages };
}

/** The plural of `count` in `language` (Unicode plural rules): the form for its category, else `other`. */
export function plural(language: string, count: number, forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }): string {
  const form = forms[new Intl.PluralRules(language).select(count)] ?? forms.other;
  return form.replace('#', Number.isFinite(count) ? new Intl.NumberFormat(language).format(count) : '—');
}
