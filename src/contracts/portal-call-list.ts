import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { Dialog } from '../core/dialog.js';
import { ListController } from '../core/list-controller.js';
import { Localize } from '../core/localize.js';
import { property } from '../core/property.js';
import { warnOnce } from '../core/warn.js';
import { calls } from '../i18n/calls.js';
import { itemLink } from '../ui/links.js';
import { PortalListElement } from '../ui/list-element.js';
import { listView, skeleton, type Column } from '../ui/list-view.js';
import { loadTools } from '../ui/load-tools.js';
import type * as callDetails from './call-details.js';
import { callFilterFields } from './call-filters.js';
import { callCost, callDirection, callParty, callResult, callSums, type Call, type CallPage } from './call-parts.js';
import { callFilters, callQuery } from './call-query.js';
import { callStyles } from './call-styles.js';
import { ContractChoice } from './contract-choice.js';
import { periodOf, type Period } from './period.js';

/**
 * The calls of a VoIP contract, a period at a time: found, sorted, summed up, read in full and downloaded.
 *
 * @tag portal-call-list
 * @summary Calls of a telephony contract: find, sum up, read, download.
 * @permission contracts.call-list
 * @operation listCalls
 * @operation listContracts
 * @slot empty - Replaces the text shown when there are no calls in the period.
 * @csspart zone - Says in which time zone times are shown.
 */
export class PortalCallList extends PortalListElement {
  static override requires = 'contracts.call-list' as const;
  static override styles: CSSResultGroup = [PortalListElement.styles, callStyles];

  /** The contract. Without it, and without one in the address, the person's telephony contracts are asked for and offered. */
  @property({ attribute: 'contract-id' }) contractId?: string;

  /** Name of the parameter of the page's address that holds the contract, and in which the user's choice is kept. */
  @property({ attribute: 'contract-param' }) contractParam?: string;

  #i18n = new Localize(this, calls);
  #detail = new Dialog<Call>(this);
  #details?: typeof callDetails;
  #calls: ListController<Call, CallPage> = new ListController(this, {
    path: '/contracts',
    filters: callFilters,
    initial: () => ({ sort: '-startedAt' }),
    args: () => (this.content.id ? [this.content.id, this.#timeZone] : undefined),
    fetch: (api, query, init) => {
      const params = { path: { contractId: this.content.id! }, query: callQuery(query, this.#timeZone, this.#hidesCost) };
      return api.GET('/contracts/{contractId}/calls', { params, ...init });
    },
  });
  protected override readonly content: ContractChoice = new ContractChoice(this, 'voip', () => this.#calls.phase);

  get #timeZone(): string {
    return this.#i18n.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  }

  get #hidesCost(): boolean {
    return this.hides('calls.cost');
  }

  get #period(): Period {
    return periodOf(this.#calls.query, this.#timeZone, Date.now());
  }

  protected override view(): unknown {
    const { t } = this.#i18n;
    if (this.content.state !== 'ready') return this.#withoutContract();
    return listView(this, this.#calls, this.#i18n, {
      label: t('calls'),
      columns: this.#columns(),
      row: (call) => this.#row(call),
      empty: t('noCalls'),
      filters: (tools) =>
        callFilterFields(tools, this.#calls, this.#i18n, { contract: this.content, period: this.#period, hidesCost: this.#hidesCost }),
      sums: callSums(this.#calls.page?.summary, this.#i18n, this.#hidesCost),
      above: () => this.#notes(),
      dialogs: ({ dialog }) =>
        dialog(this.#detail, this.#i18n, t('call'), (call) => this.#details?.callDetails(call, this.#i18n, this.#hidesCost)),
    });
  }

  #withoutContract(): unknown {
    const { t } = this.#i18n;
    const { state, load } = this.content;
    if (state === 'loading') return skeleton(this.pageSize, t('loading'));
    if (state === 'error') return loadTools(this)?.failure(load.error, this.#i18n, () => load.reload());
    if (state === 'missing') warnOnce('<portal-call-list> needs a contract-id: this person may not list contracts.');
    return html`<div class="message" part=${state === 'empty' ? 'empty' : 'error'}>
      ${state === 'empty' ? html`<slot name="empty">${t('noContracts')}</slot>` : t('contractMissing')}
    </div>`;
  }

  #columns(): Column[] {
    const { t } = this.#i18n;
    return [
      { key: 'time', label: t('time'), sort: 'startedAt' },
      { key: 'direction', label: t('direction') },
      { key: 'from', label: t('from') },
      { key: 'to', label: t('to') },
      { key: 'destination', label: t('destination') },
      { key: 'duration', label: t('duration'), sort: 'duration', end: true },
      { key: 'result', label: t('result') },
      ...(this.#hidesCost ? [] : [{ key: 'cost', label: t('cost'), sort: 'cost', end: true }]),
    ];
  }

  #row(call: Call): TemplateResult {
    const { t, instant, duration } = this.#i18n;
    return html`<tr role="row" part="row">
      <th role="rowheader" scope="row" class="subject">
        ${itemLink(this.itemHref, call.id, instant(call.startedAt), () => void this.#open(call))}
      </th>
      <td role="cell" data-label=${t('direction')} .textContent=${callDirection(call, this.#i18n)}></td>
      <td role="cell" data-label=${t('from')}>${callParty(call.from, this.#i18n)}</td>
      <td role="cell" data-label=${t('to')}>
        <span
          >${callParty(call.to, this.#i18n)} <small class="under muted"><bdi .textContent=${call.destination}></bdi></small
        ></span>
      </td>
      <td role="cell" data-cell="destination" data-label=${t('destination')}><bdi .textContent=${call.destination || t('none')}></bdi></td>
      <td role="cell" class="end" data-label=${t('duration')} .textContent=${duration(call.durationSeconds)}></td>
      <td role="cell" data-label=${t('result')}>${callResult(call, this.#i18n)}</td>
      ${this.#hidesCost ? nothing : html`<td role="cell" class="end" data-label=${t('cost')}>${callCost(call, this.#i18n)}</td>`}
    </tr>`;
  }

  #notes(): TemplateResult {
    const { t, day } = this.#i18n;
    const oldest = this.#calls.page?.oldestAvailableOn;
    const { firstDay } = this.#period;
    return html`<p class="zone muted" part="zone">${t('zone', this.#timeZone.replaceAll('_', ' '))}</p>
      ${oldest && (!firstDay || firstDay < oldest) ? html`<div class="notice" role="status"><p>${t('oldest', day(oldest))}</p></div>` : nothing}`;
  }

  async #open(call: Call): Promise<void> {
    this.#detail.open(call);
    this.#details ??= await import('./call-details.js');
    this.requestUpdate();
  }
}
