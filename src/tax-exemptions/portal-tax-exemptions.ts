import { html, nothing, type CSSResultGroup } from 'lit';
import type { components } from '../api/schema.js';
import { DownloadController } from '../core/download-controller.js';
import { Lazy } from '../core/lazy.js';
import { ListController, type Page } from '../core/list-controller.js';
import { LoadController } from '../core/load-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
import { PortalListElement } from '../ui/list-element.js';
import { listView, type Column, type ListToolbar } from '../ui/list-view.js';
import { exemptionColumnStyles, exemptionRow } from './list-view.js';
import { placeName, type ExemptionFile, type ExemptionOptions, type TaxExemption } from './tax-exemption.js';
import { taxExemptions } from './texts/tax-exemptions.js';

type ExemptionPage = Page<TaxExemption> & Pick<components['schemas']['TaxExemptionPage'], 'summary'>;

const statuses = ['submitted', 'in-review', 'active', 'rejected', 'expired', 'revoked', 'withdrawn'] as const;

/**
 * For which taxes the client is not charged, and why: certificates and VAT numbers are submitted, replaced and withdrawn;
 * the company decides on them.
 *
 * @tag portal-tax-exemptions
 * @summary Tax exemptions and VAT numbers: submit with a certificate, replace, withdraw.
 * @example
 * <portal-tax-exemptions></portal-tax-exemptions>
 * @permission billing.tax-exemptions
 * @operation listTaxExemptions
 * @operation getTaxExemptionOptions
 * @operation submitTaxExemption
 * @operation uploadTaxExemptionFile
 * @operation getTaxExemptionFile
 * @operation withdrawTaxExemption
 * @slot empty - Replaces the text shown when there is no exemption at all.
 * @csspart toolbar - Filters and actions.
 * @csspart notice - What has been achieved.
 * @csspart dialog - Details, submitting and withdrawing.
 * @csspart upload - The field for files.
 */
export class PortalTaxExemptions extends PortalListElement {
  static override requires = 'billing.tax-exemptions' as const;
  static override styles: CSSResultGroup = [PortalListElement.styles, exemptionColumnStyles];

  #i18n = new LocalizeController(this, taxExemptions);
  #panel = new Lazy(this, () => import('./exemptions-panel.js').then((each) => new each.ExemptionsPanel(this, this.#options, this.#save)));
  #file = new DownloadController(this);
  protected override readonly content: ListController<TaxExemption, ExemptionPage> = new ListController(this, {
    path: '/tax-exemptions',
    filters: ['q', 'status', 'jurisdiction'],
    initial: () => ({ sort: '-submittedAt' }),
    fetch: (api, query, init) => api.GET('/tax-exemptions', { params: { query }, ...init }),
  });
  /** Places and reasons are asked for when they are to be chosen from. */
  #options: LoadController<ExemptionOptions> = new LoadController<ExemptionOptions>(this, {
    path: '/tax-exemptions/options',
    args: () => (this.#panel.value?.isOpen || this.content.filtersOpen || this.content.query['jurisdiction'] ? [] : undefined),
    fetch: (api, init) => api.GET('/tax-exemptions/options', init),
  });

  protected override view(): unknown {
    const { t } = this.#i18n;
    return listView(this, this.content, this.#i18n, {
      label: t('exemptions'),
      columns: this.#columns(),
      row: (exemption) =>
        exemptionRow(exemption, this.#i18n, {
          open: () => this.#panel.use((panel) => panel.details(exemption)),
          save: (file) => this.#save(exemption, file),
        }),
      empty: t('noExemptions'),
      filters: (toolbar) => this.#filters(toolbar),
      actions: () =>
        this.can('create')
          ? html`<button type="button" class="primary" @click=${() => this.#panel.use((panel) => panel.submit())}>${t('submit')}</button>`
          : nothing,
      above: ({ failure, lazyView }) => [
        this.#file.error ? failure(this.#file.error, this.#i18n) : nothing,
        lazyView(this.#panel, this.#i18n, (panel) => panel.notice()),
        this.#expiring(),
      ],
      dialogs: () => this.#panel.value?.render(),
    });
  }

  #columns(): Column[] {
    const { t } = this.#i18n;
    return [
      { key: 'number', label: t('number'), width: 10 },
      { key: 'jurisdiction', label: t('jurisdiction'), width: 10 },
      { key: 'reason', label: t('reason'), width: 9 },
      { key: 'validTo', label: t('validTo'), width: 7.25, sort: 'validTo' },
      { key: 'share', label: t('share'), width: 6.5, end: true },
      { key: 'status', label: t('status'), width: 7.5 },
      { key: 'documents', label: t('documents'), width: 7 },
    ];
  }

  #filters({ search, choice }: ListToolbar): unknown {
    const { t, language } = this.#i18n;
    const list = this.content;
    const all = ['', t('all')] as const;
    const place = list.query['jurisdiction'];
    const places = this.#options.value?.jurisdictions ?? (place ? [{ code: place, label: place }] : []);
    return [
      search(list, t('search')),
      choice(list, 'status', t('status'), [all, ...statuses.map((each) => [each, t(`status-${each}`)] as const)]),
      choice(list, 'jurisdiction', t('jurisdiction'), [
        all,
        ...places.map(({ code, label }) => [code, placeName(code, label, language)] as const),
      ]),
    ];
  }

  #expiring(): unknown {
    const count = this.content.page?.summary?.expiring ?? 0;
    return count > 0 ? html`<div class="notice warning"><p>${this.#i18n.t('expiring', count)}</p></div>` : nothing;
  }

  #save = ({ id: exemptionId }: TaxExemption, { id: file }: ExemptionFile): void => {
    const params = { path: { exemptionId, file } };
    void this.#file.save(this.content.load.connection, (api) =>
      api.GET('/tax-exemptions/{exemptionId}/files/{file}', { params, parseAs: 'blob' }),
    );
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-tax-exemptions': PortalTaxExemptions;
  }
}
