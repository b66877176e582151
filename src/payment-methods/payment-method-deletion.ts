import { html, nothing, type TemplateResult } from 'lit';
import type { Api } from '../api/connection.js';
import type { Answer } from '../api/problem.js';
import { FormController } from '../core/form-controller.js';
import type { PortalElement } from '../core/portal-element.js';
import { paymentMethodDialogs } from './texts/payment-method-dialogs.js';
import { tools } from '../i18n/texts/tools.js';
import { formStatus } from '../ui/form-view.js';
import { refusal } from '../ui/refusal.js';
import type { MethodsLocalize, PaymentMethod } from './payment-method-parts.js';

/** Deletes; one that is gone already is deleted. */
async function send(api: Api, { id }: PaymentMethod): Promise<Answer<unknown>> {
  const answer = await api.DELETE('/payment-methods/{paymentMethodId}', { params: { path: { paymentMethodId: id } } });
  return answer.response.status === 404 ? { response: new Response(null, { status: 204 }) } : answer;
}

/** Deletes a payment method once it has been said what that means. */
export class MethodDeletion {
  readonly #form: FormController<PaymentMethod>;

  constructor(
    host: PortalElement,
    private readonly i18n: MethodsLocalize,
    onDone: (method: PaymentMethod) => void,
  ) {
    let deleted: PaymentMethod;
    this.#form = new FormController(host, {
      changes: ['/payment-methods', '/services'],
      empty: true,
      send: (api, method) => send(api, (deleted = method)),
      onDone: () => onDone(deleted),
    });
  }

  /** Begins anew. */
  open(): void {
    this.#form.edited();
  }

  view(method: PaymentMethod, cancel: () => void): TemplateResult {
    const { i18n } = this;
    const t = i18n.in(paymentMethodDialogs);
    const form = this.#form;
    const { serviceCount, mandate, isDefault } = method;
    const service = form.error?.problem.errors?.find(({ code }) => code === 'service')?.detail;
    const submit = (event: Event) => {
      event.preventDefault();
      void form.send(method);
    };
    return html`<form class="stack" @submit=${submit}>
      ${serviceCount > 0 ? html`<p>${t('deleteServices', serviceCount)}</p>` : nothing}
      ${isDefault ? html`<p>${t('deleteDefault')}</p>` : nothing}
      ${mandate ? html`<p>${t('deleteMandate', mandate.reference)}</p>` : nothing}
      <p>${t('deleteText')}</p>
      ${refusal(form, ['last-payment-method'], () => (service ? t('lastFor', service) : t('last'))) ?? formStatus(form, i18n)}
      <footer>
        <button type="button" @click=${cancel}>${i18n.in(tools)('cancel')}</button>
        <button type="submit" class="destructive" aria-disabled=${form.busy}>
          ${form.busy ? i18n.in(tools)('sending') : i18n.in(tools)('delete')}
        </button>
      </footer>
    </form>`;
  }
}
