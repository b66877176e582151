import { html, nothing, type TemplateResult } from 'lit';
import type { Api } from '../api/connection.js';
import type { Answer } from '../api/problem.js';
import { FormController } from '../core/forms/form-controller.js';
import { Panel } from '../core/panel.js';
import type { PortalElement } from '../core/portal-element.js';
import { tools } from '../i18n/texts/tools.js';
import { confirmation } from '../ui/confirmation.js';
import { facts } from '../ui/detail-view.js';
import { countryName } from '../ui/display-names.js';
import { formStatus } from '../ui/form-view.js';
import { refusal } from '../ui/refusal.js';
import { expiryMonth, methodAccount, methodStatus, methodType, type PaymentMethod } from './payment-method.js';
import { paymentMethodDialogs as texts } from './texts/payment-method-dialogs.js';
import { paymentMethods } from './texts/payment-methods.js';

interface Options {
  edit: (method: PaymentMethod) => void;
  askToDelete: () => void;
  /** Leads back from the question to the details. */
  back: () => void;
  madeDefault: (method: PaymentMethod) => void;
  deleted: (method: PaymentMethod) => void;
}

const path = ({ id }: PaymentMethod) => ({ paymentMethodId: id });

/** Deletes; one that is gone already is deleted. */
async function sendDeletion(api: Api, method: PaymentMethod): Promise<Answer<unknown>> {
  const answer = await api.DELETE('/payment-methods/{paymentMethodId}', { params: { path: path(method) } });
  return answer.response.status === 404 ? { response: new Response(null, { status: 204 }) } : answer;
}

/** One payment method: its facts, the services paid with it; made the default, and deleted once it is plain what that means. */
export class DetailsPanel extends Panel<PortalElement, typeof texts.english> {
  readonly #default: FormController<PaymentMethod, PaymentMethod>;
  readonly #deletion: FormController<PaymentMethod>;

  constructor(
    host: PortalElement,
    private readonly options: Options,
  ) {
    super(host, texts);
    this.#default = new FormController(host, {
      changes: ['/payment-methods'],
      send: (api, method) => api.PUT('/payment-methods/{paymentMethodId}/default', { params: { path: path(method) } }),
      onDone: options.madeDefault,
    });
    let deleted: PaymentMethod;
    this.#deletion = new FormController(host, {
      changes: ['/payment-methods', '/services'],
      empty: true,
      send: (api, method) => sendDeletion(api, (deleted = method)),
      onDone: () => options.deleted(deleted),
    });
  }

  begin(): void {
    this.#default.edited();
  }

  render(method: PaymentMethod): TemplateResult {
    const { i18n } = this;
    const { statusNote } = method;
    return html`<div class="method">
      ${statusNote ? html`<p class="notice"><bdi>${statusNote}</bdi></p>` : nothing} ${this.#facts(method)} ${this.#services(method)}
      ${refusal(this.#default, ['not-usable'], () => i18n.t('notUsable')) ?? formStatus(this.#default, i18n)} ${this.#actions(method)}
    </div>`;
  }

  /** The question before a payment method is deleted. */
  renderDeletion(method: PaymentMethod): TemplateResult {
    const { t } = this.i18n;
    const form = this.#deletion;
    const { serviceCount, mandate, isDefault } = method;
    const service = form.error?.problem.errors?.find(({ code }) => code === 'service')?.detail;
    return confirmation(form, this.i18n, {
      text: html`${serviceCount > 0 ? html`<p>${t('deleteServices', serviceCount)}</p>` : nothing}
        ${isDefault ? html`<p>${t('deleteDefault')}</p>` : nothing}
        ${mandate ? html`<p>${t('deleteMandate', mandate.reference)}</p>` : nothing}
        <p>${t('deleteText')}</p>`,
      submit: this.i18n.in(tools)('delete'),
      destructive: true,
      act: () => void form.send(method),
      cancel: this.options.back,
      refusal: refusal(form, ['last-payment-method'], () => (service ? t('lastFor', service) : t('last'))),
    });
  }

  #facts(method: PaymentMethod): TemplateResult {
    const { t } = this.i18n;
    const { i18n } = this;
    const label = i18n.in(paymentMethods);
    const { brand, holder, expiresOn, mandate } = method;
    const user = (text: string | null | undefined) => text && html`<bdi>${text}</bdi>`;
    return facts([
      [label('status'), methodStatus(method, i18n)],
      [label('type'), user([methodType(method, i18n), brand].filter(Boolean).join(' · '))],
      [method.type === 'bank-account' ? t('iban') : t('number'), html`<bdi class="number">${methodAccount(method)}</bdi>`],
      [t('holder'), user(holder)],
      [label('expires'), expiresOn && expiryMonth(method, i18n)],
      [t('mandateReference'), user(mandate?.reference)],
      [t('mandateGiven'), mandate && i18n.day(mandate.signedOn)],
      [t('creditorId'), user(mandate?.creditorId)],
      [t('billingAddress'), addressText(method, i18n.language)],
      [t('addedOn'), i18n.instant(method.createdAt)],
    ]);
  }

  #actions(method: PaymentMethod): TemplateResult {
    const { t } = this.i18n;
    const may = (task: string, action: 'update' | 'delete') => method.allowedActions.includes(task) && this.host.can(action);
    const button = (text: string, act: () => void, kind = '') => html`<button type="button" class=${kind} @click=${act}>${text}</button>`;
    const askToDelete = () => {
      this.#deletion.edited();
      this.options.askToDelete();
    };
    return html`<div class="actions">
      ${
        may('set-default', 'update')
          ? html`<button type="button" class="primary" aria-disabled=${this.#default.busy} @click=${() => void this.#default.send(method)}>
              ${t('setDefault')}
            </button>`
          : nothing
      }
      ${may('update', 'update') ? button(t('edit'), () => this.options.edit(method)) : nothing}
      ${may('delete', 'delete') ? button(this.i18n.in(tools)('delete'), askToDelete, 'destructive') : nothing}
    </div>`;
  }

  /** The services paid with it; those that the person may not see are only counted. */
  #services({ services, serviceCount }: PaymentMethod): TemplateResult {
    const { t } = this.i18n;
    const unnamed = serviceCount - services.length;
    const rest = services.length > 0 ? t('moreServices', unnamed) : t('someServices', unnamed);
    return html`<section>
      <h3>${t('paidWith')}</h3>
      ${
        serviceCount === 0
          ? html`<p class="muted">${t('noServices')}</p>`
          : html`<ul class="paid">
              ${services.map(({ name }) => html`<li><bdi>${name}</bdi></li>`)}
              ${unnamed > 0 ? html`<li class="muted">${rest}</li>` : nothing}
            </ul>`
      }
    </section>`;
  }
}

function addressText({ billingAddress }: PaymentMethod, language: string): TemplateResult | undefined {
  if (!billingAddress) return undefined;
  const { name, street, postalCode, city, country } = billingAddress;
  const lines = [name, street, [postalCode, city].filter(Boolean).join(' '), countryName(language, country)];
  return html`<bdi class="address" .textContent=${lines.join('\n')}></bdi>`;
}
