import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { DialogController } from '../core/dialog-controller.js';
import { lazy } from '../core/lazy.js';
import { ListController } from '../core/loading/list-controller.js';
import { LoadController } from '../core/loading/load-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
import { property } from '../core/property.js';
import { itemLink, safeHref } from '../ui/links.js';
import { PortalRecordListElement } from '../ui/lists/list-element.js';
import { listView, type Column, type ListToolbar } from '../ui/lists/list-view.js';
import type { PortalTicketCreatedEvent } from './events.js';
import { tickets } from './texts/tickets.js';
import { priorityText, ticketStatus, type TicketOptions, type TicketPage, type TicketSummary } from './ticket.js';

/**
 * Tickets of the person; with `support.others-tickets` those of the whole company.
 *
 * @tag portal-tickets
 * @summary Tickets: find, open, ask something new.
 * @example
 * <portal-tickets item-href="/ticket?id={id}" new-href="/new-ticket"></portal-tickets>
 * @permission support.tickets
 * @operation listTickets
 * @operation getTicketOptions
 * @slot empty - Replaces the text shown when there are no tickets at all.
 * @event {PortalTicketCreatedEvent} portal-ticket-created - A ticket has been opened in the dialog; bubbles.
 * @csspart dialog - One ticket, or a new one.
 */
export class PortalTickets extends PortalRecordListElement {
  static override requires = 'support.tickets' as const;
  static override styles: CSSResultGroup = [
    PortalRecordListElement.styles,
    css`
      th small,
      td small {
        display: block;
        font-weight: 400;
      }
      td .badge {
        white-space: normal;
      }
    `,
  ];

  /** The address of the page on which a ticket is opened. Without it that is done in a dialog. */
  @property({ attribute: 'new-href' }) newHref?: string;

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
    const waiting = this.content.page?.summary?.waiting;
    return listView(this, this.content, this.#i18n, {
      label: t('tickets'),
      columns: this.#columns(),
      row: (ticket) => this.#row(ticket),
      empty: t('noTickets'),
      filters: (toolbar) => this.#filters(toolbar),
      actions: () => this.#newTicket(),
      sums: [[t('status-waiting-for-client'), waiting ? number(waiting) : undefined]],
      dialogs: ({ elementDialog }) => [
        elementDialog(this.#detail, this.#i18n, t('ticket'), (id) => html`<portal-ticket ticket-id=${id}></portal-ticket>`),
        elementDialog(this.#creation, this.#i18n, t('newTicket'), () => html`<portal-new-ticket></portal-new-ticket>`),
      ],
    });
  }

  #columns(): Column[] {
    const { t } = this.#i18n;
    return [
      { key: 'number', label: t('ticket'), width: 13, sort: 'number' },
      { key: 'department', label: t('department'), width: 9.5 },
      { key: 'status', label: t('status'), width: 9 },
      { key: 'priority', label: t('priority'), width: 6.5 },
      { key: 'createdAt', label: t('created'), width: 9.5, sort: 'createdAt' },
      { key: 'lastActivityAt', label: t('lastReply'), width: 9.5, sort: 'lastActivityAt' },
    ];
  }

  #row(ticket: TicketSummary): TemplateResult {
    const { t, instant } = this.#i18n;
    const { id, number, subject, department, thing, lastReply, mine, openedBy } = ticket;
    return html`<tr role="row" part="row">
      <th role="rowheader" scope="row" class="subject">
        ${itemLink(this.itemHref, id, subject || t('unlabelled'), () => this.#detail.open(id))}
        <small class="muted"><bdi .textContent=${number}></bdi></small>
      </th>
      <td role="cell" data-label=${t('department')}>
        <span
          ><bdi .textContent=${department?.label}></bdi>${
            thing ? html`<small class="muted"><bdi .textContent=${thing.label}></bdi></small>` : nothing
          }</span
        >
      </td>
      <td role="cell" data-label=${t('status')}>${ticketStatus(ticket, this.#i18n)}</td>
      <td role="cell" data-label=${t('priority')} .textContent=${priorityText(ticket.priority, ticket.priorityLabel, this.#i18n)}></td>
      <td role="cell" data-label=${t('created')}>
        <span>${instant(ticket.createdAt)}${mine ? nothing : html`<small class="muted"><bdi .textContent=${openedBy}></bdi></small>`}</span>
      </td>
      <td role="cell" data-label=${t('lastReply')}>
        <span
          >${instant(lastReply?.at)}${lastReply ? html`<small class="muted"><bdi .textContent=${lastReply.by?.name}></bdi></small>` : nothing}</span
        >
      </td>
    </tr>`;
  }

  #newTicket(): unknown {
    if (!this.can('create')) return nothing;
    const text = this.#i18n.t('newTicket');
    const href = safeHref(this.newHref);
    return href
      ? html`<a class="button primary" href=${href}>${text}</a>`
      : html`<button type="button" class="primary" aria-haspopup="dialog" @click=${() => this.#creation.open(true)}>${text}</button>`;
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
