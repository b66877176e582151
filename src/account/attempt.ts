import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ApiError } from '../api/problem.js';
import type { Localize } from '../core/localize.js';
import type { account } from '../i18n/account.js';

type AccountLocalize = Localize<typeof account.english>;

/** What keeps a person from signing in, in words; `undefined` for failures that are not about signing in. */
export function refusal(error: ApiError | undefined, { t }: AccountLocalize): string | undefined {
  if (!error) return undefined;
  if (error.is('account-locked')) return t('accountLocked');
  if (error.is('password-expired')) return t('passwordExpired');
  if (error.status === 401) return t('wrongCredentials');
  const seconds = Math.ceil(error.retryAfter ?? 0);
  if (error.status !== 429 || seconds === 0) return undefined;
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

  begin(seconds: number): void {
    clearTimeout(this.#timer);
    this.#over = false;
    // Timers hold no more than 31 bits.
    this.#timer = setTimeout(this.#end, Math.min(seconds * 1000, 2 ** 31 - 1));
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
