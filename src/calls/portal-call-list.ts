import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { ContractChoice } from '../core/business/contract-choice.js';
import { Lazy } from '../core/lazy.js';
import { ListController } from '../core/loading/list-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
import { periodOf, type Period } from '../core/business/period.js';
import { property } from '../core/property.js';
import { contractProblem } from '../ui/contract-problem.js';
import { PortalRecordListElement } from '../ui/lists/list-element.js';
import { listView, skeleton } from '../ui/lists/list-view.js';
import { callFilters, callQuery, callSums, type Call, type CallPage } from './call.js';
import type { CallSource } from './downloads-panel.js';
import { callColumns, callFilterFields, callRow } from './list-view.js';
import { listColumnStyles } from './list.styles.js';
import { calls } from './texts/calls.js';

/**
 * The calls of a VoIP contract, a period at a time: found, sorted, summed up, read in full with their legs, listened to and downloaded.
 *
 * @tag portal-call-list
 * @summary Calls of a telephony contract: find, sum up, read, download.
 * @example
 * <portal-call-list contract-param="contract"></portal-call-list>
 * <portal-call-list contract-id="con_1"></portal-call-list>
 * @permission contracts.call-list
 * @operation listCalls
 * @operation listContracts
 * @operation getCall
 * @operation getCallRecording
 * @operation getCallStatement
 * @slot empty - Replaces the text shown when there are no calls in the period.
 * @csspart legs - The legs of a call, folded until they are opened.
 * @csspart zone - Says in which time zone times are shown.
 */
export class PortalCallList extends PortalRecordListElement {
  static override requires = 'contracts.call-list' as const;
  static override styles: CSSResultGroup = [PortalRecordListElement.styles, listColumnStyles];

  /** The contract. Without it, and without one in the address, the person's telephony contracts are asked for and offered. */
  @property({ attribute: 'contract-id' }) contractId?: string;

  /** Name of the parameter of the page's address that holds the contract, and in which the user's choice is kept. */
  @property({ attribute: 'contract-param' }) contractParam?: string;

  #i18n = new LocalizeController(this, calls);
  #dialogs = new Lazy(this, () => import('./dialogs-panel.js').then((each) => new each.DialogsPanel(this, this.#source)));
  #calls: ListController<Call, CallPage> = new ListController(this, {
    path: '/contracts',
    filters: callFilters,
    initial: () => ({ sort: '-startedAt' }),
    args: () => (this.content.id ? [this.content.id, this.#timeZone] : undefined),
    fetch: (api, query, init) => {
      const params = { path: { contractId: this.content.id! }, query: callQuery(query, this.#timeZone, this.hides('calls.cost')) };
      return api.GET('/contracts/{contractId}/calls', { params, ...init });
    },
  });
  protected override readonly content: ContractChoice = new ContractChoice(this, 'voip', () => this.#calls.phase);

  get #timeZone(): string {
    return this.#i18n.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  }

  get #period(): Period {
    return periodOf(this.#calls.query, this.#timeZone, Date.now());
  }

  protected override view(): unknown {
    const { t } = this.#i18n;
    const { state } = this.content;
    if (state === 'loading') return skeleton(this.pageSize, t('loading'));
    if (state !== 'ready') {
      this.toolbar.useWhenIdle();
      return contractProblem('portal-call-list', this.content, this.#i18n, this.toolbar.value?.failure);
    }
    return listView(this, this.#calls, this.#i18n, {
      label: t('calls'),
      columns: callColumns(this, this.#i18n),
      row: (call) =>
        callRow(this, call, this.#i18n, {
          itemHref: this.itemHref,
          open: (each) => this.#dialogs.use((panel) => panel.openCall(each)),
        }),
      empty: t('noCalls'),
      filters: (toolbar) => callFilterFields(this, toolbar, this.#calls, this.#i18n, { contract: this.content, period: this.#period }),
      actions: () =>
        html`<button type="button" class="quiet" aria-haspopup="dialog" @click=${() => this.#dialogs.use((panel) => panel.openFiles())}>
          ${t('statements')}
        </button>`,
      sums: callSums(this, this.#calls.page?.summary, this.#i18n),
      above: ({ lazyView }) => [lazyView(this.#dialogs, this.#i18n, () => nothing), this.#notes()],
      dialogs: (toolbar) => this.#dialogs.value?.render(toolbar),
    });
  }

  #notes(): TemplateResult {
    const { t, day } = this.#i18n;
    const oldest = this.#calls.page?.oldestAvailableOn;
    const { firstDay } = this.#period;
    return html`<p class="zone muted" part="zone">${t('zone', this.#timeZone.replaceAll('_', ' '))}</p>
      ${oldest && (!firstDay || firstDay < oldest) ? html`<div class="notice" role="status"><p>${t('oldest', day(oldest))}</p></div>` : nothing}`;
  }

  get #source(): CallSource {
    return {
      connection: () => this.#calls.load.connection,
      contractId: () => this.content.id,
      period: () => this.#period,
      timeZone: () => this.#timeZone,
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-call-list': PortalCallList;
  }
}
