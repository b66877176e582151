/** A text: a string, or a function where there are values or plurals. */
export type Text = string | ((...values: never[]) => string);

/** What `typeof en` of an area is wide enough for: another language has the same names, with texts of the same arguments. */
export type Translation<T> = { readonly [Name in keyof T]: T[Name] extends string ? string : T[Name] };

/** The texts of one area: English at hand, the other languages loaded when first needed. */
export interface Catalogue<T extends Record<string, Text>> {
  readonly area: string;
  readonly english: T;
  readonly languages: Readonly<Record<string, () => Promise<{ default: Translation<T> }>>>;
}

export type Languages<T> = Readonly<Record<'de' | 'cs' | 'ar', () => Promise<{ default: Translation<T> }>>>;

/** Declares the texts of an area; every language there is must be named. */
export function catalogue<T extends Record<string, Text>>(area: string, english: T, languages: Languages<T>): Catalogue<T> {
  return { area, english, languages };
}

/** The plural of `count` in `language` (Unicode plural rules): the form for its category, else `other`. */
export function plural(language: string, count: number, forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }): string {
  const form = forms[new Intl.PluralRules(language).select(count)] ?? forms.other;
  return form.replace('#', new Intl.NumberFormat(language).format(count));
}
