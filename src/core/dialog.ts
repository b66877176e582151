import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { focused } from './focus.js';

/** Whether a dialog is open and for what; gives the focus back to where it came from. */
export class Dialog<T> implements ReactiveController {
  #value?: T;
  #opener?: HTMLElement;

  constructor(private readonly host: ReactiveControllerHost) {
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
    this.host.requestUpdate();
    const opener = this.#opener;
    this.#opener = undefined;
    void this.host.updateComplete.then(() => opener?.isConnected && opener.focus({ preventScroll: true }));
  };

  hostDisconnected(): void {
    this.#value = this.#opener = undefined;
  }
}
