import { html, nothing, type TemplateResult } from 'lit';
import { FormController } from '../core/form-controller.js';
import type { PortalElement } from '../core/portal-element.js';
import { paymentMethodDialogs } from './texts/payment-method-dialogs.js';
import { paymentMethods } from './texts/payment-methods.js';
import { tools } from '../i18n/texts/tools.js';
import { countryName } from '../ui/display-names.js';
import { facts } from '../ui/detail-view.js';
import { formStatus } from '../ui/form-view.js';
import { refusal } from '../ui/refusal.js';
import { expiryMonth, methodAccount, methodStatus, methodType, type MethodsLocalize, type PaymentMethod } from './payment-method-parts.js';

interface Ways {
  edit: () => void;
  remove: () => void;
}

const address = ({ billingAddress }: PaymentMethod, language: string): TemplateResult | undefined => {
  if (!billingAddress) return undefined;
  const { name, street, postalCode, city, country } = billingAddress;
  const lines = [name, street, [postalCode, city].filter(Boolean).join(' '), countryName(language, country)];
  return html`<bdi class="address" .textContent=${lines.join('\n')}></bdi>`;
};

/** One payment method: what it is, what is paid with it, and what can be done. */
export class MethodDetails {
  readonly #form: FormController<PaymentMethod, PaymentMethod>;

  constructor(
    private readonly host: PortalElement,
    private readonly i18n: MethodsLocalize,
    onDefault: (method: PaymentMethod) => void,
  ) {
    this.#form = new FormController(host, {
      changes: ['/payment-methods'],
      send: (api, { id }) => api.PUT('/payment-methods/{paymentMethodId}/default', { params: { path: { paymentMethodId: id } } }),
      onDone: onDefault,
    });
  }

  /** Begins anew. */
  open(): void {
    this.#form.edited();
  }

  view(method: PaymentMethod, { edit, remove }: Ways): TemplateResult {
    const { i18n, host } = this;
    const t = i18n.in(paymentMethodDialogs);
    const label = i18n.in(paymentMethods);
    const form = this.#form;
    const { brand, holder, expiresOn, mandate, statusNote, allowedActions } = method;
    const user = (text: string | null | undefined) => text && html`<bdi>${text}</bdi>`;
    const may = (action: string, right: 'update' | 'delete') => allowedActions.includes(action) && host.can(right);
    return html`<div class="method">
      ${statusNote ? html`<p class="notice"><bdi>${statusNote}</bdi></p>` : nothing}
      ${facts([
        [label('status'), methodStatus(method, i18n)],
        [label('type'), user([methodType(method, i18n), brand].filter(Boolean).join(' · '))],
        [method.type === 'bank-account' ? t('iban') : t('number'), html`<bdi class="number">${methodAccount(method)}</bdi>`],
        [t('holder'), user(holder)],
        [label('expires'), expiresOn && expiryMonth(method, i18n)],
        [t('mandateReference'), user(mandate?.reference)],
        [t('mandateGiven'), mandate && i18n.day(mandate.signedOn)],
        [t('creditorId'), user(mandate?.creditorId)],
        [t('billingAddress'), address(method, i18n.language)],
        [t('addedOn'), i18n.instant(method.createdAt)],
      ])}
      ${this.#services(method)} ${refusal(form, ['not-usable'], () => t('notUsable')) ?? formStatus(form, i18n)}
      <div class="actions">
        ${
          may('set-default', 'update')
            ? html`<button type="button" class="primary" aria-disabled=${form.busy} @click=${() => void form.send(method)}>
                ${t('setDefault')}
              </button>`
            : nothing
        }
        ${may('update', 'update') ? html`<button type="button" @click=${edit}>${t('edit')}</button>` : nothing}
        ${may('delete', 'delete') ? html`<button type="button" class="destructive" @click=${remove}>${i18n.in(tools)('delete')}</button>` : nothing}
      </div>
    </div>`;
  }

  /** What is paid with it; services that the person may not see are only counted. */
  #services({ services, serviceCount }: PaymentMethod): TemplateResult {
    const t = this.i18n.in(paymentMethodDialogs);
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
