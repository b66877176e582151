import type { LitElement, ReactiveController } from 'lit';

/** The parts of a form that this controller needs; a `DraftForm` has them. */
interface WordsForm<Name extends string> {
  readonly draft: Readonly<Record<Name, unknown>>;
  readonly dirty: boolean;
  begin(): void;
  edit(values: Partial<Record<Name, string>>): void;
}

/**
 * Keeps the words of a form in the tab's session storage until they have been sent: over a reload, signing in again, or another
 * page. Nothing but the named fields is kept, and only for the key, which has to name the person and the record.
 */
export class KeptWords<Name extends string> implements ReactiveController {
  #key: string | undefined;
  #kept = '';

  constructor(
    host: LitElement,
    private readonly form: WordsForm<Name>,
    private readonly names: readonly Name[],
    /** `undefined`: it is not known yet for whom. */
    private readonly key: () => string | undefined,
  ) {
    host.addController(this);
  }

  /** Hands the words over to the form of another record, which begins with them. */
  moveTo(key: string): void {
    if (this.#kept) store(key, this.#kept);
  }

  hostUpdate(): void {
    const key = this.key();
    if (key === undefined || key === this.#key) return;
    if (this.#key !== undefined) this.form.begin();
    this.#key = key;
    this.#kept = read(key);
    if (!this.form.dirty) this.form.edit(this.#words());
  }

  hostUpdated(): void {
    if (this.#key === undefined || this.key() !== this.#key) return;
    const words = this.names.map((name) => [name, String(this.form.draft[name])] as const).filter(([, text]) => text.trim());
    const now = words.length > 0 ? JSON.stringify(Object.fromEntries(words)) : '';
    if (now === this.#kept) return;
    this.#kept = now;
    store(this.#key, now);
  }

  /** The words that were kept, if they can be read. */
  #words(): Partial<Record<Name, string>> {
    try {
      const found = JSON.parse(this.#kept || '{}') as Record<string, unknown>;
      const texts = this.names.filter((name) => typeof found[name] === 'string').map((name) => [name, found[name]]);
      return Object.fromEntries(texts) as Partial<Record<Name, string>>;
    } catch {
      return {};
    }
  }
}

/** A page that may not store anything keeps the words in the form alone. */
function read(key: string): string {
  try {
    return sessionStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

function store(key: string, words: string): void {
  try {
    if (words) sessionStorage.setItem(key, words);
    else sessionStorage.removeItem(key);
  } catch {
    // See `read`.
  }
}
