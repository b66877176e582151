import type { CSSResult, LitElement } from 'lit';
import { adoptStyles } from './adopt-styles.js';
import { whenIdle } from './loading/schedule.js';

/** A part of the library could not be loaded: the page is offline, or a deploy has replaced its file. */
export class LoadError extends Error {}

/** Loads once, with the first call; what could not be loaded is loaded again with the next. Rejects with a `LoadError`. */
export function lazy<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () =>
    (loading ??= load().catch((cause: unknown) => {
      loading = undefined;
      // A module or a panel that throws would be mistaken for one that could not be fetched.
      console.warn(cause);
      throw new LoadError('This part of the page could not be loaded.', { cause });
    }));
}

/** The styles that a module of view functions exports beside them; a panel has its own. */
interface Styled {
  styles?: readonly CSSResult[];
}

/**
 * A part of an element that is loaded later: a panel, or a module of view functions, whose `styles` the element then gets.
 * Where it would appear, `lazyView` shows it, or a sentence with “Try again” when it could not be loaded.
 */
export class Lazy<T> {
  #value?: T;
  #error?: unknown;
  #busy = false;
  #failures = 0;
  #pending?: ((value: T) => unknown) | undefined;
  readonly #load: () => Promise<T>;

  constructor(
    private readonly host: LitElement,
    load: () => Promise<T>,
  ) {
    this.#load = lazy(load);
  }

  /** The loaded part, if it is here. */
  get value(): T | undefined {
    return this.#value;
  }

  /** The reason why it could not be loaded; stays until it is here, with the button that was pressed and has the focus. */
  get error(): unknown {
    return this.#error;
  }

  /** The number of failures to load it. Firefox remembers a failed import as long as the page lives, so a second failure asks for a reload. */
  get failures(): number {
    return this.#failures;
  }

  /** Loads unless it is here, then calls `act`; after a failure `retry` still calls it. Of several asked for meanwhile only the last is. */
  use(act?: (value: T) => unknown): void {
    if (this.#value !== undefined) return void act?.(this.#value);
    if (act) this.#pending = act;
    if (!this.#busy) void this.load().catch(() => undefined);
  }

  /** Loads at once, unless it is here, on its way, or has failed; for a part that is always shown. */
  useNow(): void {
    if (this.#isNew) this.use();
  }

  /** Loads when the browser has nothing more urgent to do, unless it is here, on its way, or has failed. */
  useWhenIdle(): void {
    if (this.#isNew) void this.load(whenIdle).catch(() => undefined);
  }

  /** Loads again after a failure, and does what was asked for meanwhile. */
  readonly retry = (): void => this.use();

  /** Loads unless it is here; for a `LoadController`, which waits for it beside its answer. Rejects with a `LoadError`. */
  async load(before?: (host: LitElement) => Promise<void>): Promise<T> {
    if (this.#value !== undefined) return this.#value;
    this.#busy = true;
    try {
      const value = await this.#load();
      await before?.(this.host);
      if (this.#value === undefined) adoptStyles(this.host, ...((value as Styled).styles ?? []));
      const act = this.#pending;
      this.#pending = undefined;
      // By itself: a fault of it is one of the program, and told as any other, for the part has been loaded.
      queueMicrotask(() => act?.(value));
      this.#error = undefined;
      return (this.#value = value);
    } catch (error) {
      this.#error = error;
      this.#failures++;
      throw error;
    } finally {
      this.#busy = false;
      this.host.requestUpdate();
    }
  }

  get #isNew(): boolean {
    return !this.#busy && this.#value === undefined && this.#error === undefined;
  }
}
