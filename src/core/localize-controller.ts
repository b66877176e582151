import type { ReactiveController, ReactiveElement } from 'lit';
import { localeContext } from '../context/contexts.js';
import type { Catalogue, Text } from '../i18n/catalogue.js';
import { formatDay, formatInstant, formatMoney, formatNumber, isTimeZone, type Money } from '../i18n/format.js';
import { shared } from '../i18n/texts/shared.js';
import { Consumer } from './consume.js';
import { warnOnce } from './warn.js';

type Shared = typeof shared.english;
type Values<T> = T extends (...values: infer V) => string ? V : [];

/** The part that view functions need: formats, and the texts of their own catalogue through `in`. */
export type SharedLocalize = Pick<
  LocalizeController<Record<never, never>>,
  'in' | 'label' | 'language' | 'timeZone' | 'money' | 'number' | 'day' | 'instant'
>;

const loaded = new Map<string, Record<string, Text>>();
const elements = new Set<LocalizeController<Record<string, Text>>>();
let watching: MutationObserver | undefined;

const say = (text: Text | undefined, values: unknown[]): string =>
  typeof text === 'function' ? (text as (...values: unknown[]) => string)(...values) : (text ?? '');

/** A tag as it is used in texts and formats; one that is none is English. */
function readLocale(tag: string): string {
  try {
    return new Intl.Locale(tag).toString();
  } catch {
    return 'en';
  }
}

/** The `lang` nearest to the element, through shadow roots. */
function nearestLanguage(element: Element): string | undefined {
  const holder = element.closest('[lang]');
  if (holder) return holder.getAttribute('lang') || undefined;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? nearestLanguage(root.host) : undefined;
}

/**
 * Texts and formats of one element, in the language of the locale context, else of the nearest `lang`, else of the
 * browser. Texts of another language than English are loaded when first needed; a text that a language lacks is English.
 */
export class LocalizeController<T extends Record<string, Text>> implements ReactiveController {
  readonly #locale: Consumer<typeof localeContext>;
  /** Every text and every format asks, so it is found out once an update. */
  #language?: string | undefined;

  constructor(
    private readonly host: ReactiveElement,
    private readonly catalogue: Catalogue<T>,
  ) {
    this.#locale = new Consumer(host, localeContext);
    host.addController(this);
  }

  /** BCP 47 tag for texts and formats. */
  get language(): string {
    return (this.#language ??= readLocale(this.#locale.value?.language || nearestLanguage(this.host) || navigator.language));
  }

  /** IANA time zone in which instants are shown; `undefined`: the browser's. */
  get timeZone(): string | undefined {
    const zone = this.#locale.value?.timeZone;
    if (!zone || isTimeZone(zone)) return zone;
    warnOnce(`time zone "${zone}" is not known; the browser's is used.`);
    return undefined;
  }

  /** The text called `name`, of the element's catalogue or of the few that all elements share. */
  readonly t = <Name extends keyof (T & Shared) & string>(name: Name, ...values: Values<(T & Shared)[Name]>): string =>
    say(this.#find(Object.hasOwn(this.catalogue.english, name) ? this.catalogue : shared, name), values);

  /** `t` for another catalogue, such as that of a view function. */
  in<Other extends Record<string, Text>>(catalogue: Catalogue<Other>) {
    return <Name extends keyof Other & string>(name: Name, ...values: Values<Other[Name]>): string =>
      say(this.#find(catalogue, name), values);
  }

  /** The text called `name` if there is one, else `fallback`: for values that the server may add to later. */
  label(name: string, fallback: string, catalogue: Catalogue<Record<string, Text>> = this.catalogue): string {
    const text = Object.hasOwn(catalogue.english, name) ? this.#find(catalogue, name) : undefined;
    return typeof text === 'string' ? text : fallback;
  }

  readonly money = (value: Money | null | undefined): string => this.#known(value, (each) => formatMoney(this.language, each));
  readonly number = (value: number | null | undefined): string => this.#known(value, (each) => formatNumber(this.language, each));
  readonly day = (value: string | null | undefined): string => this.#known(value, (each) => formatDay(this.language, each));
  readonly instant = (value: string | Date | null | undefined, timeStyle?: 'short' | 'medium'): string =>
    this.#known(value, (each) => formatInstant(this.language, each, this.timeZone, timeStyle));

  hostConnected(): void {
    elements.add(this);
    watching ??= new MutationObserver(() => elements.forEach((each) => each.host.requestUpdate()));
    if (elements.size === 1) watching.observe(document.documentElement, { subtree: true, attributeFilter: ['lang'] });
  }

  hostUpdate(): void {
    this.#language = undefined;
  }

  hostDisconnected(): void {
    elements.delete(this);
    if (elements.size === 0) watching?.disconnect();
  }

  /** A dash stands for what the server has left out, or what is no such value, so that a record with a gap can still be read. */
  #known<V>(value: V | null | undefined, format: (value: V) => string | undefined): string {
    return (value == null ? undefined : format(value)) ?? say(this.#find(shared, 'none'), []);
  }

  #find(catalogue: Catalogue<Record<string, Text>>, name: string): Text | undefined {
    const own = this.#locale.value?.texts;
    const key = `${catalogue.name}.${name}`;
    if (own && Object.hasOwn(own, key)) return own[key] as Text;
    const texts = this.#texts(catalogue);
    return Object.hasOwn(texts, name) ? texts[name] : catalogue.english[name];
  }

  #texts(catalogue: Catalogue<Record<string, Text>>): Record<string, Text> {
    const language = this.language.split('-')[0]!;
    const load = Object.hasOwn(catalogue.languages, language) ? catalogue.languages[language] : undefined;
    if (!load) return catalogue.english;
    const key = `${language}.${catalogue.name}`;
    const texts = loaded.get(key);
    if (texts) return texts;
    // English stands in until the language is here, and stays if it cannot be loaded.
    loaded.set(key, catalogue.english);
    load().then(
      (module) => (loaded.set(key, module.default as Record<string, Text>), elements.forEach((each) => each.host.requestUpdate())),
      () => loaded.delete(key),
    );
    return catalogue.english;
  }
}
