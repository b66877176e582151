import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import { FormController } from '../core/form-controller.js';
import { LoadController } from '../core/load-controller.js';
import type { PortalElement } from '../core/portal-element.js';
import { paymentMethodDialogs } from './texts/payment-method-dialogs.js';
import { tools } from '../i18n/texts/tools.js';
import { countryChoices } from '../ui/countries.js';
import { detailView } from '../ui/detail-view.js';
import { checkField, focusFirstInvalid, formStatus, selectField, submitButton, textField } from '../ui/form-view.js';
import type { MethodsLocalize, PaymentMethod } from './payment-method-parts.js';

type Address = components['schemas']['BillingAddress'];
type Change = components['schemas']['PaymentMethodChange'];

interface Draft {
  label: string;
  ownAddress: boolean;
  address: Address;
}

const noAddress: Address = { name: '', street: '', postalCode: '', city: '', country: '' };
const needed: readonly (keyof Address)[] = ['name', 'street', 'city', 'country'];
const addressFields = [...needed, 'postalCode'] as const;
const pointers = ['/label', ...addressFields.map((name) => `/billingAddress/${name}`)];

/** Label and billing address of a payment method while they are edited. */
export class MethodEdit implements ReactiveController {
  #id = '';
  #draft?: Draft | undefined;
  #checked = false;
  #stale = false;
  readonly #load: LoadController<PaymentMethod>;
  readonly #form: FormController<Change, PaymentMethod>;

  constructor(
    private readonly host: PortalElement,
    private readonly i18n: MethodsLocalize,
    onDone: (method: PaymentMethod) => void,
    isOpen: () => boolean,
  ) {
    this.#load = new LoadController(host, {
      path: '/payment-methods',
      args: () => (isOpen() ? [this.#id] : undefined),
      fetch: (api, init) => api.GET('/payment-methods/{paymentMethodId}', { params: { path: this.#path }, ...init }),
    });
    this.#form = new FormController(host, {
      changes: ['/payment-methods'],
      send: (api, body) =>
        api.PATCH('/payment-methods/{paymentMethodId}', {
          params: { path: this.#path, header: { 'If-Match': this.#load.value!.etag } },
          body,
        }),
      onDone: (method) => {
        this.#draft = undefined;
        onDone(method);
      },
    });
    host.addController(this);
  }

  /** Begins with this method; what has been typed for it and not been saved is still there. */
  open(id: string): void {
    if (id !== this.#id) this.#draft = undefined;
    this.#id = id;
    this.#checked = this.#stale = false;
    this.#form.edited();
  }

  hostUpdate(): void {
    const method = this.#load.value;
    if (!method || this.#draft || method.id !== this.#id) return;
    const { label, billingAddress } = method;
    this.#draft = { label, ownAddress: billingAddress !== null, address: { ...noAddress, ...billingAddress } };
  }

  view(cancel: () => void): TemplateResult {
    return detailView(this.#load, this.i18n, () => (this.#draft ? this.#body(this.#draft, cancel) : html``), 4);
  }

  #body(draft: Draft, cancel: () => void): TemplateResult {
    const { i18n } = this;
    const t = i18n.in(paymentMethodDialogs);
    const form = this.#form;
    const labelError = form.fieldError('/label');
    const leave = () => {
      this.#draft = undefined;
      cancel();
    };
    return html`<form class="stack" novalidate @submit=${this.#submit}>
      ${this.#stale ? html`<div class="notice warning" role="alert"><p>${t('stale')}</p></div>` : nothing}
      ${textField({
        name: 'edit-label',
        label: t('name'),
        hint: t('nameHint'),
        value: draft.label,
        autocomplete: 'off',
        edit: (label) => this.#edit({ label }),
        ...(labelError && { error: labelError }),
      })}
      ${checkField({ name: 'own-address', label: t('ownAddress'), checked: draft.ownAddress, edit: (ownAddress) => this.#edit({ ownAddress }) })}
      ${draft.ownAddress ? this.#address(draft.address) : nothing}
      ${this.#stale && form.error?.status === 412 ? nothing : formStatus(form, i18n, pointers)}
      <footer>
        <button type="button" @click=${leave}>${i18n.in(tools)('cancel')}</button>
        ${submitButton(form, i18n, i18n.in(tools)('save'))}
      </footer>
    </form>`;
  }

  #address(address: Address): TemplateResult {
    const t = this.i18n.in(paymentMethodDialogs);
    const common = (name: keyof Address) => {
      const missing = this.#checked && needed.includes(name) && !address[name].trim();
      const error = missing ? this.i18n.in(tools)('required') : this.#form.fieldError(`/billingAddress/${name}`);
      return {
        name: `address-${name}`,
        value: address[name],
        required: needed.includes(name),
        edit: (value: string) => this.#edit({ address: { ...address, [name]: value } }),
        ...(error && { error }),
      };
    };
    const { language } = this.i18n;
    return html`${textField({ ...common('name'), label: t('recipient'), autocomplete: 'billing name' })}
      ${textField({ ...common('street'), label: t('street'), autocomplete: 'billing street-address' })}
      <div class="row">
        ${textField({ ...common('postalCode'), label: t('postalCode'), autocomplete: 'billing postal-code' })}
        ${textField({ ...common('city'), label: t('city'), autocomplete: 'billing address-level2' })}
      </div>
      ${selectField({ ...common('country'), label: t('country'), choices: [['', t('chooseCountry')], ...countryChoices(language)] })}`;
  }

  get #path() {
    return { paymentMethodId: this.#id };
  }

  #edit(changes: Partial<Draft>): void {
    if (!this.#form.busy && this.#draft) Object.assign(this.#draft, changes);
    this.#form.edited();
  }

  #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const element = event.currentTarget as HTMLFormElement;
    const { label, ownAddress, address } = this.#draft!;
    this.#checked = true;
    this.host.requestUpdate();
    const faulty = ownAddress && needed.some((name) => !address[name].trim());
    if (!faulty && (await this.#form.send({ label: label.trim(), billingAddress: ownAddress ? address : null }))) return;
    if (this.#form.error?.status === 412) {
      // Asked for again for its version; the draft stays.
      this.#stale = true;
      this.#load.reload();
    }
    await this.host.updateComplete;
    focusFirstInvalid(element);
  };
}
