import { electronicFormatIBAN, isSEPACountry, isValidIBAN } from 'ibantools';
import { html, nothing, type TemplateResult } from 'lit';
import type { Api } from '../api/connection.js';
import type { Answer, Problem } from '../api/problem.js';
import type { components } from '../api/schema.js';
import { DraftForm, type Submission } from '../core/draft-form.js';
import { LoadController } from '../core/loading/load-controller.js';
import { Panel } from '../core/panel.js';
import type { PortalElement } from '../core/portal-element.js';
import { isUnresolved } from '../core/provider-token.js';
import { shared } from '../i18n/texts/shared.js';
import { detailView, facts } from '../ui/detail-view.js';
import { formFooter, formStatus, textField } from '../ui/form-view.js';
import { addingFailure } from './failure-view.js';
import type { PaymentMethod } from './payment-method.js';
import { paymentMethodDialogs as texts } from './texts/payment-method-dialogs.js';

type MandateText = components['schemas']['MandateText'];

/** As in the contract; `mandateTextId` is the text that has been agreed to. */
type Draft = Record<'iban' | 'holder' | 'label' | 'mandateTextId', string>;

const refusals = {
  'invalid-iban': 'invalidIban',
  'not-sepa': 'notSepa',
  'already-added': 'alreadyAdded',
  outdated: 'mandateOutdated',
} as const;

/** An IBAN as it is sent: capitals and digits only. */
const plainIban = (typed: string): string => electronicFormatIBAN(typed) ?? '';

/** An IBAN as it is read: in groups of four. */
const groupedIban = (typed: string): string => plainIban(typed).replace(/(.{4})(?=.)/g, '$1 ');

/** The fault in a typed IBAN; spaces and hyphens do not matter. */
function ibanFault(typed: string): 'invalidIban' | 'notSepa' | undefined {
  const iban = plainIban(typed);
  if (!isValidIBAN(iban)) return 'invalidIban';
  return isSEPACountry(iban.slice(0, 2)) ? undefined : 'notSepa';
}

/** Adds a bank account with the mandate to collect from it. What is typed stays until it has been added. */
export class BankPanel extends Panel<PortalElement, typeof texts.english> {
  readonly #form: DraftForm<Draft, PaymentMethod>;
  readonly #text: LoadController<MandateText>;

  constructor(host: PortalElement, { onDone, isOpen }: { onDone: (method: PaymentMethod) => void; isOpen: () => boolean }) {
    super(host, texts);
    const { i18n } = this;
    this.#text = new LoadController(host, {
      path: '/mandate-text',
      args: () => (isOpen() ? [i18n.language] : undefined),
      fetch: (api, init) => api.GET('/mandate-text', { params: { query: { language: i18n.language } }, ...init }),
    });
    this.#form = new DraftForm<Draft, PaymentMethod>(host, i18n, {
      changes: ['/payment-methods'],
      prefix: 'account',
      from: () => ({ iban: '', holder: '', label: '', mandateTextId: '' }),
      required: ['iban', 'holder'],
      validate: (draft) => this.#faults(draft),
      say: ({ code = '' }) => (Object.hasOwn(refusals, code) ? i18n.t(refusals[code as keyof typeof refusals]) : undefined),
      send: (api, submission) => this.#send(api, submission),
      onDone,
    });
  }

  render(cancel: () => void): TemplateResult {
    return detailView(this.#text, this.i18n, (text) => this.#body(text, cancel), 7);
  }

  #body(text: MandateText, cancel: () => void): TemplateResult {
    const { i18n } = this;
    const { t } = i18n;
    const form = this.#form;
    const field = (name: keyof Draft) => ({ ...form.field(name), autocomplete: 'off', spellcheck: false });
    const unknown = form.error !== undefined && isUnresolved(form.error);
    return html`<form class="stack" novalidate @submit=${form.submit} @focusout=${this.#groupIban}>
      <div class="iban">${textField({ ...field('iban'), label: t('iban'), hint: t('ibanHint') })}</div>
      ${textField({ ...field('holder'), label: t('holder'), autocomplete: 'name' })}
      ${textField({ ...field('label'), label: t('name'), hint: t('nameHint') })} ${this.#mandate(text)}
      ${form.phase === 'failed' && form.error ? addingFailure(form.error, i18n) : formStatus(form, i18n)}
      ${formFooter(form, i18n, { submit: unknown ? i18n.in(shared)('retry') : t('addAccount'), cancel })}
    </form>`;
  }

  #mandate({ id, language, creditor, creditorId, text }: MandateText): TemplateResult {
    const { t } = this.i18n;
    const { name, value, error, edit } = this.#form.field('mandateTextId');
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
            name=${name}
            required
            .checked=${value === id}
            aria-invalid=${error ? 'true' : 'false'}
            aria-describedby=${error ? 'mandate-error' : 'mandate-title'}
            @change=${(event: Event) => edit((event.currentTarget as HTMLInputElement).checked ? id : '')}
          />
          <span>${t('giveMandate')}</span>
        </label>
        ${error ? html`<span class="error-text" id="mandate-error">${error}</span>` : nothing}
      </div>
    </section>`;
  }

  #faults({ iban, mandateTextId }: Draft) {
    const { t } = this.i18n;
    const fault = iban.trim() ? ibanFault(iban) : undefined;
    return { iban: fault && t(fault), mandateTextId: mandateTextId !== this.#text.value?.id && t('mandateNeeded') };
  }

  /** Shows an IBAN in groups once its field is left. */
  #groupIban = (event: FocusEvent): void => {
    const { iban } = this.#form.draft;
    const grouped = groupedIban(iban);
    if ((event.target as Element).id === 'account-iban' && iban !== grouped && !ibanFault(iban)) this.#form.edit({ iban: grouped });
  };

  async #send(api: Api, { draft, idempotencyKey }: Submission<Draft, undefined>): Promise<Answer<PaymentMethod>> {
    const { iban, holder, label, mandateTextId } = draft;
    const answer = await api.POST('/bank-accounts', {
      params: { header: { 'Idempotency-Key': idempotencyKey } },
      body: { iban: plainIban(iban), holder: holder.trim(), label: label.trim(), mandateTextId },
    });
    const problem = answer.error as Partial<Problem> | undefined;
    if (problem?.errors?.some(({ code }) => code === 'outdated')) this.#text.reload();
    return answer;
  }
}
