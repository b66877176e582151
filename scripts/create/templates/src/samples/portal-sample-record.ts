import { html, type CSSResultGroup, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import { LoadController } from '../core/loading/load-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
import { property } from '../core/property.js';
import { detailView, facts } from '../ui/detail-view.js';
import { PortalRecordElement } from '../ui/record-element.js';
import { sampleRecord } from './texts/sample-record.js';

type Sample = components['schemas']['Sample'];

/**
 * sampleSummary.
 *
 * @tag portal-sample-record
 * @summary sampleSummary.
 * @example
 * <portal-sample-record id-param="id"></portal-sample-record>
 * @permission reports.ledger
 * @operation getSample
 */
export class PortalSampleRecord extends PortalRecordElement {
  static override requires = 'reports.ledger' as const;
  static override styles: CSSResultGroup = [PortalRecordElement.styles];

  // if own
  /** The record; or name with `id-param` the parameter of the page's address that holds it. */
  @property({ attribute: 'sample-id' }) sampleId?: string;

  // end
  #i18n = new LocalizeController(this, sampleRecord);
  protected override readonly content: LoadController<Sample> = new LoadController<Sample>(this, {
    path: '/samples',
    // if own
    args: () => (this.#id ? [this.#id] : undefined),
    // end
    fetch: (api, init) => api.GET('/samples/{sampleId}', { params: { path: { sampleId: this.#id! } }, ...init }),
  });

  // if own
  get #id(): string | undefined {
    return this.recordId(this.sampleId);
  }

  // end
  protected override view(): TemplateResult {
    return detailView(this.content, this.#i18n, (record) => this.#record(record));
  }

  #record(record: Sample): TemplateResult {
    const { t, money, number, day, instant } = this.#i18n;
    return html`<h2><bdi>${record.sampleName || t('unlabelled')}</bdi></h2>
      ${facts([
        // each fact
        [t('sampleText'), html`<bdi>${record.sampleText || t('none')}</bdi>`],
        [t('sampleChoice'), record.sampleChoiceLabel || record.sampleChoice],
        [t('sampleEnum'), this.#i18n.label(`sampleEnum-${record.sampleEnum ?? ''}`, record.sampleEnum ?? '')],
        [t('sampleMoney'), money(record.sampleMoney)],
        [t('sampleNumber'), number(record.sampleNumber)],
        [t('sampleDay'), day(record.sampleDay)],
        [t('sampleInstant'), instant(record.sampleInstant)],
        [t('sampleFlag'), t(record.sampleFlag ? 'yes' : 'no')],
        // end
      ])}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-sample-record': PortalSampleRecord;
  }
}
