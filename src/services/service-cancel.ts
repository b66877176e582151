import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { components } from '../api/schema.js';
import { FormController } from '../core/form-controller.js';
import type { LoadController } from '../core/load-controller.js';
import type { PortalElement } from '../core/portal-element.js';
import { serviceDialogs } from './texts/service-dialogs.js';
import { formStatus, textAreaField } from '../ui/form-view.js';
import { refusal } from '../ui/refusal.js';
import { serviceName, type Service, type ServicesLocalize } from './service-parts.js';

type Cancellation = components['schemas']['ServiceCancellation'];
type Option = components['schemas']['CancelOption'];

const refusals = ['day-changed', 'not-running', 'cancelled-with-another'] as const;

/** Cancelling a service to one of the days that the server offers, and taking that back; what it means is said before. */
export class ServiceCancel {
  #when = '';
  #reason = '';
  #asked = false;
  readonly #cancel: FormController<{ id: string; body: Cancellation }, Service>;
  readonly #withdraw: FormController<string, Service>;

  constructor(
    private readonly host: PortalElement,
    private readonly i18n: ServicesLocalize,
    private readonly record: LoadController<Service>,
    done: { cancelled: (service: Service) => void; withdrawn: (service: Service) => void },
  ) {
    this.#cancel = new FormController(host, {
      changes: ['/services'],
      send: (api, { id, body }) => api.PUT('/services/{serviceId}/cancellation', { params: { path: { serviceId: id } }, body }),
      onDone: done.cancelled,
    });
    this.#withdraw = new FormController(host, {
      changes: ['/services'],
      send: (api, id) => api.DELETE('/services/{serviceId}/cancellation', { params: { path: { serviceId: id } } }),
      onDone: done.withdrawn,
    });
  }

  /** Begins anew. */
  open(): void {
    this.#when = this.#reason = '';
    this.#asked = false;
    this.#cancel.edited();
    this.#withdraw.edited();
  }

  /** When it should end, what that means, and why. */
  view(service: Service, close: () => void): TemplateResult {
    const { i18n } = this;
    const t = i18n.in(serviceDialogs);
    const form = this.#cancel;
    const { cancelOptions, noticeDays, consequences } = service;
    const missing = this.#asked && !this.#chosen(service);
    return html`<form class="stack" novalidate @submit=${(event: Event) => this.#submit(event, service)}>
      <fieldset aria-describedby=${missing ? 'when-error' : nothing}>
        <legend>${t('when')}</legend>
        ${cancelOptions.map((option) => this.#option(option, missing))}
        ${noticeDays > 0 ? html`<small class="muted">${t('notice', noticeDays)}</small>` : nothing}
        ${missing ? html`<span class="error-text" id="when-error">${t('choose')}</span>` : nothing}
      </fieldset>
      ${
        consequences?.length
          ? html`<div class="notice warning">
              <div>
                <strong>${t('means')}</strong>
                <ul>
                  ${consequences.map(({ key, label }) => html`<li>${this.#meaning(key, label)}</li>`)}
                </ul>
              </div>
            </div>`
          : nothing
      }
      ${textAreaField({ name: 'reason', label: t('reason'), rows: 3, value: this.#reason, edit: (reason) => this.#edit(() => (this.#reason = reason)) })}
      ${refusal(form, refusals, (kind) => t(`problem-${kind}`)) ?? formStatus(form, i18n)}
      <footer>
        <button type="button" @click=${close}>${t('keep')}</button>
        <button type="submit" class="destructive" aria-disabled=${form.busy}>${t('confirm')}</button>
      </footer>
    </form>`;
  }

  /** That it runs on as before. */
  withdrawal(service: Service, close: () => void): TemplateResult {
    const { i18n } = this;
    const t = i18n.in(serviceDialogs);
    const form = this.#withdraw;
    const submit = (event: Event) => {
      event.preventDefault();
      void form.send(service.id);
    };
    return html`<form class="stack" @submit=${submit}>
      <p>${t('withdrawText', serviceName(service, i18n))}</p>
      ${refusal(form, refusals, (kind) => t(`problem-${kind}`)) ?? formStatus(form, i18n)}
      <footer>
        <button type="button" @click=${close}>${t('stayCancelled')}</button>
        <button type="submit" class="primary" aria-disabled=${form.busy}>${t('withdrawTitle')}</button>
      </footer>
    </form>`;
  }

  #option({ when, lastDay }: Option, missing: boolean): TemplateResult {
    const t = this.i18n.in(serviceDialogs);
    const day = this.i18n.day(lastDay);
    const choose = () => this.#edit(() => (this.#when = when));
    const text = when === 'end-of-term' || when === 'now' ? t(`when-${when}`, day) : t('whenOther', day);
    return html`<label class="check-field">
      <input
        type="radio"
        name="when"
        value=${when}
        aria-invalid=${missing ? 'true' : 'false'}
        .checked=${live(this.#when === when)}
        @change=${choose}
      />
      <span>${text}</span>
    </label>`;
  }

  #meaning(key: string, label: string): string {
    const name = `means-${key}`;
    const { english } = serviceDialogs;
    return Object.hasOwn(english, name) ? this.i18n.in(serviceDialogs)(name as 'means-no-refund') : label || key;
  }

  #chosen({ cancelOptions }: Service): Option | undefined {
    return cancelOptions.find(({ when }) => when === this.#when);
  }

  #edit(change: () => unknown): void {
    if (!this.#cancel.busy) change();
    this.#cancel.edited();
  }

  async #submit(event: Event, service: Service): Promise<void> {
    event.preventDefault();
    const option = this.#chosen(service);
    this.#asked = true;
    this.host.requestUpdate();
    if (!option) {
      const element = event.currentTarget as HTMLFormElement;
      return element.querySelector<HTMLElement>('[name="when"]')?.focus();
    }
    const reason = this.#reason.trim();
    await this.#cancel.send({ id: service.id, body: { ...option, ...(reason && { reason }) } });
    // What is offered has changed meanwhile: the present days are shown beside the refusal.
    if (this.#cancel.error?.status === 409) this.record.reload();
  }
}
