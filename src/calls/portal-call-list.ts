import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { ListController } from '../core/list-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
import { property } from '../core/property.js';
import { calls } from './texts/calls.js';
import { PortalListElement } from '../ui/list-element.js';
import { listView, skeleton } from '../ui/list-view.js';
import type { CallDialogs } from './call-dialogs.js';
import { callFilterFields } from './call-filters.js';
import { callSums, type Call, type CallPage } from './call-parts.js';
import { callFilters, callQuery } from './call-query.js';
import { callColumns, callRow } from './call-row.js';
import { callStyles } from './call-styles.js';
import { ContractChoice } from '../core/contract-choice.js';
import { contractProblem } from '../ui/contract-problem.js';
import { periodOf, type Period } from '../core/period.js';

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
export class PortalCallList extends PortalListElement {
  static override requires = 'contracts.call-list' as const;
  static override styles: CSSResultGroup = [PortalListElement.styles, callStyles];

  /** The contract. Without it, and without one in the address, the person's telephony contracts are asked for and offered. */
  @property({ attribute: 'contract-id' }) contractId?: string;

  /** Name of the parameter of the page's address that holds the contract, and in which the user's choice is kept. */
  @property({ attribute: 'contract-param' }) contractParam?: string;

  #i18n = new LocalizeController(this, calls);
  #dialogs?: CallDialogs;
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
          open: (each) => void this.#load().then((dialogs) => dialogs.openCall(each)),
        }),
      empty: t('noCalls'),
      filters: (tools) => callFilterFields(this, tools, this.#calls, this.#i18n, { contract: this.content, period: this.#period }),
      actions: () =>
        html`<button
          type="button"
          class="quiet"
          aria-haspopup="dialog"
          @click=${() => void this.#load().then((dialogs) => dialogs.openFiles())}
        >
          ${t('statements')}
        </button>`,
      sums: callSums(this, this.#calls.page?.summary, this.#i18n),
      above: () => this.#notes(),
      dialogs: (tools) => this.#dialogs?.view(tools),
    });
  }

  #notes(): TemplateResult {
    const { t, day } = this.#i18n;
    const oldest = this.#calls.page?.oldestAvailableOn;
    const { firstDay } = this.#period;
    return html`<p class="zone muted" part="zone">${t('zone', this.#timeZone.replaceAll('_', ' '))}</p>
      ${oldest && (!firstDay || firstDay < oldest) ? html`<div class="notice" role="status"><p>${t('oldest', day(oldest))}</p></div>` : nothing}`;
  }

  /** What is opened is loaded when it first is. */
  async #load(): Promise<CallDialogs> {
    const { CallDialogs } = await import('./call-dialogs.js');
    return (this.#dialogs ??= new CallDialogs(this, this.#i18n, {
      connection: () => this.#calls.load.connection,
      contractId: () => this.content.id,
      period: () => this.#period,
      timeZone: () => this.#timeZone,
    }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-call-list': PortalCallList;
  }
}
