import { css, type CSSResultGroup } from 'lit';
import type { PortalInvoicesPaidEvent } from '../core/business/invoices-paid-event.js';
import { Lazy } from '../core/lazy.js';
import { ListController } from '../core/loading/list-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
import { property } from '../core/property.js';
import { PortalListElement } from '../ui/lists/list-element.js';
import { listView, type Column, type Sum } from '../ui/lists/list-view.js';
import { entryRow } from './entry-view.js';
import type { LedgerEntry, LedgerPage } from './entry.js';
import { ledgerFilters, ledgerPeriod, ledgerQuery, type LedgerPeriod } from './period.js';
import { ledger } from './texts/ledger.js';

/**
 * The client's account, a currency and a period at a time: all that made the client owe more or less, oldest first, with the balance
 * after each; opening and closing balance, what is open by days overdue; as a statement in PDF and as CSV.
 *
 * @tag portal-ledger
 * @summary Account statement: what made the client owe more or less, with running balance, and what is open by age.
 * @example
 * <portal-ledger invoice-href="/invoice?id={id}" query-param="ledger"></portal-ledger>
 * @permission reports.ledger
 * @operation listLedgerEntries
 * @operation getLedgerStatement
 * @slot payment - The payment provider's own fields, for invoices that are opened here: an element with a method `createPaymentToken`.
 * @slot empty - Replaces the text shown when there are no entries in the period.
 * @event {PortalInvoicesPaidEvent} portal-invoices-paid - Invoices that were opened here have been paid; bubbles.
 * @csspart ageing - What is open today, by days overdue.
 * @csspart dialog - An invoice that was opened here.
 */
export class PortalLedger extends PortalListElement {
  static override requires = 'reports.ledger' as const;
  static override styles: CSSResultGroup = [
    PortalListElement.styles,
    css`
      /* On the line of the rest of its row; several links keep the room between them. */
      td > .link:only-child {
        line-height: inherit;
      }
      td > bdi {
        display: inline-block;
        max-inline-size: 100%;
      }
      td > bdi:not(:last-child) {
        margin-inline-end: 0.75em;
      }
      .under {
        display: none;
        font-weight: 400;
      }
      .boundary :is(td, th) {
        font-weight: 600;
      }
    `,
  ];

  /** The address of an invoice, with `{id}` for its id: `/invoice?id={id}`. Without it invoices open in a dialog. */
  @property({ attribute: 'invoice-href' }) invoiceHref?: string;

  /** The address of a credit, with `{id}` for its id. Without it there is no link. */
  @property({ attribute: 'credit-href' }) creditHref?: string;

  #i18n = new LocalizeController(this, ledger);
  #panel = new Lazy(this, () => import('./list-panel.js').then((each) => new each.ListPanel(this, this.content, () => this.#period)));
  protected override readonly content: ListController<LedgerEntry, LedgerPage> = new ListController(this, {
    path: '/ledger',
    filters: ledgerFilters,
    args: () => [this.#timeZone],
    fetch: (api, query, init) => api.GET('/ledger', { params: { query: ledgerQuery(query, this.#timeZone, Date.now()) }, ...init }),
  });

  get #timeZone(): string {
    return this.#i18n.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  }

  get #period(): LedgerPeriod {
    return ledgerPeriod(this.content.query, this.#timeZone, Date.now());
  }

  protected override view(): unknown {
    const { t } = this.#i18n;
    this.#panel.useWhenIdle();
    const panel = this.#panel.value;
    return listView(this, this.content, this.#i18n, {
      label: t('ledger'),
      columns: this.#columns(),
      row: (entry) => entryRow(this, entry, this.#i18n, { list: this.content, open: (id) => this.#panel.use((each) => each.open(id)) }),
      empty: t('noEntries'),
      filters: (toolbar) => panel?.filters(toolbar),
      actions: () => panel?.actions(),
      sums: this.#sums(),
      above: (toolbar) => toolbar.lazyView(this.#panel, this.#i18n, (loaded) => loaded.above(toolbar)),
      dialogs: (toolbar) => panel?.dialogs(toolbar),
    });
  }

  #columns(): Column[] {
    const { t } = this.#i18n;
    return [
      { key: 'date', label: t('date'), width: 7 },
      { key: 'type', label: t('entry'), width: 10.5 },
      { key: 'document', label: t('document'), width: 9.5 },
      { key: 'description', label: t('description'), width: 11, folds: true },
      { key: 'debit', label: t('debit'), width: 7.25, end: true },
      { key: 'credit', label: t('credit'), width: 7.25, end: true },
      { key: 'balance', label: t('balance'), width: 7.75, end: true },
    ];
  }

  #sums(): Sum[] {
    const { t, money } = this.#i18n;
    const { opening, debit, credit, closing } = this.content.page?.summary ?? {};
    const sum = (label: string, amount: typeof opening): Sum => [label, amount && money(amount)];
    return [sum(t('opening'), opening), sum(t('debit'), debit), sum(t('credit'), credit), sum(t('closing'), closing)];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-ledger': PortalLedger;
  }

  interface GlobalEventHandlersEventMap {
    'portal-invoices-paid': PortalInvoicesPaidEvent;
  }
}
