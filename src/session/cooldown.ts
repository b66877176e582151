import { html, nothing, type TemplateResult } from 'lit';
import type { ApiError } from '../api/problem.js';
import { Lazy } from '../core/lazy.js';
import type { PortalElement } from '../core/portal-element.js';
import type { CooldownPanel } from './cooldown-panel.js';

/**
 * Holds further attempts back for as long as the server has asked after too many of them. Where its panel could not be
 * loaded nothing is held back: the form says how long to wait, as any other does.
 */
export class Cooldown {
  readonly #panel: Lazy<CooldownPanel>;
  /** The server has asked to wait, and nothing has been tried since. */
  #asked = false;

  constructor(host: PortalElement) {
    this.#panel = new Lazy(host, () => import('./cooldown-panel.js').then((each) => new each.CooldownPanel(host)));
  }

  get active(): boolean {
    return !!this.#panel.value?.active;
  }

  /** Begins if the server has asked to wait. */
  follow(error: ApiError | undefined): void {
    const { status, retryAfter } = error ?? {};
    if (status !== 429 || !retryAfter) return;
    this.#asked = true;
    this.#panel.use((panel) => this.#asked && panel.begin(retryAfter));
  }

  reset(): void {
    this.#asked = false;
    this.#panel.value?.reset();
  }

  /** Says how long to wait, or that another attempt can be made; `undefined`: nothing is held back. */
  view(): unknown {
    const { value, error } = this.#panel;
    return value ? value.render() : this.#asked && error === undefined ? nothing : undefined;
  }
}

/** A failure in the element's own words. */
export const errorNotice = (text: string): TemplateResult =>
  html`<div class="notice danger" part="error" role="alert"><p>${text}</p></div>`;
