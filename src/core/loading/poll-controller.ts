import type { ReactiveController } from 'lit';
import type { LoadController } from './load-controller.js';
import type { PortalElement } from '../portal-element.js';

/**
 * Asks again from time to time, as long as somebody can see the answer: not while the page is hidden, and at once when it is
 * seen again. What is asked for so is nothing a person did: it says so to the server, which lets the session end in its time.
 */
export class PollController implements ReactiveController {
  #timer?: ReturnType<typeof setTimeout> | undefined;
  #every = 0;
  #missed = false;
  #mine = false;

  constructor(
    private readonly host: PortalElement,
    private readonly load: LoadController<unknown>,
    /** Seconds between two questions; 0: none is asked. */
    private readonly seconds: () => number,
  ) {
    host.addController(this);
  }

  /** The header of the request that is made now. */
  get header(): { 'Portal-Background'?: '1' } {
    const mine = this.#mine;
    this.#mine = false;
    return mine ? { 'Portal-Background': '1' } : {};
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#look);
  }

  hostUpdated(): void {
    const seconds = this.host.access === 'allowed' && this.host.isConnected ? this.seconds() : 0;
    if (seconds !== this.#every) this.#stop();
    this.#every = seconds;
    if (seconds > 0 && !this.#missed) this.#timer ??= setTimeout(this.#ask, seconds * 1000);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#look);
    this.#stop();
  }

  #look = (): void => {
    if (this.#missed && !document.hidden) this.#ask();
  };

  #ask = (): void => {
    this.#timer = undefined;
    this.#missed = document.hidden;
    if (this.#missed) return;
    if (this.load.busy) return this.host.requestUpdate();
    this.#mine = true;
    this.load.reload();
  };

  #stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#missed = false;
  }
}
