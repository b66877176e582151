import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import { DraftForm } from '../core/draft-form.js';
import { LocalizeController } from '../core/localize-controller.js';
import { property } from '../core/property.js';
import { tools } from '../i18n/texts/tools.js';
import { checkField, formStatus, selectField, submitButton, textField } from '../ui/form-view.js';
import { PortalRecordElement } from '../ui/record-element.js';
import { formStyles } from '../ui/styles/form.js';
import { sampleCreation } from './texts/sample-creation.js';

type Sample = components['schemas']['Sample'];
type NewSample = components['schemas']['NewSample'];

/** The values of the fields before anybody has typed. */
const blank = {
  // each value
  sampleName: '',
  sampleText: '',
  sampleEnum: 'sampleValue',
  sampleNumber: '',
  sampleDay: '',
  sampleInstant: '',
  sampleFlag: false,
  // end
};

type Draft = typeof blank;

/** The request for what was typed. */
const bodyOf = (draft: Draft): NewSample => ({
  // each value
  sampleName: draft.sampleName,
  sampleText: draft.sampleText || null,
  sampleEnum: (draft.sampleEnum || null) as NewSample['sampleEnum'],
  sampleNumber: draft.sampleNumber === '' ? null : Number(draft.sampleNumber),
  sampleDay: draft.sampleDay || null,
  sampleInstant: draft.sampleInstant || null,
  sampleFlag: draft.sampleFlag,
  // end
});

/**
 * sampleSummary.
 *
 * @tag portal-sample-creation
 * @summary sampleSummary.
 * @example
 * <portal-sample-creation id-param="id"></portal-sample-creation>
 * @permission reports.ledger
 * @operation createSamplePart
 * @csspart notice - Says that it is done.
 */
export class PortalSampleCreation extends PortalRecordElement {
  static override requires = 'reports.ledger' as const;
  static override styles: CSSResultGroup = [PortalRecordElement.styles, formStyles];

  // if own
  /** The record that it belongs to; or name with `id-param` the parameter of the page's address that holds it. */
  @property({ attribute: 'sample-id' }) sampleId?: string;

  // end
  #saved = false;
  #i18n = new LocalizeController(this, sampleCreation);
  #form = new DraftForm<Draft, Sample>(this, this.#i18n, {
    changes: ['/samples'],
    required: ['sampleName'],
    from: () => blank,
    send: (api, { draft, idempotencyKey }) =>
      api.POST('/samples/{sampleId}/parts', {
        body: bodyOf(draft),
        params: { path: { sampleId: this.#id! }, header: { 'Idempotency-Key': idempotencyKey } },
      }),
    // if empty
    empty: true,
    // end
    onDone: () => (this.#saved = true),
  });

  // if own
  get #id(): string | undefined {
    return this.recordId(this.sampleId);
  }

  // end
  protected override view(): TemplateResult {
    const { t } = this.#i18n;
    // if own
    if (!this.#id) return html`<div class="message" part="empty"><p>${this.#i18n.in(tools)('missingId')}</p></div>`;
    // end
    if (!this.can('create')) return html`<p class="notice">${t('mayNot')}</p>`;
    const saved = this.#saved && !this.#form.dirty;
    return html`<form class="stack" novalidate @submit=${this.#form.submit}>
      ${saved ? html`<div class="notice success" part="notice" role="status"><p>${t('saved')}</p></div>` : nothing}
      ${formStatus(this.#form, this.#i18n)} ${this.#fields()}
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
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-sample-creation': PortalSampleCreation;
  }
}
