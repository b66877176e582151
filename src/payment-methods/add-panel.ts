import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { Api } from '../api/connection.js';
import type { Answer } from '../api/problem.js';
import type { components } from '../api/schema.js';
import { DraftForm, type Submission } from '../core/draft-form.js';
import { Panel } from '../core/panel.js';
import type { PortalElement } from '../core/portal-element.js';
import { findWithMethod, isUnresolved, requestToken, whenSlottedDefined } from '../core/provider-token.js';
import { shared } from '../i18n/texts/shared.js';
import { tools } from '../i18n/texts/tools.js';
import { checkField, formStatus, submitButton, textField } from '../ui/form-view.js';
import { addingFailure } from './failure-view.js';
import type { PaymentMethod, PaymentMethodFields } from './payment-method.js';
import { paymentMethodDialogs as texts } from './texts/payment-method-dialogs.js';

type NewMethod = components['schemas']['NewPaymentMethod'];

interface Draft {
  label: string;
  makeDefault: boolean;
}

/** Adds a method that the payment provider's fields take in: asks them for a token, sends it, and never adds it twice. */
export class AddPanel extends Panel<PortalElement, typeof texts.english> {
  #slot?: HTMLSlotElement | undefined;
  /** The request under its key: repeated with the very same token until its result is known. */
  #sent?: { key: string; body: NewMethod } | undefined;
  #leaving = new AbortController();
  readonly #form: DraftForm<Draft, PaymentMethod>;

  constructor(host: PortalElement, onDone: (method: PaymentMethod) => void) {
    super(host, texts);
    this.#form = new DraftForm<Draft, PaymentMethod>(host, this.i18n, {
      changes: ['/payment-methods'],
      prefix: 'method',
      from: () => ({ label: '', makeDefault: false }),
      send: (api, submission) => this.#send(api, submission),
      onDone,
    });
  }

  hostUpdate(): void {
    if (this.host.access === 'allowed') return;
    this.leave();
    if (!this.#sent) return;
    this.#sent = undefined;
    // Another token needs another key.
    this.#form.edit({});
  }

  override hostDisconnected(): void {
    super.hostDisconnected();
    this.leave();
  }

  /** Called while the dialog is not open: a token that the fields are still making is no longer wanted. */
  leave(): void {
    if (this.#slot) this.#leaving.abort();
    this.#slot = undefined;
  }

  render(cancel: () => void): TemplateResult {
    const { i18n } = this;
    const { t } = i18n;
    const form = this.#form;
    const fields = this.#fields;
    const unknown = form.error !== undefined && isUnresolved(form.error);
    return html`<form class="stack" novalidate @submit=${this.#submit}>
      <slot name="payment" ${ref(this.#found)} @slotchange=${this.#slotChanged}></slot>
      ${fields ? html`<small class="muted">${t('providerNote')}</small>` : html`<p class="notice warning" part="error">${t('noFields')}</p>`}
      ${textField({ ...form.field('label'), label: t('name'), hint: t('nameHint'), autocomplete: 'off' })}
      ${checkField({ ...form.check('makeDefault'), label: t('makeDefault') })}
      ${form.phase === 'failed' && form.error ? addingFailure(form.error, i18n) : formStatus(form, i18n)}
      <footer>
        <button type="button" @click=${cancel}>${i18n.in(tools)('cancel')}</button>
        ${fields ? submitButton(form, i18n, unknown ? i18n.in(shared)('retry') : t('add')) : nothing}
      </footer>
    </form>`;
  }

  get #fields() {
    return this.#slot && findWithMethod<PaymentMethodFields & Element>(this.#slot, 'createPaymentMethodToken');
  }

  #found = (slot: Element | undefined): void => {
    if (!slot) return;
    this.#slot = slot as HTMLSlotElement;
    // The slot is filled when it is in the document.
    queueMicrotask(() => this.update());
    // The dialog begins at its first own field; the provider's come before that one.
    requestAnimationFrame(() => requestAnimationFrame(() => this.#focusFields()));
  };

  #slotChanged = (event: Event): void => {
    this.update();
    whenSlottedDefined(event.currentTarget as HTMLSlotElement, () => this.update());
  };

  #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (!this.#fields || this.#form.busy) return;
    await this.#form.submit(event);
    if (this.#form.error?.status === 402) this.#focusFields();
  };

  #focusFields(): void {
    const fields = this.#fields;
    if (fields instanceof HTMLElement) fields.focus();
  }

  async #send(api: Api, { draft, idempotencyKey: key }: Submission<Draft, undefined>): Promise<Answer<PaymentMethod>> {
    if (this.#sent?.key !== key) {
      const { signal } = (this.#leaving = new AbortController());
      const fields = this.#fields!;
      const paymentMethodToken = await requestToken(() => fields.createPaymentMethodToken({ signal }), signal);
      this.#sent = { key, body: { paymentMethodToken, label: draft.label.trim(), makeDefault: draft.makeDefault } };
    }
    return api.POST('/payment-methods', { params: { header: { 'Idempotency-Key': key } }, body: this.#sent.body });
  }
}
