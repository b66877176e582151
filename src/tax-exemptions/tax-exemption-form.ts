import { html, nothing, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import { FormController } from '../core/form-controller.js';
import type { PortalElement } from '../core/portal-element.js';
import { UploadsController } from '../core/uploads-controller.js';
import { taxExemptionDialogs } from './texts/tax-exemption-dialogs.js';
import { taxExemptions } from './texts/tax-exemptions.js';
import { tools } from '../i18n/texts/tools.js';
import { focusFirstInvalid, formStatus, selectField, submitButton, textAreaField, textField } from '../ui/form-view.js';
import { refusal } from '../ui/refusal.js';
import { uploadFault, uploadField } from '../ui/upload-field.js';
import { placeName, type TaxExemption, type TaxExemptionsLocalize } from './tax-exemption-parts.js';

export type Options = components['schemas']['TaxExemptionOptions'];
type NewExemption = components['schemas']['NewTaxExemption'];
type Kind = 'vat-number' | 'certificate';

const empty = { jurisdiction: '', number: '', reason: '', validFrom: '', validTo: '', sharePercent: '100', note: '' };
type Draft = typeof empty;
type Fault = 'required' | 'before-start' | 'share';

const pointers = ['/jurisdiction', '/number', '/reason', '/validFrom', '/validTo', '/sharePercent', '/note', '/fileIds'];

/** An exemption while it is written down: a VAT number, or a certificate with its file. */
export class TaxExemptionForm {
  #replaced?: TaxExemption | undefined;
  #kind?: Kind | undefined;
  #draft: Draft = { ...empty };
  #checked = false;
  /** How a VAT number looks in the place that is chosen. */
  #example = '';
  readonly #uploads: UploadsController;
  readonly #form: FormController<NewExemption, TaxExemption>;

  constructor(
    private readonly host: PortalElement,
    private readonly i18n: TaxExemptionsLocalize,
    onDone: (exemption: TaxExemption) => void,
  ) {
    this.#uploads = new UploadsController(host, '/tax-exemptions/files', () => this.#form.edited());
    this.#form = new FormController(host, {
      changes: ['/tax-exemptions'],
      send: (api, body, { idempotencyKey }) =>
        api.POST('/tax-exemptions', { params: { header: { 'Idempotency-Key': idempotencyKey } }, body }),
      onDone: (exemption) => {
        this.#begin();
        onDone(exemption);
      },
    });
  }

  /** Goes on with what was typed for the same exemption, else begins anew. */
  begin(replaced?: TaxExemption): void {
    if (replaced?.id !== this.#replaced?.id) this.#begin(replaced);
  }

  #begin(replaced?: TaxExemption): void {
    this.#replaced = replaced;
    this.#draft = { ...empty };
    this.#kind = undefined;
    if (replaced) {
      const { kind, jurisdiction, reason, number, sharePercent, validTo } = replaced;
      this.#kind = kind === 'vat-number' ? kind : 'certificate';
      Object.assign(this.#draft, { jurisdiction, reason, sharePercent: String(sharePercent) });
      if (kind === 'vat-number') this.#draft.number = number;
      else if (validTo) this.#draft.validFrom = dayAfter(validTo);
    }
    this.#checked = false;
    this.#uploads.clear();
    this.#form.edited();
  }

  view(options: Options, cancel: () => void): TemplateResult {
    const { i18n } = this;
    const t = i18n.in(taxExemptionDialogs);
    const form = this.#form;
    const kinds = (['vat-number', 'certificate'] as const).filter((kind) => options.jurisdictions.some((each) => each.kind === kind));
    const kind = (this.#kind ??= kinds[0] ?? 'certificate');
    return html`<form class="stack" novalidate @submit=${this.#submit}>
      <p class="muted">${t(this.#replaced ? 'replaceText' : 'reviewText')}</p>
      ${
        kinds.length > 1
          ? selectField({
              name: 'exemption-kind',
              label: t('kind'),
              value: kind,
              choices: kinds.map((each) => [each, t(`kind-${each}`)]),
              edit: (value) => this.#edit(() => this.#choose(value as Kind)),
            })
          : nothing
      }
      ${kind === 'vat-number' ? this.#vatNumber(options) : this.#certificate(options)}
      ${textAreaField({
        name: 'exemption-note',
        label: t('noteField'),
        value: this.#draft.note,
        rows: 2,
        edit: (note) => this.#edit(() => (this.#draft.note = note)),
        ...this.#error('note'),
      })}
      ${refusal(form, ['already-submitted', 'not-replaceable'], (each) => t(`problem-${each}`)) ?? formStatus(form, i18n, pointers)}
      <footer>
        <button type="button" @click=${cancel}>${i18n.in(tools)('cancel')}</button>
        ${submitButton(form, i18n, t('send'))}
      </footer>
    </form>`;
  }

  #vatNumber(options: Options): TemplateResult {
    const t = this.i18n.in(taxExemptionDialogs);
    const example = options.jurisdictions.find(({ code }) => code === this.#draft.jurisdiction)?.numberExample ?? '';
    this.#example = example;
    return html`<div class="row">
      ${this.#place(options, 'vat-number')}
      ${this.#text('number', t('vatNumber'), { autocomplete: 'off', spellcheck: false, ...(example && { hint: t('vatNumberHint', example) }) })}
    </div>`;
  }

  #certificate(options: Options): TemplateResult {
    const t = this.i18n.in(taxExemptionDialogs);
    const label = this.i18n.in(taxExemptions);
    const fault = (this.#checked && uploadFault(this.#uploads, this.i18n, true)) || this.#error('fileIds').error;
    return html`<div class="row">
        ${this.#place(options, 'certificate')}
        ${selectField({
          name: 'exemption-reason',
          label: label('reason'),
          value: this.#draft.reason,
          choices: [
            ['', t('choose')],
            ...options.reasons.map((each) => [each.id, this.i18n.label(`reason-${each.id}`, each.label)] as const),
          ],
          required: true,
          edit: (reason) => this.#edit(() => (this.#draft.reason = reason)),
          ...this.#error('reason'),
        })}
      </div>
      <div class="row">
        ${this.#text('number', t('certificateNumber'), { autocomplete: 'off', spellcheck: false })}
        ${this.#text('sharePercent', t('share'), { inputMode: 'decimal' })}
      </div>
      <div class="row">
        ${this.#text('validFrom', t('validFrom'), { type: 'date' })}
        ${this.#text('validTo', t('validTo'), { type: 'date', hint: t('validToHint'), required: false })}
      </div>
      ${uploadField(this.#uploads, this.i18n, {
        name: 'exemption-files',
        label: t('files'),
        rules: options.files,
        required: true,
        ...(fault && { error: fault }),
      })}`;
  }

  #place({ jurisdictions }: Options, kind: Kind): TemplateResult {
    const { i18n } = this;
    const order = new Intl.Collator(i18n.language);
    const places = jurisdictions
      .filter((each) => each.kind === kind)
      .map(({ code, label }) => [code, placeName(code, label, i18n.language)] as const)
      .sort(([, one], [, other]) => order.compare(one, other));
    return selectField({
      name: 'exemption-jurisdiction',
      label: i18n.in(taxExemptions)('jurisdiction'),
      value: this.#draft.jurisdiction,
      choices: [['', i18n.in(taxExemptionDialogs)('choose')], ...places],
      required: true,
      edit: (jurisdiction) => this.#edit(() => (this.#draft.jurisdiction = jurisdiction)),
      ...this.#error('jurisdiction'),
    });
  }

  #text(name: keyof Draft, label: string, more: Partial<Parameters<typeof textField>[0]>): TemplateResult {
    return textField({
      name: `exemption-${name}`,
      label,
      value: this.#draft[name],
      required: true,
      edit: (value) => this.#edit(() => (this.#draft[name] = value)),
      ...this.#error(name),
      ...more,
    });
  }

  #choose(kind: Kind): void {
    this.#kind = kind;
    this.#draft.jurisdiction = '';
  }

  #edit(change: () => unknown): void {
    if (!this.#form.busy) change();
    this.#form.edited();
  }

  /** What is wrong with a field, found here once sending has been tried, or by the server. */
  #error(name: keyof Draft | 'fileIds'): { error?: string } {
    const t = this.i18n.in(taxExemptionDialogs);
    const found = this.#checked && name !== 'fileIds' ? this.#faults()[name] : undefined;
    if (found) return { error: t(`fault-${found}`) };
    const fault = this.#form.error?.problem.errors?.find(({ pointer }) => pointer?.startsWith(`/${name}`));
    if (!fault) return {};
    const { code, detail } = fault;
    if (code === 'vat-number' && this.#example) return { error: t('fault-vat-number', this.#example) };
    if (code === 'required' || code === 'before-start' || code === 'over' || code === 'unknown-file') return { error: t(`fault-${code}`) };
    return { error: detail };
  }

  #faults(): Partial<Record<keyof Draft, Fault>> {
    const { validFrom, validTo, sharePercent } = this.#draft;
    const needed: (keyof Draft)[] = ['jurisdiction', 'number'];
    if (this.#kind === 'certificate') needed.push('reason', 'validFrom', 'sharePercent');
    const faults: Partial<Record<keyof Draft, Fault>> = {};
    for (const name of needed) if (!this.#draft[name].trim()) faults[name] = 'required';
    if (this.#kind !== 'certificate') return faults;
    const share = shareOf(sharePercent);
    if (!faults.sharePercent && !(share > 0 && share <= 100)) faults.sharePercent = 'share';
    if (validFrom && validTo && validTo < validFrom) faults.validTo = 'before-start';
    return faults;
  }

  #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const element = event.currentTarget as HTMLFormElement;
    this.#checked = true;
    this.host.requestUpdate();
    const files = this.#kind === 'certificate' && uploadFault(this.#uploads, this.i18n, true);
    if (!files && Object.keys(this.#faults()).length === 0 && (await this.#form.send(this.#exemption()))) return;
    await this.host.updateComplete;
    focusFirstInvalid(element);
  };

  #exemption(): NewExemption {
    const { jurisdiction, number, reason, validFrom, validTo, sharePercent, note } = this.#draft;
    return {
      jurisdiction,
      number: number.trim(),
      sharePercent: 100,
      fileIds: [],
      ...(note.trim() && { note: note.trim() }),
      ...(this.#replaced && { replacesId: this.#replaced.id }),
      ...(this.#kind === 'certificate' && {
        reason,
        validFrom,
        validTo: validTo || null,
        sharePercent: shareOf(sharePercent),
        fileIds: this.#uploads.ids,
      }),
    };
  }
}

/** The number that was typed, with a comma or a full stop. */
const shareOf = (typed: string) => Number(typed.trim().replace(',', '.'));

const dayAfter = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
