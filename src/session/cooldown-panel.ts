import { html, type TemplateResult } from 'lit';
import { startTimer } from '../core/loading/timer.js';
import { Panel } from '../core/panel.js';
import type { PortalElement } from '../core/portal-element.js';
import { errorNotice } from './cooldown-view.js';
import { attempts } from './texts/attempts.js';

/** The wait that the server has asked for after too many attempts. */
export class CooldownPanel extends Panel<PortalElement, typeof attempts.english> {
  #timer?: ReturnType<typeof setTimeout> | undefined;
  #seconds = 0;
  #over = false;

  constructor(host: PortalElement) {
    super(host, attempts);
  }

  /** It is not over yet. */
  get active(): boolean {
    return this.#timer !== undefined;
  }

  begin(seconds: number): void {
    this.reset();
    this.#seconds = Math.ceil(seconds);
    this.#timer = startTimer(this.#end, seconds * 1000);
    this.update();
  }

  reset(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#over = false;
  }

  override hostDisconnected(): void {
    super.hostDisconnected();
    this.reset();
  }

  /** Says how long to wait, or that another attempt can be made; `undefined`: nothing is held back. */
  render(): TemplateResult | undefined {
    const { t } = this.i18n;
    if (this.#over) return html`<div class="notice" role="status"><p>${t('tryAgainNow')}</p></div>`;
    if (!this.active) return undefined;
    return errorNotice(this.#seconds > 90 ? t('waitMinutes', Math.ceil(this.#seconds / 60)) : t('waitSeconds', this.#seconds));
  }

  readonly #end = (): void => {
    this.#timer = undefined;
    this.#over = true;
    this.update();
  };
}
