import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import { DraftForm } from '../core/draft-form.js';
import { LoadController } from '../core/loading/load-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
import { property } from '../core/property.js';
import { detailView } from '../ui/detail-view.js';
import { checkField, formStatus, selectField, staleNotice, submitButton, textField } from '../ui/form-view.js';
import { PortalRecordElement } from '../ui/record-element.js';
import { formStyles } from '../ui/styles/form.js';
import { sampleEdit } from './texts/sample-edit.js';

type Sample = components['schemas']['Sample'];
type SampleChange = components['schemas']['SampleChange'];

/** The values of the fields before anybody has typed. */
const draftOf = (record: Sample | undefined) => ({
  // each value
  sampleName: record?.sampleName ?? '',
  sampleText: record?.sampleText ?? '',
  sampleEnum: (record?.sampleEnum ?? '') as string,
  sampleNumber: String(record?.sampleNumber ?? ''),
  sampleDay: record?.sampleDay ?? '',
  sampleInstant: record?.sampleInstant ?? '',
  sampleFlag: record?.sampleFlag ?? false,
  // end
});

type Draft = ReturnType<typeof draftOf>;

/** The request for the fields that were changed. */
const bodyOf = (typed: Partial<Draft>): Partial<SampleChange> => ({
  // each value
  ...(typed.sampleName !== undefined && { sampleName: typed.sampleName }),
  ...(typed.sampleText !== undefined && { sampleText: typed.sampleText || null }),
  ...(typed.sampleEnum !== undefined && { sampleEnum: (typed.sampleEnum || null) as SampleChange['sampleEnum'] }),
  ...(typed.sampleNumber !== undefined && { sampleNumber: typed.sampleNumber === '' ? null : Number(typed.sampleNumber) }),
  ...(typed.sampleDay !== undefined && { sampleDay: typed.sampleDay || null }),
  ...(typed.sampleInstant !== undefined && { sampleInstant: typed.sampleInstant || null }),
  ...(typed.sampleFlag !== undefined && { sampleFlag: typed.sampleFlag }),
  // end
});

/**
 * sampleSummary.
 *
 * @tag portal-sample-edit
 * @summary sampleSummary.
 * @example
 * <portal-sample-edit id-param="id"></portal-sample-edit>
 * @permission reports.ledger
 * @operation getSample
 * @operation updateSample
 * @csspart notice - Says that it is saved.
 * @csspart stale - Says that somebody else has saved it meanwhile.
 * @csspart clash - Two values of a field, to choose from.
 */
export class PortalSampleEdit extends PortalRecordElement {
  static override requires = 'reports.ledger' as const;
  static override styles: CSSResultGroup = [PortalRecordElement.styles, formStyles];

  // if own
  /** The record; or name with `id-param` the parameter of the page's address that holds it. */
  @property({ attribute: 'sample-id' }) sampleId?: string;

  // end
  #saved = false;
  #i18n = new LocalizeController(this, sampleEdit);
  protected override readonly content: LoadController<Sample> = new LoadController<Sample>(this, {
    path: '/samples',
    // if own
    args: () => (this.#id ? [this.#id] : undefined),
    // end
    fetch: (api, init) => api.GET('/samples/{sampleId}', { params: { path: { sampleId: this.#id! } }, ...init }),
  });
  #form = new DraftForm<Draft, Sample, Sample>(this, this.#i18n, {
    changes: ['/samples'],
    required: ['sampleName'],
    from: draftOf,
    record: () => this.content.value,
    reread: (api) => api.GET('/samples/{sampleId}', { params: { path: { sampleId: this.#id! } } }),
    send: (api, { changed, base }) =>
      api.PATCH('/samples/{sampleId}', {
        body: bodyOf(changed),
        params: { path: { sampleId: this.#id! }, header: { 'If-Match': base.etag } },
      }),
    unchanged: () => this.#done(),
    onDone: (record) => this.#done(record),
  });

  // if own
  get #id(): string | undefined {
    return this.recordId(this.sampleId);
  }

  // end
  protected override view(): TemplateResult {
    return detailView(this.content, this.#i18n, () => this.#edit());
  }

  #edit(): TemplateResult {
    const { t } = this.#i18n;
    if (!this.can('update')) return html`<p class="notice">${t('mayNot')}</p>`;
    const saved = this.#saved && !this.#form.dirty;
    return html`<form class="stack" novalidate @submit=${this.#form.submit}>
      ${saved ? html`<div class="notice success" part="notice" role="status"><p>${t('saved')}</p></div>` : nothing}
      ${staleNotice(this.#form, this.#i18n)} ${formStatus(this.#form, this.#i18n)} ${this.#fields()}
      <div>${submitButton(this.#form, this.#i18n, t('send'))}</div>
    </form>`;
  }

  #fields(): TemplateResult {
    const { t } = this.#i18n;
    const form = this.#form;
    return html`
      <!-- each value -->
      ${textField({ ...form.field('sampleName'), label: t('sampleName') })}
      ${textField({ ...form.field('sampleText'), label: t('sampleText') })}
      ${selectField({
        ...form.field('sampleEnum'),
        label: t('sampleEnum'),
        choices: [
          ['', t('none')],
          ['sampleValue', t('sampleEnum-sampleValue')],
        ],
      })}
      ${textField({ ...form.field('sampleNumber'), type: 'number', label: t('sampleNumber') })}
      ${textField({ ...form.field('sampleDay'), type: 'date', label: t('sampleDay') })}
      ${textField({ ...form.field('sampleInstant'), label: t('sampleInstant') })}
      ${checkField({ ...form.check('sampleFlag'), label: t('sampleFlag') })}
      <!-- end -->
    `;
  }

  #done(record = this.content.value): void {
    // The record as the server has it now, which the element itself reads a moment later.
    this.#form.begin(record);
    this.#saved = true;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-sample-edit': PortalSampleEdit;
  }
}
