import { html, nothing, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import { DraftForm } from '../core/draft-form.js';
import { Panel } from '../core/panel.js';
import type { PortalElement } from '../core/portal-element.js';
import { countryChoices } from '../ui/countries.js';
import { checkField, formFooter, formStatus, selectField, staleNotice, textField } from '../ui/form-view.js';
import type { PaymentMethod } from './payment-method.js';
import { paymentMethodDialogs as texts } from './texts/payment-method-dialogs.js';

type Address = components['schemas']['BillingAddress'];
type Change = components['schemas']['PaymentMethodChange'];

interface Draft extends Address {
  label: string;
  ownAddress: boolean;
}

const noAddress: Address = { name: '', street: '', postalCode: '', city: '', country: '' };
const required = ['name', 'street', 'city', 'country'] as const;

const draftOf = (method: PaymentMethod | undefined): Draft => ({
  ...noAddress,
  ...method?.billingAddress,
  label: method?.label ?? '',
  ownAddress: Boolean(method?.billingAddress),
});

/** An address is changed as a whole. */
function changeOf({ label, ...address }: Partial<Draft>, { ownAddress, name, street, postalCode, city, country }: Draft): Change {
  const billingAddress = ownAddress ? { name, street, postalCode, city, country } : null;
  return { ...(label !== undefined && { label: label.trim() }), ...(Object.keys(address).length > 0 && { billingAddress }) };
}

const path = ({ id }: PaymentMethod) => ({ paymentMethodId: id });

/** Label and billing address of a payment method while they are edited. */
export class EditPanel extends Panel<PortalElement, typeof texts.english> {
  readonly #form: DraftForm<Draft, PaymentMethod, PaymentMethod>;

  constructor(host: PortalElement, { unchanged, onDone }: { unchanged: () => void; onDone: (method: PaymentMethod) => void }) {
    super(host, texts);
    this.#form = new DraftForm<Draft, PaymentMethod, PaymentMethod>(host, this.i18n, {
      changes: ['/payment-methods'],
      prefix: 'edit',
      from: draftOf,
      required: ({ ownAddress }) => (ownAddress ? required : []),
      pointers: Object.fromEntries(Object.keys(noAddress).map((name) => [name, `/billingAddress/${name}`])),
      send: (api, { changed, draft, base }) =>
        api.PATCH('/payment-methods/{paymentMethodId}', {
          params: { path: path(base), header: { 'If-Match': base.etag } },
          body: changeOf(changed, draft),
        }),
      reread: (api, base) => api.GET('/payment-methods/{paymentMethodId}', { params: { path: path(base) } }),
      unchanged,
      onDone,
    });
  }

  /** Begins with this method; edits of it that have not been saved are still there. */
  begin(method: PaymentMethod): void {
    this.#form.resume(method);
  }

  render(back: () => void): TemplateResult {
    const form = this.#form;
    const { i18n } = this;
    const { t } = i18n;
    const cancel = () => {
      form.begin();
      back();
    };
    return html`<form class="stack" novalidate @submit=${form.submit}>
      ${staleNotice(form, i18n)} ${textField({ ...form.field('label'), label: t('name'), hint: t('nameHint'), autocomplete: 'off' })}
      ${checkField({ ...form.check('ownAddress'), label: t('ownAddress') })} ${form.draft.ownAddress ? this.#address() : nothing}
      ${formStatus(form, i18n)} ${formFooter(form, i18n, { cancel })}
    </form>`;
  }

  #address(): TemplateResult {
    const form = this.#form;
    const { t, language } = this.i18n;
    return html`${textField({ ...form.field('name'), label: t('recipient'), autocomplete: 'billing name' })}
      ${textField({ ...form.field('street'), label: t('street'), autocomplete: 'billing street-address' })}
      <div class="row">
        ${textField({ ...form.field('postalCode'), label: t('postalCode'), autocomplete: 'billing postal-code' })}
        ${textField({ ...form.field('city'), label: t('city'), autocomplete: 'billing address-level2' })}
      </div>
      ${selectField({ ...form.field('country'), label: t('country'), choices: [['', t('chooseCountry')], ...countryChoices(language)] })}`;
  }
}
