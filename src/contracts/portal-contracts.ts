import { css, type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { DialogController } from '../core/dialog-controller.js';
import { lazy } from '../core/lazy.js';
import { ListController } from '../core/loading/list-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
import { itemLink } from '../ui/links.js';
import { PortalRecordListElement } from '../ui/lists/list-element.js';
import { type Column, type ListToolbar, listView } from '../ui/lists/list-view.js';
import { type Contract, contractKind, type ContractPage, contractPrice, contractStatus, nextDay } from './contract.js';
import { contracts } from './texts/contracts.js';

/** The cells of a list of contracts. */
const listColumnStyles: CSSResultGroup = [
  css`
    .status {
      display: inline-grid;
      justify-items: var(--_side, start);
      gap: 0.15em;
    }
    .ended {
      margin: 0;
    }
  `,
];

/**
 * The client's contracts: found, sorted, downloaded and opened. Those that have ended are shown when they are asked for.
 *
 * @tag portal-contracts
 * @summary Contracts: find, sort, download, open.
 * @example
 * <portal-contracts item-href="/contract?id={id}"></portal-contracts>
 * @permission contracts.list
 * @operation listContracts
 * @slot empty - Replaces the text shown when there are no contracts.
 * @csspart toolbar - Search, filters and the download.
 * @csspart ended - Says how many contracts have ended and are not shown.
 * @csspart dialog - One contract.
 */
export class PortalContracts extends PortalRecordListElement {
  static override requires = 'contracts.list' as const;
  static override styles: CSSResultGroup = [PortalRecordListElement.styles, listColumnStyles];

  #i18n = new LocalizeController(this, contracts);
  #detail = new DialogController<string>(
    this,
    lazy(() => import('../define/portal-contract.js')),
  );
  protected override readonly content: ListController<Contract, ContractPage> = new ListController(this, {
    path: '/contracts',
    filters: ['q', 'kind', 'status'],
    initial: () => ({ sort: 'number' }),
    fetch: (api, query: { status?: string }, init) => {
      const { status = 'current' } = query;
      return api.GET('/contracts', { params: { query: { ...query, status: status === 'all' ? undefined : status } }, ...init });
    },
  });

  protected override view(): unknown {
    const { t } = this.#i18n;
    return listView(this, this.content, this.#i18n, {
      label: t('contracts'),
      columns: this.#columns(),
      row: (contract) => this.#row(contract),
      empty: t('noContracts'),
      filters: (toolbar) => this.#filters(toolbar),
      above: () => this.#ended(),
      dialogs: ({ elementDialog }) =>
        elementDialog(this.#detail, this.#i18n, t('contract'), (id) => html`<portal-contract contract-id=${id}></portal-contract>`),
    });
  }

  #columns(): Column[] {
    const { t } = this.#i18n;
    return [
      { key: 'name', label: t('name'), width: 11, sort: 'name' },
      { key: 'number', label: t('number'), width: 6.25, sort: 'number' },
      { key: 'kind', label: t('kind'), width: 8.75 },
      { key: 'identifier', label: t('identifier'), width: 10.5 },
      { key: 'since', label: t('since'), width: 7, folds: true, sort: 'startsOn' },
      ...(this.#hidesPrice ? [] : [{ key: 'price', label: t('price'), width: 7.25, end: true }]),
      { key: 'status', label: t('status'), width: 7.75 },
    ];
  }

  #row(contract: Contract): TemplateResult {
    const { t, day } = this.#i18n;
    const { id, name, number, identifier, startsOn } = contract;
    return html`<tr role="row" part="row">
      <th role="rowheader" scope="row" class="subject">
        ${itemLink(this.itemHref, id, name || number || t('unlabelled'), () => this.#detail.open(id))}
      </th>
      <td role="cell" data-label=${t('number')}><bdi .textContent=${number || t('none')}></bdi></td>
      <td role="cell" data-label=${t('kind')} .textContent=${contractKind(contract, this.#i18n)}></td>
      <td role="cell" data-label=${t('identifier')}><bdi .textContent=${identifier || t('none')}></bdi></td>
      <td role="cell" data-label=${t('since')} .textContent=${day(startsOn)}></td>
      ${this.#hidesPrice ? nothing : html`<td role="cell" class="end" data-label=${t('price')} .textContent=${contractPrice(contract, this.#i18n)}></td>`}
      <td role="cell" data-label=${t('status')}>
        <span class="status">${contractStatus(contract, this.#i18n)} <small class="muted">${nextDay(contract, this.#i18n)}</small></span>
      </td>
    </tr>`;
  }

  #filters({ search, choice }: ListToolbar): unknown {
    const { t } = this.#i18n;
    const labelled = (name: string, values: readonly string[]) =>
      values.map((value) => [value, this.#i18n.label(`${name}-${value}`, value)] as const);
    const kinds = ['voip', 'serverhousing', 'hosting', 'domain', 'dns'];
    const statuses = ['provisioning', 'active', 'suspended', 'cancelled', 'ended'];
    return [
      search(this.content, t('search')),
      choice(this.content, 'kind', t('kind'), [['', t('all')], ...labelled('kind', kinds)]),
      choice(this.content, 'status', t('status'), [['', t('current')], ['all', t('all')], ...labelled('status', statuses)]),
    ];
  }

  /** That there are more, unless a status has been chosen. */
  #ended(): TemplateResult | typeof nothing {
    const { t } = this.#i18n;
    const count = this.content.query['status'] ? 0 : (this.content.page?.summary?.ended ?? 0);
    if (count === 0) return nothing;
    const show = () => this.content.filter({ status: 'all' });
    return html`<p class="ended muted" part="ended">
      ${t('endedHidden', count)} <button type="button" class="link" @click=${show}>${t('showEnded')}</button>
    </p>`;
  }

  get #hidesPrice(): boolean {
    return this.hides('contracts.price');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-contracts': PortalContracts;
  }
}
