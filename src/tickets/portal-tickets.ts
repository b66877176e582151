import { html, nothing, type CSSResultGroup } from 'lit';
import { DialogController } from '../core/dialog-controller.js';
import { lazy } from '../core/lazy.js';
import { ListController } from '../core/loading/list-controller.js';
import { LoadController } from '../core/loading/load-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
import { property } from '../core/property.js';
import { itemLink, safeHref } from '../ui/links.js';
import { PortalRecordListElement } from '../ui/lists/list-element.js';
import { listView, type ListToolbar } from '../ui/lists/list-view.js';
import type { PortalTicketCreatedEvent } from './events.js';
import { asOfNotice, ticketColumns, ticketRow, ticketRowStyles } from './list-view.js';
import { tickets } from './texts/tickets.js';
import { priorityText, type TicketOptions, type TicketPage, type TicketSummary } from './ticket.js';

/**
 * Tickets of the person; with `support.others-tickets` those of the whole company.
 *
 * @tag portal-tickets
 * @summary Tickets: find, open, ask something new.
 * @example
 * <portal-tickets item-href="/ticket?id={id}" new-href="/new-ticket" preferences-href="/support-preferences"></portal-tickets>
 * @permission support.tickets
 * @operation listTickets
 * @operation getTicketOptions
 * @slot empty - Replaces the text shown when there are no tickets at all.
 * @event {PortalTicketCreatedEvent} portal-ticket-created - A ticket has been opened in the dialog; bubbles.
 * @csspart dialog - One ticket, or a new one.
 * @csspart as-of - Of when the tickets are, while the place in which they are kept cannot be asked.
 */
export class PortalTickets extends PortalRecordListElement {
  static override requires = 'support.tickets' as const;
  static override styles: CSSResultGroup = [PortalRecordListElement.styles, ticketRowStyles];

  /** The address of the page on which a ticket is opened. Without it that is done in a dialog. */
  @property({ attribute: 'new-href' }) newHref?: string;

  /** The address of the page of support preferences, which who may see these is led to. */
  @property({ attribute: 'preferences-href' }) preferencesHref?: string;

  #i18n = new LocalizeController(this, tickets);
  #detail = new DialogController<string>(
    this,
    lazy(() => import('../define/portal-ticket.js')),
  );
  #creation = new DialogController<true>(
    this,
    lazy(() => import('../define/portal-new-ticket.js')),
  );
  protected override readonly content: ListController<TicketSummary, TicketPage> = new ListController(this, {
    path: '/tickets',
    filters: ['q', 'group', 'department', 'priority', 'createdFrom', 'createdTo', 'scope'],
    initial: () => ({ sort: '-lastActivityAt' }),
    fetch: (api, query, init) => api.GET('/tickets', { params: { query }, ...init }),
  });
  /** Departments and priorities are asked for when they are to be chosen from. */
  #options = new LoadController<TicketOptions>(this, {
    path: '/tickets/options',
    args: () => (this.content.filtersOpen || this.content.query['department'] ? [] : undefined),
    fetch: (api, init) => api.GET('/tickets/options', init),
  });

  protected override view(): unknown {
    const { t, number } = this.#i18n;
    const summary = this.content.page?.summary;
    return listView(this, this.content, this.#i18n, {
      label: t('tickets'),
      columns: ticketColumns(this.#i18n, 13),
      row: (ticket) => ticketRow(ticket, this.#i18n, { link: this.#link(ticket) }),
      empty: t('noTickets'),
      filters: (toolbar) => this.#filters(toolbar),
      actions: () => [this.#newTicket(), this.#preferences()],
      above: () => asOfNotice(summary?.asOf, this.#i18n),
      sums: [[t('status-waiting-for-client'), summary?.waiting ? number(summary.waiting) : undefined]],
      dialogs: ({ elementDialog }) => [
        elementDialog(this.#detail, this.#i18n, t('ticket'), (id) => html`<portal-ticket ticket-id=${id}></portal-ticket>`),
        elementDialog(this.#creation, this.#i18n, t('newTicket'), () => html`<portal-new-ticket></portal-new-ticket>`),
      ],
    });
  }

  #link({ id, subject }: TicketSummary): unknown {
    return itemLink(this.itemHref, id, subject || this.#i18n.t('unlabelled'), () => this.#detail.open(id));
  }

  #newTicket(): unknown {
    if (!this.can('create')) return nothing;
    const text = this.#i18n.t('newTicket');
    const href = safeHref(this.newHref);
    return href
      ? html`<a class="button primary" href=${href}>${text}</a>`
      : html`<button type="button" class="primary" aria-haspopup="dialog" @click=${() => this.#creation.open(true)}>${text}</button>`;
  }

  #preferences(): unknown {
    const href = this.can('view', 'preferences.support') ? safeHref(this.preferencesHref) : undefined;
    return href ? html`<a class="button quiet" href=${href}>${this.#i18n.t('preferences')}</a>` : nothing;
  }

  #filters({ search, choice, input }: ListToolbar): unknown {
    const { t } = this.#i18n;
    const list = this.content;
    const all = ['', t('all')] as const;
    const groups = ['waiting', 'open', 'on-hold', 'closed'] as const;
    const { departments = [], priorities = [] } = this.#options.value ?? {};
    const priority = list.query['priority'];
    const known = priorities.length > 0 ? priorities : priority ? [{ id: priority, label: priority }] : [];
    return [
      search(list, t('searchTickets')),
      choice(list, 'group', t('show'), [all, ...groups.map((group) => [group, t(`group-${group}`)] as const)]).field(),
      this.content.page?.summary?.seesOthers
        ? choice(list, 'scope', t('scope'), [
            ['', t('scope-company')],
            ['mine', t('scope-mine')],
          ]).field()
        : nothing,
      choice(list, 'department', t('department'), [all, ...departments.map(({ id, label }) => [id, label] as const)]),
      choice(list, 'priority', t('priority'), [all, ...known.map(({ id, label }) => [id, priorityText(id, label, this.#i18n)] as const)]),
      input(list, 'createdFrom', t('createdFrom'), 'date'),
      input(list, 'createdTo', t('createdTo'), 'date'),
    ];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-tickets': PortalTickets;
  }

  interface GlobalEventHandlersEventMap {
    'portal-ticket-created': PortalTicketCreatedEvent;
  }
}
