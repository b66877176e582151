import { html, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import { ListController } from '../core/loading/list-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
import { property } from '../core/property.js';
import { PortalListElement } from '../ui/lists/list-element.js';
import { listView, type Column, type ListToolbar } from '../ui/lists/list-view.js';
import { sampleList } from './texts/sample-list.js';

type Sample = components['schemas']['Sample'];

/**
 * sampleSummary.
 *
 * @tag portal-sample-list
 * @summary sampleSummary.
 * @example
 * <portal-sample-list sample-id="sam_1"></portal-sample-list>
 * @permission reports.ledger
 * @operation listSampleParts
 */
export class PortalSampleList extends PortalListElement {
  static override requires = 'reports.ledger' as const;

  // if own
  /** The record whose list it is. */
  @property({ attribute: 'sample-id' }) sampleId?: string;

  // end
  #i18n = new LocalizeController(this, sampleList);
  protected override readonly content: ListController<Sample> = new ListController(this, {
    path: '/samples',
    filters: ['sampleFilters'],
    // if sorted
    initial: () => ({ sort: 'sampleSort' }),
    // end
    // if own
    args: () => (this.sampleId ? [this.sampleId] : undefined),
    // end
    fetch: (api, query, init) => api.GET('/samples/{sampleId}/parts', { params: { path: { sampleId: this.sampleId! }, query }, ...init }),
  });

  protected override view(): unknown {
    const { t } = this.#i18n;
    return listView(this, this.content, this.#i18n, {
      label: t('caption'),
      columns: this.#columns(),
      row: (item) => this.#row(item),
      empty: t('nothingYet'),
      // if filtered
      filters: (toolbar) => this.#filters(toolbar),
      // end
    });
  }

  #columns(): Column[] {
    const { t } = this.#i18n;
    return [
      // each column
      { key: 'sampleName', label: t('sampleName'), width: 11, sort: 'sampleName' },
      { key: 'sampleText', label: t('sampleText'), width: 9, sort: 'sampleText' },
      { key: 'sampleChoice', label: t('sampleChoice'), width: 9, sort: 'sampleChoice' },
      { key: 'sampleEnum', label: t('sampleEnum'), width: 9, sort: 'sampleEnum' },
      { key: 'sampleMoney', label: t('sampleMoney'), width: 7.5, sort: 'sampleMoney', end: true },
      { key: 'sampleNumber', label: t('sampleNumber'), width: 6, sort: 'sampleNumber', end: true },
      { key: 'sampleDay', label: t('sampleDay'), width: 7, sort: 'sampleDay' },
      { key: 'sampleInstant', label: t('sampleInstant'), width: 7.5, sort: 'sampleInstant' },
      { key: 'sampleFlag', label: t('sampleFlag'), width: 6, sort: 'sampleFlag' },
      // end
    ];
  }

  #row(item: Sample): TemplateResult {
    const { t, money, number, day, instant } = this.#i18n;
    return html`<tr role="row" part="row">
      <th role="rowheader" scope="row" class="subject"><bdi .textContent=${item.sampleName || t('unlabelled')}></bdi></th>
      <!-- each cell -->
      <td role="cell" data-label=${t('sampleText')}><bdi .textContent=${item.sampleText || t('none')}></bdi></td>
      <td role="cell" data-label=${t('sampleChoice')} .textContent=${item.sampleChoiceLabel || item.sampleChoice || t('none')}></td>
      <td
        role="cell"
        data-label=${t('sampleEnum')}
        .textContent=${this.#i18n.label(`sampleEnum-${item.sampleEnum ?? ''}`, item.sampleEnum ?? '')}
      ></td>
      <td role="cell" class="end" data-label=${t('sampleMoney')} .textContent=${money(item.sampleMoney)}></td>
      <td role="cell" class="end" data-label=${t('sampleNumber')} .textContent=${number(item.sampleNumber)}></td>
      <td role="cell" data-label=${t('sampleDay')} .textContent=${day(item.sampleDay)}></td>
      <td role="cell" data-label=${t('sampleInstant')} .textContent=${instant(item.sampleInstant)}></td>
      <td role="cell" data-label=${t('sampleFlag')} .textContent=${t(item.sampleFlag ? 'yes' : 'no')}></td>
      <!-- end -->
    </tr>`;
  }

  // if filtered
  #filters({ search, choice, input }: ListToolbar): unknown {
    const { t } = this.#i18n;
    return [
      // each filter
      search(this.content, t('sampleSearch')),
      choice(this.content, 'sampleEnum', t('sampleEnum'), [
        ['', t('all')],
        ['sampleValue', t('sampleEnum-sampleValue')],
      ]),
      input(this.content, 'sampleText', t('sampleText'), 'text'),
      input(this.content, 'sampleNumber', t('sampleNumber'), 'number'),
      input(this.content, 'sampleDay', t('sampleDay'), 'date'),
      // end
    ];
  }
  // end
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-sample-list': PortalSampleList;
  }
}
