import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { Api } from '../api/connection.js';
import type { Answer } from '../api/problem.js';
import type { components } from '../api/schema.js';
import { FormController } from '../core/form-controller.js';
import type { PortalElement } from '../core/portal-element.js';
import { isUnresolved, requestToken, whenSlottedDefined } from '../core/provider-token.js';
import { paymentMethodDialogs } from './texts/payment-method-dialogs.js';
import { shared } from '../i18n/texts/shared.js';
import { tools } from '../i18n/texts/tools.js';
import { checkField, focusFirstInvalid, formStatus, submitButton, textField } from '../ui/form-view.js';
import { findMethodFields } from './payment-method-fields.js';
import { addingFailure } from './payment-method-failure.js';
import type { MethodsLocalize, PaymentMethod } from './payment-method-parts.js';

type NewMethod = components['schemas']['NewPaymentMethod'];

interface Draft {
  label: string;
  makeDefault: boolean;
}

const empty = (): Draft => ({ label: '', makeDefault: false });

/** Adds what the payment provider's fields take in: asks them for a token, sends it, and never adds it twice. */
export class NewMethodTask implements ReactiveController {
  #draft = empty();
  #slot?: HTMLSlotElement | undefined;
  /** Kept only until it is known what has become of it: it is repeated with the very same token. */
  #unresolved?: NewMethod | undefined;
  #leaving = new AbortController();
  readonly #form: FormController<Draft, PaymentMethod>;

  constructor(
    private readonly host: PortalElement,
    private readonly i18n: MethodsLocalize,
    onDone: (method: PaymentMethod) => void,
  ) {
    this.#form = new FormController(host, {
      changes: ['/payment-methods'],
      send: (api, draft, { idempotencyKey }) => this.#send(api, draft, idempotencyKey),
      onDone: (method) => {
        this.#draft = empty();
        onDone(method);
      },
    });
    host.addController(this);
  }

  hostUpdate(): void {
    if (this.host.access === 'allowed') return;
    this.leave();
    this.#unresolved = undefined;
  }

  hostDisconnected(): void {
    this.leave();
  }

  /** The dialog is not open: what the fields are still making is no longer wanted. */
  leave(): void {
    if (this.#slot) this.#leaving.abort();
    this.#slot = undefined;
  }

  view(cancel: () => void): TemplateResult {
    const { i18n } = this;
    const t = i18n.in(paymentMethodDialogs);
    const form = this.#form;
    const { label, makeDefault } = this.#draft;
    const fields = this.#fields;
    const labelError = form.fieldError('/label');
    return html`<form class="stack" novalidate @submit=${this.#submit}>
      <slot name="payment" ${ref(this.#found)} @slotchange=${this.#slotChanged}></slot>
      ${fields ? html`<small class="muted">${t('providerNote')}</small>` : html`<p class="notice warning" part="error">${t('noFields')}</p>`}
      ${textField({
        name: 'method-label',
        label: t('name'),
        hint: t('nameHint'),
        value: label,
        autocomplete: 'off',
        edit: (value) => this.#edit({ label: value }),
        ...(labelError && { error: labelError }),
      })}
      ${checkField({ name: 'method-default', label: t('makeDefault'), checked: makeDefault, edit: (checked) => this.#edit({ makeDefault: checked }) })}
      ${form.phase === 'failed' && form.error ? addingFailure(form.error, i18n) : formStatus(form, i18n, ['/label'])}
      <footer>
        <button type="button" @click=${cancel}>${i18n.in(tools)('cancel')}</button>
        ${fields ? submitButton(form, i18n, this.#unresolved && !form.busy ? i18n.in(shared)('retry') : t('add')) : nothing}
      </footer>
    </form>`;
  }

  get #fields() {
    return this.#slot && findMethodFields(this.#slot);
  }

  #found = (slot: Element | undefined): void => {
    if (!slot) return;
    this.#slot = slot as HTMLSlotElement;
    // The slot is filled when it is in the document.
    queueMicrotask(() => this.host.requestUpdate());
    // The dialog begins at its first own field; the provider's come before that one.
    requestAnimationFrame(() => requestAnimationFrame(() => this.#focusFields()));
  };

  #slotChanged = (event: Event): void => {
    this.host.requestUpdate();
    whenSlottedDefined(event.currentTarget as HTMLSlotElement, () => this.host.requestUpdate());
  };

  #edit(changes: Partial<Draft>): void {
    if (this.#form.busy) return;
    Object.assign(this.#draft, changes);
    this.#unresolved = undefined;
    this.#form.edited();
  }

  #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const element = event.currentTarget as HTMLFormElement;
    const form = this.#form;
    const fields = this.#fields;
    if (form.busy || !fields) return;
    if (!this.#unresolved) form.edited();
    this.#leaving = new AbortController();
    // Rejects only when it is called off before anything has been sent.
    if (await form.send(this.#draft).catch(() => undefined)) return;
    if (!form.error || !isUnresolved(form.error)) this.#unresolved = undefined;
    this.host.requestUpdate();
    await this.host.updateComplete;
    if (form.error?.status === 402) this.#focusFields();
    focusFirstInvalid(element);
  };

  #focusFields(): void {
    const fields = this.#fields;
    if (fields instanceof HTMLElement) fields.focus();
  }

  async #send(api: Api, { label, makeDefault }: Draft, key: string): Promise<Answer<PaymentMethod>> {
    const { signal } = this.#leaving;
    const fields = this.#fields!;
    this.#unresolved ??= {
      paymentMethodToken: await requestToken(() => fields.createPaymentMethodToken({ signal }), signal),
      label: label.trim(),
      makeDefault,
    };
    return api.POST('/payment-methods', { params: { header: { 'Idempotency-Key': key } }, body: this.#unresolved });
  }
}
