import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import type { operations } from '../api/schema.js';
import { DownloadController } from '../core/download-controller.js';
import { ListController } from '../core/loading/list-controller.js';
import { LoadController } from '../core/loading/load-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
import { property } from '../core/property.js';
import { PortalListElement } from '../ui/lists/list-element.js';
import { type ListToolbar, listView } from '../ui/lists/list-view.js';
import { addressesOf, type LoggedEvent, type EventOptions, type EventPage } from './event.js';
import { eventColumns, eventFilters, eventRow, eventStyles } from './list-view.js';
import { eventLog } from './texts/event-log.js';

type Query = NonNullable<operations['listEvents']['parameters']['query']>;

/** The query as the contract has it. */
function asked({ withoutSignIns, ...others }: Record<string, string>): Query {
  return { ...(others as Query), ...(withoutSignIns === 'true' && { withoutSignIns: true }) };
}

/**
 * Who did what to which thing, when and from where: changes, sign-ins and failed ones, newest first, found and downloaded as CSV or
 * JSON Lines. Things lead to their pages where the page says where these are and the server says that the person may see them.
 *
 * @tag portal-event-log
 * @summary The event log: who did what, when and from where; find, download.
 * @example
 * <portal-event-log object-hrefs="service=/service?id={id} invoice=/invoice?id={id} contact=/people"></portal-event-log>
 * @permission reports.event-log
 * @operation listEvents
 * @operation getEventOptions
 * @slot empty - Replaces the text shown when nothing has happened yet.
 * @csspart kept - Says for how long events are kept.
 */
export class PortalEventLog extends PortalListElement {
  static override requires = 'reports.event-log' as const;
  static override styles: CSSResultGroup = [PortalListElement.styles, eventStyles];

  /**
   * The addresses that things lead to, by the contract's types of things, separated by blanks, with `{id}` for the id:
   * `service=/service?id={id} contact=/people`. A thing of another type is no link.
   */
  @property({ attribute: 'object-hrefs' }) objectHrefs?: string;

  #i18n = new LocalizeController(this, eventLog);
  #jsonLines = new DownloadController(this);
  protected override readonly content: ListController<LoggedEvent, EventPage> = new ListController(this, {
    path: '/events',
    filters: ['q', 'by', 'category', 'kind', 'object', 'withoutSignIns', 'from', 'to'],
    fetch: (api, query: Record<string, string>, init) => api.GET('/events', { params: { query: asked(query) }, ...init }),
  });
  /** People and kinds are asked for when they are to be chosen from. */
  #options: LoadController<EventOptions> = new LoadController(this, {
    path: '/events/options',
    args: () => (this.content.filtersOpen ? [] : undefined),
    fetch: (api, init) => api.GET('/events/options', init),
  });

  protected override view(): unknown {
    const { t } = this.#i18n;
    const addresses = addressesOf(this.objectHrefs);
    return listView(this, this.content, this.#i18n, {
      label: t('eventLog'),
      columns: eventColumns(this.#i18n),
      row: (event) => eventRow(event, this.#i18n, addresses),
      empty: t('noEvents'),
      filters: (toolbar) => eventFilters(toolbar, this.content, this.#i18n, this.#options.value),
      actions: (toolbar) => this.#actions(toolbar),
      above: () => this.#kept(),
    });
  }

  #actions({ errorText }: ListToolbar): TemplateResult {
    const { phase, error } = this.#jsonLines;
    return html`<button type="button" class="quiet" aria-disabled=${phase === 'busy'} @click=${() => this.#saveJsonLines()}>
        ${this.#i18n.t('jsonLines')}
      </button>
      ${error ? html`<span class="error-text" role="alert">${errorText(error, this.#i18n)}</span>` : nothing}`;
  }

  /** Saves all that the filter chooses, an event a line. */
  #saveJsonLines(): void {
    void this.#jsonLines.save(this.content.load.connection, (api) =>
      api.GET('/events', {
        params: { query: asked(this.content.query) },
        headers: { Accept: 'application/x-ndjson' },
        parseAs: 'blob',
      }),
    );
  }

  #kept(): TemplateResult | typeof nothing {
    const days = this.content.page?.keptDays;
    return days === undefined || Number.isNaN(days) ? nothing : html`<p class="kept muted" part="kept">${this.#i18n.t('kept', days)}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-event-log': PortalEventLog;
  }
}
