import type { ReactiveController } from 'lit';
import { connect } from '../api/connection.js';
import { unwrap } from '../api/problem.js';
import { clientContext, type Session } from '../context/contexts.js';
import { Consumer } from '../core/consume.js';
import type { PortalElement } from '../core/portal-element.js';
import { startTimer } from '../core/loading/timer.js';

/** Milliseconds that a session lasts, by the server's own clock. */
const remaining = ({ expiresAt, serverTime }: Session): number => Date.parse(expiresAt) - Date.parse(serverTime);

/**
 * Watches how long a session lasts. What people do makes it longer without telling anyone, so shortly before it would end
 * the server is asked again; asking does not make it longer.
 */
export class SessionClock implements ReactiveController {
  #timer?: ReturnType<typeof setTimeout>;
  #endsAt?: number | undefined;
  readonly #client: Consumer<typeof clientContext>;

  constructor(
    private readonly host: PortalElement,
    /** Milliseconds before the end at which `onNear` is told. */
    private readonly notice: () => number,
    /** The end is near; again whenever that has been looked at anew. */
    private readonly onNear: () => void,
    /** The end is not near, or no longer. */
    private readonly onFar: () => void,
  ) {
    this.#client = new Consumer(host, clientContext);
    host.addController(this);
  }

  /** Milliseconds until the end; 0 once it has come. */
  get left(): number {
    return Math.max(0, (this.#endsAt ?? Infinity) - Date.now());
  }

  follow(session: Session): void {
    const left = remaining(session);
    if (!Number.isFinite(left)) return;
    this.#endsAt = Date.now() + left;
    // The page that has just been opened makes it longer by what it loads.
    this.#wait(left > this.notice() ? left - this.notice() : left / 4);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#endsAt = undefined;
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#onAttention);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#onAttention);
    this.stop();
  }

  /** Timers sleep with the computer and slow down in the background. */
  #onAttention = (): void => {
    if (!document.hidden && this.left < this.notice()) void this.#ask();
  };

  #wait(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = startTimer(() => void this.#ask(), milliseconds);
  }

  async #ask(): Promise<void> {
    const client = this.#client.value;
    if (!client || this.#endsAt === undefined) return;
    try {
      this.#judge(remaining(await unwrap(connect(client).api.GET('/session'))));
    } catch {
      // The provider hears by itself of a session that has ended; after any other failure there is another try.
      this.#wait(15_000);
    }
  }

  #judge(left: number): void {
    if (this.#endsAt === undefined || !this.host.isConnected) return;
    if (!Number.isFinite(left)) return this.stop();
    this.#endsAt = Date.now() + left;
    if (left > this.notice()) {
      this.onFar();
      this.#wait(left - this.notice());
    } else {
      this.onNear();
      // Once more at the end, and now and then before it: another page may have made it longer.
      this.#wait(Math.min(left + 500, 15_000));
    }
  }
}
