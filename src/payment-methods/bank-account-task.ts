import { html, nothing, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import { FormController } from '../core/form-controller.js';
import { LoadController } from '../core/load-controller.js';
import type { PortalElement } from '../core/portal-element.js';
import { isUnresolved } from '../core/provider-token.js';
import { paymentMethodDialogs } from './texts/payment-method-dialogs.js';
import { shared } from '../i18n/texts/shared.js';
import { tools } from '../i18n/texts/tools.js';
import { detailView, facts } from '../ui/detail-view.js';
import { focusFirstInvalid, formStatus, submitButton, textField } from '../ui/form-view.js';
import { groupedIban, ibanFault, plainIban } from './iban.js';
import { addingFailure } from './payment-method-failure.js';
import type { MethodsLocalize, PaymentMethod } from './payment-method-parts.js';

type MandateText = components['schemas']['MandateText'];
type NewBankAccount = components['schemas']['NewBankAccount'];
type TextName = 'required' | 'invalidIban' | 'notSepa' | 'alreadyAdded' | 'mandateNeeded' | 'mandateOutdated';

const empty = () => ({ iban: '', holder: '', label: '', agreedTo: '' });
const pointers = ['/iban', '/holder', '/label', '/mandateTextId'];
const refusals: Readonly<Record<string, TextName>> = {
  'invalid-iban': 'invalidIban',
  'not-sepa': 'notSepa',
  'already-added': 'alreadyAdded',
  outdated: 'mandateOutdated',
};

/** A bank account with the mandate to collect from it. What is typed stays until it has been added. */
export class BankAccountTask {
  #draft = empty();
  #checked = false;
  readonly #form: FormController<NewBankAccount, PaymentMethod>;
  readonly #text: LoadController<MandateText>;

  constructor(
    private readonly host: PortalElement,
    private readonly i18n: MethodsLocalize,
    onDone: (method: PaymentMethod) => void,
    isOpen: () => boolean,
  ) {
    this.#text = new LoadController(host, {
      path: '/mandate-text',
      args: () => (isOpen() ? [i18n.language] : undefined),
      fetch: (api, init) => api.GET('/mandate-text', { params: { query: { language: i18n.language } }, ...init }),
    });
    this.#form = new FormController(host, {
      changes: ['/payment-methods'],
      send: (api, body, { idempotencyKey }) =>
        api.POST('/bank-accounts', { params: { header: { 'Idempotency-Key': idempotencyKey } }, body }),
      onDone: (method) => {
        this.#draft = empty();
        this.#checked = false;
        onDone(method);
      },
    });
  }

  view(cancel: () => void): TemplateResult {
    return detailView(this.#text, this.i18n, (text) => this.#body(text, cancel), 7);
  }

  #body(text: MandateText, cancel: () => void): TemplateResult {
    const { i18n } = this;
    const t = i18n.in(paymentMethodDialogs);
    const form = this.#form;
    const field = (name: 'iban' | 'holder' | 'label', label: string, more: object = {}) => {
      const error = this.#error(name);
      return textField({
        name: `account-${name}`,
        label,
        value: this.#draft[name],
        edit: (value) => this.#edit({ [name]: value }),
        autocomplete: 'off',
        spellcheck: false,
        ...more,
        ...(error && { error }),
      });
    };
    const unknown = form.phase === 'failed' && form.error !== undefined && isUnresolved(form.error);
    return html`<form class="stack" novalidate @submit=${this.#submit} @focusout=${this.#tidy}>
      <div class="iban">${field('iban', t('iban'), { hint: t('ibanHint'), required: true })}</div>
      ${field('holder', t('holder'), { required: true, autocomplete: 'name' })} ${field('label', t('name'), { hint: t('nameHint') })}
      ${this.#mandate(text)} ${form.phase === 'failed' && form.error ? addingFailure(form.error, i18n) : formStatus(form, i18n, pointers)}
      <footer>
        <button type="button" @click=${cancel}>${i18n.in(tools)('cancel')}</button>
        ${submitButton(form, i18n, unknown ? i18n.in(shared)('retry') : t('addAccount'))}
      </footer>
    </form>`;
  }

  #mandate({ id, language, creditor, creditorId, text }: MandateText): TemplateResult {
    const t = this.i18n.in(paymentMethodDialogs);
    const error = this.#error('mandateTextId', id);
    return html`<section class="mandate" aria-labelledby="mandate-title">
      <h3 id="mandate-title">${t('mandate')}</h3>
      ${facts([
        [t('creditor'), html`<bdi>${creditor}</bdi>`],
        [t('creditorId'), html`<bdi>${creditorId}</bdi>`],
      ])}
      <div lang=${language} dir="auto">${text.split('\n').map((paragraph) => html`<p>${paragraph}</p>`)}</div>
      <div class="field">
        <label class="check-field">
          <input
            type="checkbox"
            name="mandate"
            required
            .checked=${this.#draft.agreedTo === id}
            aria-invalid=${error ? 'true' : 'false'}
            aria-describedby=${error ? 'mandate-error' : 'mandate-title'}
            @change=${(event: Event) => this.#edit({ agreedTo: (event.currentTarget as HTMLInputElement).checked ? id : '' })}
          />
          <span>${t('giveMandate')}</span>
        </label>
        ${error ? html`<span class="error-text" id="mandate-error">${error}</span>` : nothing}
      </div>
    </section>`;
  }

  /** What is wrong with a field, found here or told by the server. */
  #error(name: 'iban' | 'holder' | 'label' | 'mandateTextId', textId = ''): string | undefined {
    const t = this.i18n.in(paymentMethodDialogs);
    const say = (fault: TextName) => (fault === 'required' ? this.i18n.in(tools)('required') : t(fault));
    const fault = this.#checked ? this.#fault(name, textId) : undefined;
    if (fault) return say(fault);
    const told = this.#form.error?.problem.errors?.find(({ pointer }) => pointer === `/${name}`);
    if (!told) return undefined;
    return Object.hasOwn(refusals, told.code ?? '') ? say(refusals[told.code!]!) : told.detail;
  }

  #fault(name: string, textId: string): TextName | undefined {
    const { iban, holder, agreedTo } = this.#draft;
    if (name === 'iban') return ibanFault(iban);
    if (name === 'holder') return holder.trim() ? undefined : 'required';
    return name === 'mandateTextId' && agreedTo !== textId ? 'mandateNeeded' : undefined;
  }

  #edit(changes: Partial<ReturnType<typeof empty>>): void {
    if (!this.#form.busy) Object.assign(this.#draft, changes);
    this.#form.edited();
  }

  /** What is an IBAN is shown in groups once its field is left. */
  #tidy = (event: FocusEvent): void => {
    if ((event.target as Element).id !== 'account-iban' || ibanFault(this.#draft.iban) || this.#form.busy) return;
    this.#draft.iban = groupedIban(this.#draft.iban);
    this.host.requestUpdate();
  };

  #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const element = event.currentTarget as HTMLFormElement;
    const form = this.#form;
    this.#checked = true;
    // After a refusal it is another attempt, which must not be given the same answer.
    if (form.error && !isUnresolved(form.error)) form.edited();
    this.host.requestUpdate();
    const { iban, holder, label, agreedTo } = this.#draft;
    const faulty = ibanFault(iban) ?? this.#fault('holder', '') ?? this.#fault('mandateTextId', this.#text.value?.id ?? '');
    const account = { iban: plainIban(iban), holder: holder.trim(), label: label.trim(), mandateTextId: agreedTo };
    if (!faulty && (await form.send(account))) return;
    const outdated = form.error?.problem.errors?.some(({ code }) => code === 'outdated');
    if (outdated) this.#text.reload();
    await this.host.updateComplete;
    focusFirstInvalid(element);
  };
}
