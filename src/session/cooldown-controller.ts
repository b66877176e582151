import type { ApiError } from '../api/problem.js';
import { Lazy } from '../core/lazy.js';
import type { PortalElement } from '../core/portal-element.js';
import type { CooldownPanel } from './cooldown-panel.js';

/**
 * Holds further attempts back for as long as the server has asked after too many of them. Where its panel could not be
 * loaded nothing is held back: the form says how long to wait, as any other does.
 */
export class CooldownController {
  readonly panel: Lazy<CooldownPanel>;
  /** The server has asked to wait, and nothing has been tried since. */
  #asked = false;

  constructor(host: PortalElement) {
    this.panel = new Lazy(host, () => import('./cooldown-panel.js').then((each) => new each.CooldownPanel(host)));
  }

  get active(): boolean {
    return !!this.panel.value?.active;
  }

  /** Begins if the server has asked to wait. */
  follow(error: ApiError | undefined): void {
    const { status, retryAfter } = error ?? {};
    if (status !== 429 || !retryAfter) return;
    this.#asked = true;
    this.panel.use((panel) => this.#asked && panel.begin(retryAfter));
  }

  reset(): void {
    this.#asked = false;
    this.panel.value?.reset();
  }

  /** The server has asked to wait, and the panel that says so is still on its way. */
  get pending(): boolean {
    return this.#asked && this.panel.value === undefined && this.panel.error === undefined;
  }
}
