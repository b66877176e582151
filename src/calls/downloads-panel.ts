import { html, nothing, type TemplateResult } from 'lit';
import type { Api, Connection } from '../api/connection.js';
import type { Answer } from '../api/problem.js';
import { DownloadController } from '../core/download-controller.js';
import { Panel } from '../core/panel.js';
import { instantsOf, periodOf, type Period } from '../core/business/period.js';
import { failure } from '../ui/messages.js';
import type { PortalCallList } from './portal-call-list.js';
import { call as texts } from './texts/call.js';
import { calls } from './texts/calls.js';

/** The calls that are shown. */
export interface CallSource {
  connection: () => Connection | undefined;
  contractId: () => string | undefined;
  /** The period that the list shows. */
  period: () => Period;
  timeZone: () => string;
}

/** Files of calls by period: the statement as PDF, the calls as CSV. */
export class DownloadsPanel extends Panel<PortalCallList, typeof texts.english> {
  readonly #download: DownloadController;

  constructor(
    host: PortalCallList,
    private readonly source: CallSource,
  ) {
    super(host, texts);
    this.#download = new DownloadController(host);
  }

  get title(): string {
    return this.i18n.t('downloads');
  }

  render(): TemplateResult {
    const { t } = this.i18n;
    const { phase, error } = this.#download;
    return html`<p class="muted">${t('downloadsHint')}</p>
      ${error ? failure(error, this.i18n) : nothing}
      <ul class="files">
        ${this.#periods().map((period) => this.#choice(period, phase === 'busy'))}
      </ul>
      <p class="muted" role="status">${phase === 'busy' ? t('preparing') : phase === 'done' ? t('saved') : nothing}</p>`;
  }

  /** The period shown, unless it is one of those that are always offered. */
  #periods(): Period[] {
    const { period, timeZone } = this.source;
    const offered = ['this-month', 'previous-month'].map((name) => periodOf({ period: name }, timeZone(), Date.now()));
    const shown = period();
    const isOffered = ({ firstDay, lastDay }: Period) => firstDay === shown.firstDay && lastDay === shown.lastDay;
    return offered.some(isOffered) ? offered : [...offered, shown];
  }

  #choice(period: Period, busy: boolean): TemplateResult {
    const { t } = this.i18n;
    const { name } = period;
    const label = name === 'custom' ? t('shownPeriod') : this.i18n.label(`period-${name}`, name, calls);
    const button = (file: string, fetch: (api: Api) => Promise<Answer<unknown>>) =>
      html`<button
        type="button"
        aria-disabled=${busy}
        aria-label=${t('fileOf', file, label)}
        @click=${() => void this.#download.save(this.source.connection(), fetch)}
      >
        ${file}
      </button>`;
    return html`<li>
      <span>${label} <small class="muted">${this.#days(period)}</small></span>
      <span class="actions">
        ${button(t('statement'), (api) => this.#statement(api, period))} ${button(t('csv'), (api) => this.#csv(api, period))}
      </span>
    </li>`;
  }

  #days({ firstDay, lastDay }: Period): string {
    const { t, day } = this.i18n;
    if (firstDay && lastDay) return firstDay === lastDay ? day(firstDay) : t('days', day(firstDay), day(lastDay));
    return firstDay ? t('since', day(firstDay)) : t('until', day(lastDay));
  }

  #statement(api: Api, period: Period): Promise<Answer<unknown>> {
    const { from = '1970-01-01T00:00:00Z', to = new Date().toISOString() } = instantsOf(period, this.source.timeZone());
    const params = { path: { contractId: this.source.contractId()! }, query: { from, to } };
    return api.GET('/contracts/{contractId}/calls/statement', { params, headers: { Accept: 'application/pdf' }, parseAs: 'blob' });
  }

  #csv(api: Api, period: Period): Promise<Answer<unknown>> {
    const query = instantsOf(period, this.source.timeZone());
    const params = { path: { contractId: this.source.contractId()! }, query };
    return api.GET('/contracts/{contractId}/calls', { params, headers: { Accept: 'text/csv' }, parseAs: 'blob' });
  }
}
