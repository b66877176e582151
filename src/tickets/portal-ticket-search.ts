import { html, nothing, type CSSResultGroup, type PropertyValues } from 'lit';
import type { components } from '../api/schema.js';
import { DialogController } from '../core/dialog-controller.js';
import { lazy } from '../core/lazy.js';
import { ListController } from '../core/loading/list-controller.js';
import { LoadController } from '../core/loading/load-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
import { itemAddress, itemLink } from '../ui/links.js';
import { PortalRecordListElement } from '../ui/lists/list-element.js';
import { listView, type ListToolbar } from '../ui/lists/list-view.js';
import { excerptsView, foundLink, foundStyles, type TicketFound } from './found-view.js';
import { asOfNotice, ticketColumns, ticketRow, ticketRowStyles } from './list-view.js';
import { ticketSearch } from './texts/ticket-search.js';
import { tickets } from './texts/tickets.js';

type TicketSearchPage = components['schemas']['TicketSearchPage'];
type TicketSearchOptions = components['schemas']['TicketSearchOptions'];

/**
 * A search of all that was written in tickets: subjects, posts and the names of files, with the places where the words are. A number
 * leads straight to its ticket. It finds in the tickets that the person may see, and in nothing else.
 *
 * @tag portal-ticket-search
 * @summary Ticket search: by words, number, state, department, days, author and thing.
 * @example
 * <portal-ticket-search item-href="/ticket?id={id}"></portal-ticket-search>
 * @permission support.ticket-search
 * @operation searchTickets
 * @operation getTicketSearchOptions
 * @slot empty - Replaces the text shown when there are no tickets at all.
 * @csspart numbered - The way to the ticket whose number was typed.
 * @csspart as-of - Of when the tickets are, while the place in which they are kept cannot be asked.
 * @csspart excerpt - A place where it was found.
 * @csspart dialog - One ticket.
 */
export class PortalTicketSearch extends PortalRecordListElement {
  static override requires = 'support.ticket-search' as const;
  static override styles: CSSResultGroup = [PortalRecordListElement.styles, ticketRowStyles, foundStyles];

  #i18n = new LocalizeController(this, ticketSearch);
  #detail = new DialogController<string>(
    this,
    lazy(() => import('../define/portal-ticket.js')),
  );
  protected override readonly content: ListController<TicketFound, TicketSearchPage> = new ListController(this, {
    path: '/tickets',
    filters: ['q', 'group', 'department', 'author', 'thing', 'createdFrom', 'createdTo', 'scope'],
    initial: () => ({ sort: '-lastActivityAt' }),
    fetch: (api, query, init) => api.GET('/ticket-search', { params: { query }, ...init }),
  });
  /** Departments and authors are asked for when they are to be chosen from. */
  #options = new LoadController<TicketSearchOptions>(this, {
    path: '/tickets',
    args: () => (this.content.filtersOpen || this.content.query['department'] || this.content.query['author'] ? [] : undefined),
    fetch: (api, init) => api.GET('/ticket-search/options', init),
  });
  /** The person has pressed Enter or the button: a number leads to its ticket. */
  #leads = false;

  protected override view(): unknown {
    const { t } = this.#i18n;
    const list = listView(this, this.content, this.#i18n, {
      label: t('ticketSearch'),
      columns: ticketColumns(this.#i18n, 22),
      row: (ticket) =>
        ticketRow(ticket, this.#i18n, {
          link: foundLink(ticket, this.itemHref, t('unlabelled'), () => this.#detail.open(ticket.id)),
          more: excerptsView(ticket, this.#i18n),
        }),
      empty: t('noTickets'),
      filters: (toolbar) => this.#filters(toolbar),
      above: () => [asOfNotice(this.content.page?.summary?.asOf, this.#i18n), this.#numbered()],
      dialogs: ({ elementDialog }) =>
        elementDialog(
          this.#detail,
          this.#i18n,
          this.#i18n.in(tickets)('ticket'),
          (id) => html`<portal-ticket ticket-id=${id}></portal-ticket>`,
        ),
    });
    return html`<div @submit=${this.#submit}>${list}</div>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { load, page } = this.content;
    if (!this.#leads || load.busy) return;
    this.#leads = false;
    const numbered = load.error === undefined ? page?.summary?.numbered : undefined;
    if (numbered) this.#lead(numbered.id);
  }

  #submit = (): void => {
    this.#leads = true;
    this.requestUpdate();
  };

  #lead(id: string): void {
    const address = itemAddress(this.itemHref, id);
    if (address) location.assign(address);
    else this.#detail.open(id);
  }

  #numbered(): unknown {
    const numbered = this.content.page?.summary?.numbered;
    if (!numbered) return nothing;
    const { id, number, subject } = numbered;
    return html`<p class="notice numbered" part="numbered">
      ${itemLink(this.itemHref, id, this.#i18n.t('numbered', number, subject), () => this.#detail.open(id))}
    </p>`;
  }

  #filters({ search, choice, input }: ListToolbar): unknown {
    const { t } = this.#i18n;
    const label = this.#i18n.in(tickets);
    const list = this.content;
    const all = ['', label('all')] as const;
    const groups = ['waiting', 'open', 'on-hold', 'closed'] as const;
    const { departments = [], authors = [] } = this.#options.value ?? {};
    const { thing = '' } = list.query;
    const things = new Map(list.items.flatMap((each) => (each.thing ? [[`${each.thing.kind}/${each.thing.id}`, each.thing.label]] : [])));
    if (thing && !things.has(thing)) things.set(thing, thing);
    return [
      search(list, t('words')),
      html`<button type="submit" class="primary">${t('search')}</button>`,
      choice(list, 'group', label('status'), [all, ...groups.map((group) => [group, label(`group-${group}`)] as const)]),
      list.page?.summary?.seesOthers
        ? choice(list, 'scope', label('scope'), [
            ['', label('scope-company')],
            ['mine', label('scope-mine')],
          ])
        : nothing,
      choice(list, 'department', label('department'), [all, ...departments.map((each) => [each.id, each.label] as const)]),
      choice(list, 'author', t('author'), [all, ...authors.map(({ id, name }) => [id, name] as const)]),
      choice(list, 'thing', label('about'), [all, ...things]),
      input(list, 'createdFrom', label('createdFrom'), 'date'),
      input(list, 'createdTo', label('createdTo'), 'date'),
    ];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-ticket-search': PortalTicketSearch;
  }
}
