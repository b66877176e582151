import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { ApiError } from '../api/problem.js';
import type { SharedLocalize } from '../core/localize-controller.js';
import { startTimer } from '../core/loading/timer.js';
import { attempts } from './texts/attempts.js';

/** Holds further attempts back for as long as the server has asked after too many of them. */
export class Cooldown implements ReactiveController {
  #timer?: ReturnType<typeof setTimeout>;
  #seconds = 0;
  #over = false;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  get active(): boolean {
    return this.#timer !== undefined;
  }

  /** It has come to its end, and nothing has been tried since. */
  get over(): boolean {
    return this.#over;
  }

  /** The seconds that the server has asked to wait; 0 while nothing is held back. */
  get seconds(): number {
    return this.active ? this.#seconds : 0;
  }

  /** Begins if the server has asked to wait. */
  follow(error: ApiError | undefined): void {
    if (error?.status !== 429 || !error.retryAfter) return;
    this.reset();
    this.#seconds = Math.ceil(error.retryAfter);
    this.#timer = startTimer(this.#end, error.retryAfter * 1000);
    this.host.requestUpdate();
  }

  reset(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#over = false;
  }

  hostDisconnected(): void {
    this.reset();
  }

  readonly #end = (): void => {
    this.#timer = undefined;
    this.#over = true;
    this.host.requestUpdate();
  };
}

/** Says how long to wait, or that another attempt can be made; `undefined`: nothing is held back. */
export function cooldownNotice({ over, seconds }: Cooldown, i18n: SharedLocalize): TemplateResult | undefined {
  const t = i18n.in(attempts);
  if (over) return html`<div class="notice" role="status"><p>${t('tryAgainNow')}</p></div>`;
  if (seconds === 0) return undefined;
  return errorNotice(seconds > 90 ? t('waitMinutes', Math.ceil(seconds / 60)) : t('waitSeconds', seconds));
}

/** A failure in the element's own words. */
export const errorNotice = (text: string): TemplateResult =>
  html`<div class="notice danger" part="error" role="alert"><p>${text}</p></div>`;
