import type { ReactiveController, ReactiveElement } from 'lit';
import { focused } from './focus.js';
import { isHeld, Place } from './place.js';

/** Whether a dialog is open and for what; gives the focus back to where it came from. */
export class Dialog<T> implements ReactiveController {
  #value?: T;
  #opener?: HTMLElement;
  /** For an element that the dialog shows; emptied when the dialog closes. */
  readonly place = new Place();

  constructor(private readonly host: ReactiveElement) {
    host.addController(this);
  }

  /** What the dialog is open for; `undefined`: it is closed. */
  get value(): T | undefined {
    return this.#value;
  }

  open(value: T): void {
    this.#opener ??= focused();
    this.#value = value;
    this.host.requestUpdate();
  }

  readonly close = (): void => {
    if (this.#value === undefined) return;
    this.#value = undefined;
    this.place.clear();
    this.host.requestUpdate();
    const opener = this.#opener;
    this.#opener = undefined;
    void this.host.updateComplete.then(() => opener?.isConnected && opener.focus({ preventScroll: true }));
  };

  hostDisconnected(): void {
    if (isHeld(this.host)) return;
    this.#value = this.#opener = undefined;
    this.place.clear();
  }
}
