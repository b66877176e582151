import { css, html, nothing, type CSSResult, type TemplateResult } from 'lit';
import { FormController } from '../core/forms/form-controller.js';
import { SecretFields } from '../core/forms/secret-fields.js';
import { startTimer } from '../core/loading/timer.js';
import { Panel } from '../core/panel.js';
import type { PortalElement } from '../core/portal-element.js';
import { formStatus } from '../ui/form-view.js';
import { refusal } from '../ui/refusal.js';
import { spoken, type SupportPin, type SupportPreferences } from './support-preferences.js';
import { supportPreferences as texts } from './texts/support-preferences.js';

const styles = css`
  .pin {
    display: grid;
    gap: 0.5em;
    max-inline-size: 46em;
  }
  .pin p {
    margin: 0;
  }
  .secret {
    font-size: 1.25em;
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.06em;
  }
`;

/** The PIN to read out on the telephone: shown when it is asked for, hidden again after a while, and forgotten when the element is left or denied. */
export class PinPanel extends Panel<PortalElement, typeof texts.english> {
  static override readonly styles: readonly CSSResult[] = [styles];

  readonly #value: SecretFields<'pin'>;
  readonly #form: FormController<'reveal' | 'renew', SupportPin>;
  #timer?: ReturnType<typeof setTimeout> | undefined;
  #asked?: 'reveal' | 'renew';
  #announcement = '';

  constructor(host: PortalElement) {
    super(host, texts);
    this.#value = new SecretFields(host, () => this.#stop());
    this.#form = new FormController<'reveal' | 'renew', SupportPin>(host, {
      changes: ['/support-preferences'],
      send: (api, act) => (act === 'renew' ? api.POST('/support-preferences/pin') : api.POST('/support-preferences/pin/reveal')),
      onDone: (answer) => this.#show(answer),
    });
  }

  render({ pinRenewedAt }: SupportPreferences): TemplateResult {
    const { t, instant } = this.i18n;
    const mayRenew = this.host.can('update');
    const pin = this.#value.get('pin');
    const isMade = pinRenewedAt !== null || pin !== '';
    return html`<div class="pin" part="pin">
      <h3 id="pin">${t('pin')}</h3>
      <p class="muted">${t('pinText')}</p>
      <p>
        ${pin ? html`<bdi class="secret" part="secret" dir="ltr">${spoken(pin)}</bdi>` : nothing}
        ${isMade && !pin ? html`<span class="muted" aria-hidden="true">••• •••</span>` : nothing}
        ${pinRenewedAt ? html`<small class="muted">${t('pinSince', instant(pinRenewedAt))}</small>` : nothing}
        ${isMade ? nothing : t('noPin')}
      </p>
      ${refusal(this.#form, ['no-pin'], () => t('noPin')) ?? formStatus(this.#form, this.i18n)}
      <div class="actions" role="group" aria-labelledby="pin">
        ${isMade ? this.#button(pin ? 'hidePin' : 'showPin', () => (pin ? this.#hide() : this.#ask('reveal'))) : nothing}
        ${mayRenew ? this.#button(isMade ? 'renewPin' : 'makePin', () => this.#ask('renew')) : nothing}
      </div>
      <small class="muted" role="status">${this.#announcement}</small>
    </div>`;
  }

  #button(name: 'showPin' | 'hidePin' | 'makePin' | 'renewPin', act: () => void): TemplateResult {
    return html`<button type="button" aria-disabled=${this.#form.busy} @click=${act}>${this.i18n.t(name)}</button>`;
  }

  #ask(act: 'reveal' | 'renew'): void {
    if (this.#form.busy) return;
    this.#form.edited();
    this.#asked = act;
    void this.#form.send(act);
  }

  #show({ pin, seconds }: SupportPin): void {
    if (!this.host.isConnected || this.host.access !== 'allowed') return;
    clearTimeout(this.#timer);
    this.#value.set('pin', pin);
    const { t } = this.i18n;
    this.#announcement = [this.#asked === 'renew' ? t('pinRenewed') : '', t('hiddenAgain', seconds)].filter(Boolean).join(' ');
    this.#timer = startTimer(() => this.#hide(), seconds * 1000);
  }

  #hide(): void {
    this.#stop();
    this.#value.set('pin', '');
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#announcement = '';
  }
}
