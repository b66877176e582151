import { css, type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import { DownloadController } from '../core/download-controller.js';
import { Lazy } from '../core/lazy.js';
import { ListController, type Page } from '../core/loading/list-controller.js';
import { LoadController } from '../core/loading/load-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
import { formatPercent } from '../i18n/units.js';
import { PortalListElement } from '../ui/lists/list-element.js';
import { type Column, type ListToolbar, listView } from '../ui/lists/list-view.js';
import {
  type ExemptionFile,
  type ExemptionOptions,
  exemptionStatus,
  fileLinks,
  placeName,
  reasonName,
  type TaxExemption,
  taxName,
  validity,
  verificationText,
} from './tax-exemption.js';
import { taxExemptions } from './texts/tax-exemptions.js';

/** An exemption as a row; its number opens the rest. */
function exemptionRow(
  exemption: TaxExemption,
  i18n: LocalizeController<typeof taxExemptions.english>,
  { open, save }: { open: () => void; save: (file: ExemptionFile) => void },
): TemplateResult {
  const { t, language } = i18n;
  const { jurisdiction, jurisdictionLabel, number, sharePercent } = exemption;
  const verified = verificationText(exemption, i18n);
  return html`<tr role="row" part="row">
    <th role="rowheader" scope="row" class="subject">
      <button type="button" class="link" aria-haspopup="dialog" @click=${open}><bdi .textContent=${number}></bdi></button>
      ${verified ? html`<small class="muted" .textContent=${verified}></small>` : nothing}
    </th>
    <td role="cell" data-label=${t('jurisdiction')}>
      <span
        >${placeName(jurisdiction, jurisdictionLabel, language)}<small class="muted" .textContent=${taxName(exemption, i18n)}></small
      ></span>
    </td>
    <td role="cell" data-label=${t('reason')} .textContent=${reasonName(exemption, i18n)}></td>
    <td role="cell" data-label=${t('validTo')} .textContent=${validity(exemption, i18n)}></td>
    <td role="cell" class="end" data-label=${t('share')} .textContent=${formatPercent(language, sharePercent) ?? ''}></td>
    <td role="cell" data-label=${t('status')}>${exemptionStatus(exemption, i18n)}</td>
    <td role="cell" data-label=${t('documents')}>${fileLinks(exemption, i18n, save)}</td>
  </tr>`;
}

const exemptionColumnStyles: CSSResultGroup = [
  css`
    td .badge {
      white-space: normal;
    }
    th small,
    td small {
      display: block;
      font-weight: 400;
    }
    .file {
      overflow-wrap: anywhere;
    }
  `,
];

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
