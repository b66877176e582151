import type { LitElement, ReactiveController } from 'lit';
import { focused } from './focus.js';
import { Lazy } from './lazy.js';
import { isKeptAlive, KeepAlive } from './keep-alive.js';

/** Tells whether a dialog is open and for what; gives the focus back to where it came from. */
export class DialogController<T> implements ReactiveController {
  #value?: T;
  #opener?: HTMLElement;
  /** For an element that the dialog shows; emptied when the dialog closes. */
  readonly keepAlive = new KeepAlive();

  /** The element that the dialog shows, where it is one that is loaded when the dialog opens. */
  element?: Lazy<unknown>;

  /** @param load Loads the element that the dialog shows: imports its `define` module. */
  constructor(
    private readonly host: LitElement,
    private readonly load?: (value: T) => Promise<unknown>,
  ) {
    host.addController(this);
  }

  /** The value that the dialog is open for; `undefined`: it is closed. */
  get value(): T | undefined {
    return this.#value;
  }

  open(value: T): void {
    this.#opener ??= focused();
    this.#value = value;
    const { load } = this;
    if (load) (this.element = new Lazy(this.host, () => load(value))).use();
    this.host.requestUpdate();
  }

  readonly close = (): void => {
    if (this.#value === undefined) return;
    this.#value = undefined;
    this.keepAlive.clear();
    this.host.requestUpdate();
    const opener = this.#opener;
    this.#opener = undefined;
    void this.host.updateComplete.then(() => opener?.isConnected && opener.focus({ preventScroll: true }));
  };

  hostDisconnected(): void {
    if (isKeptAlive(this.host)) return;
    this.#value = this.#opener = undefined;
    this.keepAlive.clear();
  }
}
