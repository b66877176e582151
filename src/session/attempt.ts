import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ApiError } from '../api/problem.js';
import type { SharedLocalize } from '../core/localize-controller.js';
import { startTimer } from '../core/timer.js';
import { attempts } from './texts/attempts.js';

/** How long the server asks to wait after too many attempts, in words; `undefined` for other failures. */
export function waitText(error: ApiError | undefined, i18n: SharedLocalize): string | undefined {
  const seconds = Math.ceil(error?.retryAfter ?? 0);
  if (error?.status !== 429 || seconds === 0) return undefined;
  const t = i18n.in(attempts);
  return seconds > 90 ? t('waitMinutes', Math.ceil(seconds / 60)) : t('waitSeconds', seconds);
}

/** Holds further attempts back for as long as the server has asked. */
export class Pause implements ReactiveController {
  #timer?: ReturnType<typeof setTimeout>;
  #over = false;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  get active(): boolean {
    return this.#timer !== undefined;
  }

  /** A pause has come to its end, and nothing has been tried since. */
  get over(): boolean {
    return this.#over;
  }

  /** Begins when the server has asked to wait. */
  follow(error: ApiError | undefined): void {
    if (error?.status !== 429 || !error.retryAfter) return;
    clearTimeout(this.#timer);
    this.#over = false;
    this.#timer = startTimer(this.#end, error.retryAfter * 1000);
  }

  forget(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#over = false;
  }

  hostDisconnected(): void {
    this.forget();
  }

  #end = (): void => {
    this.#timer = undefined;
    this.#over = true;
    this.host.requestUpdate();
  };
}
