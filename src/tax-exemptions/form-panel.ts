import { html, nothing, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import { DraftForm, type FieldError } from '../core/draft-form.js';
import type { LoadController } from '../core/loading/load-controller.js';
import { Panel } from '../core/panel.js';
import type { PortalElement } from '../core/portal-element.js';
import { UploadsController } from '../core/forms/uploads-controller.js';
import { tools } from '../i18n/texts/tools.js';
import { detailView } from '../ui/detail-view.js';
import { formFooter, formStatus, selectField, textAreaField, textField } from '../ui/form-view.js';
import { refusal } from '../ui/refusal.js';
import { uploadFault, uploadField } from '../ui/upload-field.js';
import { placeName, type ExemptionOptions, type TaxExemption } from './tax-exemption.js';
import { taxExemptionDialogs as texts } from './texts/tax-exemption-dialogs.js';
import { taxExemptions } from './texts/tax-exemptions.js';

type NewExemption = components['schemas']['NewTaxExemption'];
type Kind = 'vat-number' | 'certificate';

/** `files` stands for the uploads, which are kept by themselves; an empty `kind` for the first that can be chosen. */
type Draft = Record<'jurisdiction' | 'number' | 'reason' | 'validFrom' | 'validTo' | 'sharePercent' | 'note' | 'files', string> & {
  kind: Kind | '';
};

const kinds = ['vat-number', 'certificate'] as const;
const empty: Draft = {
  kind: '',
  jurisdiction: '',
  number: '',
  reason: '',
  validFrom: '',
  validTo: '',
  sharePercent: '100',
  note: '',
  files: '',
};
const errorTexts = ['before-start', 'over', 'unknown-file'] as const;

/** The values of an empty form, or those that a replacement has in common with the replaced one. */
function draftOf(replaced: TaxExemption | undefined): Draft {
  if (!replaced) return empty;
  const { kind, jurisdiction, reason, number, validTo } = replaced;
  const draft = { ...empty, jurisdiction, reason, sharePercent: String(replaced.sharePercent) };
  return kind === 'vat-number'
    ? { ...draft, kind, number }
    : { ...draft, kind: 'certificate', validFrom: validTo ? dayAfter(validTo) : '' };
}

const dayAfter = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

/** The share as a number; it may be typed with a comma or a full stop. */
const shareOf = (typed: string) => Number(typed.trim().replace(',', '.'));

/** The request: of a VAT number nothing but the place and the number counts. */
function exemptionOf(draft: Draft, isCertificate: boolean, fileIds: string[], replaced: TaxExemption | undefined): NewExemption {
  const { jurisdiction, reason, validFrom, validTo, sharePercent } = draft;
  const note = draft.note.trim();
  const certificate = { reason, validFrom, validTo: validTo || null, sharePercent: shareOf(sharePercent), fileIds };
  return {
    jurisdiction,
    number: draft.number.trim(),
    ...(note && { note }),
    ...(replaced && { replacesId: replaced.id }),
    ...(isCertificate ? certificate : { sharePercent: 100, fileIds: [] }),
  };
}

/** A new exemption: a VAT number, or a certificate with its file. What was typed stays until it is sent, or another one is replaced. */
export class FormPanel extends Panel<PortalElement, typeof texts.english> {
  readonly #uploads: UploadsController;
  readonly #form: DraftForm<Draft, TaxExemption, TaxExemption>;

  constructor(
    host: PortalElement,
    private readonly options: LoadController<ExemptionOptions>,
    onDone: (exemption: TaxExemption) => void,
  ) {
    super(host, texts);
    this.#uploads = new UploadsController(host, '/tax-exemptions/files', () => this.#form.edit({}));
    this.#form = new DraftForm<Draft, TaxExemption, TaxExemption>(host, this.i18n, {
      changes: ['/tax-exemptions'],
      prefix: 'exemption',
      from: draftOf,
      required: (draft) => [
        'jurisdiction',
        'number',
        ...(this.#isCertificate(draft) ? (['reason', 'validFrom', 'sharePercent'] as const) : []),
      ],
      validate: (draft) => (this.#isCertificate(draft) ? this.#certificateErrors(draft) : {}),
      pointers: { files: '/fileIds' },
      say: (error) => this.#errorText(error),
      send: (api, { draft, base, idempotencyKey }) =>
        api.POST('/tax-exemptions', {
          params: { header: { 'Idempotency-Key': idempotencyKey } },
          body: exemptionOf(draft, this.#isCertificate(draft), this.#uploads.ids, base),
        }),
      onDone: (exemption) => {
        this.#uploads.clear();
        onDone(exemption);
      },
    });
  }

  /** Goes on with what was typed for the same exemption, else begins anew. */
  begin(replaced?: TaxExemption): void {
    if (replaced?.id === this.#form.base?.id) return;
    this.#form.begin(replaced);
    this.#uploads.clear();
  }

  render(cancel: () => void): TemplateResult {
    return detailView(this.options, this.i18n, (options) => this.#body(options, cancel), 5);
  }

  #body(options: ExemptionOptions, cancel: () => void): TemplateResult {
    const { i18n } = this;
    const { t } = i18n;
    const form = this.#form;
    const refused = refusal(form, ['already-submitted', 'not-replaceable'], (each) => t(`problem-${each}`));
    return html`<form class="stack" novalidate @submit=${form.submit}>
      <p class="muted">${t(form.base ? 'replaceText' : 'reviewText')}</p>
      ${this.#kindField()} ${this.#isCertificate(form.draft) ? this.#certificate(options) : this.#vatNumber(options)}
      ${textAreaField({ ...form.field('note'), label: t('noteField'), rows: 2 })} ${refused ?? formStatus(form, i18n)}
      ${formFooter(form, i18n, { submit: t('send'), cancel })}
    </form>`;
  }

  #kindField(): TemplateResult | typeof nothing {
    const { t } = this.i18n;
    const offered = this.#kinds;
    if (offered.length < 2) return nothing;
    return selectField({
      ...this.#form.field('kind'),
      value: this.#kindOf(this.#form.draft),
      label: t('kind'),
      choices: offered.map((kind) => [kind, t(`kind-${kind}`)]),
      edit: (kind) => this.#form.edit({ kind: kind as Kind, jurisdiction: '' }),
    });
  }

  #vatNumber(options: ExemptionOptions): TemplateResult {
    const { t } = this.i18n;
    const example = this.#example;
    const hint = example && t('vatNumberHint', example);
    return html`<div class="row">
      ${this.#place(options)}
      ${textField({ ...this.#form.field('number'), label: t('vatNumber'), hint, autocomplete: 'off', spellcheck: false })}
    </div>`;
  }

  #certificate(options: ExemptionOptions): TemplateResult {
    const form = this.#form;
    const { i18n } = this;
    const { t } = i18n;
    const { error } = form.field('files');
    const reasons = options.reasons.map((each) => [each.id, i18n.label(`reason-${each.id}`, each.label, taxExemptions)] as const);
    return html`<div class="row">
        ${this.#place(options)}
        ${selectField({ ...form.field('reason'), label: i18n.in(taxExemptions)('reason'), choices: [['', t('choose')], ...reasons] })}
      </div>
      <div class="row">
        ${textField({ ...form.field('number'), label: t('certificateNumber'), autocomplete: 'off', spellcheck: false })}
        ${textField({ ...form.field('sharePercent'), label: t('share'), inputMode: 'decimal' })}
      </div>
      <div class="row">
        ${textField({ ...form.field('validFrom'), label: t('validFrom'), type: 'date' })}
        ${textField({ ...form.field('validTo'), label: t('validTo'), type: 'date', hint: t('validToHint') })}
      </div>
      ${uploadField(this.#uploads, i18n, {
        name: 'exemption-files',
        label: t('files'),
        rules: options.files,
        required: true,
        ...(error && { error }),
      })}`;
  }

  #place({ jurisdictions }: ExemptionOptions): TemplateResult {
    const { i18n } = this;
    const kind = this.#kindOf(this.#form.draft);
    const order = new Intl.Collator(i18n.language);
    const places = jurisdictions
      .filter((each) => each.kind === kind)
      .map(({ code, label }) => [code, placeName(code, label, i18n.language)] as const)
      .sort(([, one], [, other]) => order.compare(one, other));
    const label = i18n.in(taxExemptions)('jurisdiction');
    return selectField({ ...this.#form.field('jurisdiction'), label, choices: [['', i18n.t('choose')], ...places] });
  }

  get #kinds(): readonly Kind[] {
    return kinds.filter((kind) => this.options.value?.jurisdictions.some((each) => each.kind === kind));
  }

  #kindOf({ kind }: Draft): Kind {
    return kind || (this.#kinds[0] ?? 'certificate');
  }

  #isCertificate(draft: Draft): boolean {
    return this.#kindOf(draft) === 'certificate';
  }

  /** A VAT number as it looks in the chosen place. */
  get #example(): string {
    const { jurisdiction } = this.#form.draft;
    return this.options.value?.jurisdictions.find(({ code }) => code === jurisdiction)?.numberExample ?? '';
  }

  #errorText({ code = '' }: FieldError): string | undefined {
    const { t } = this.i18n;
    if (code === 'required') return this.i18n.in(tools)('required');
    if (code === 'vat-number' && this.#example) return t('fault-vat-number', this.#example);
    const known = errorTexts.find((each) => each === code);
    return known && t(`fault-${known}`);
  }

  #certificateErrors({ validFrom, validTo, sharePercent }: Draft) {
    const { t } = this.i18n;
    const share = shareOf(sharePercent);
    return {
      sharePercent: sharePercent.trim() !== '' && !(share > 0 && share <= 100) && t('fault-share'),
      validTo: validFrom && validTo && validTo < validFrom ? t('fault-before-start') : undefined,
      files: uploadFault(this.#uploads, this.i18n, true),
    };
  }
}
