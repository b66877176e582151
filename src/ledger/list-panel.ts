import { css, html, nothing, type CSSResult, type TemplateResult } from 'lit';
import type { PortalInvoicesPaidEvent } from '../core/business/invoices-paid-event.js';
import { periodChange } from '../core/business/period.js';
import { DialogController } from '../core/dialog-controller.js';
import { DownloadController } from '../core/download-controller.js';
import { lazy } from '../core/lazy.js';
import type { ListController } from '../core/loading/list-controller.js';
import { Panel } from '../core/panel.js';
import { ApiError } from '../api/problem.js';
import { formatDays } from '../i18n/days.js';
import type { ListToolbar } from '../ui/lists/list-view.js';
import type { Choices } from '../ui/select-view.js';
import { entryTypes, type LedgerAgeing, type LedgerEntry, type LedgerPage } from './entry.js';
import { ledgerPeriods, type LedgerPeriod } from './period.js';
import type { PortalLedger } from './portal-ledger.js';
import { ledgerTools as texts } from './texts/ledger-tools.js';
import { ledger } from './texts/ledger.js';

/** Tools of the ledger: currency, period and filters, what is open by age, the statement, and the dialog of an invoice. */
export class ListPanel extends Panel<PortalLedger, typeof texts.english> {
  static override readonly styles: readonly CSSResult[] = [
    css`
      .ageing h3 {
        margin: 0 0 0.5em;
        font-size: 1em;
      }
      .ageing .summary dd {
        font-size: 1em;
      }
      .days {
        margin: 0;
        font-size: 0.875em;
      }
    `,
  ];

  readonly #invoice: DialogController<string>;
  readonly #statement: DownloadController;

  constructor(
    host: PortalLedger,
    private readonly list: ListController<LedgerEntry, LedgerPage>,
    private readonly period: () => LedgerPeriod,
  ) {
    super(host, texts);
    this.#statement = new DownloadController(host);
    this.#invoice = new DialogController<string>(
      host,
      lazy(() => import('../define/portal-invoice.js')),
    );
  }

  /** Opens an invoice in a dialog. */
  open(invoiceId: string): void {
    this.#invoice.open(invoiceId);
  }

  filters({ search, choice, input, select }: ListToolbar): unknown[] {
    const { list } = this;
    const { t } = this.i18n;
    const period = this.period();
    const names: Choices = [...ledgerPeriods, 'custom' as const].map((name) => [name, t(`period-${name}`)]);
    const types: Choices = entryTypes.map((type) => [type, this.i18n.label(`type-${type}`, type, ledger)]);
    const { currency, currencies = [] } = list.page?.summary ?? {};
    return [
      currencies.length > 1
        ? select(t('currency'), list.query['currency'] ?? currency, currencies.map((code) => [code, code]), (code) => list.filter({ currency: code }), 'currency') // prettier-ignore
        : nothing,
      select(t('period'), period.name, names, (name) => list.filter(periodChange(name, period.from, period.to)), 'period'),
      ...(period.name === 'custom'
        ? [input(list, 'from', t('firstDay'), 'date').field(), input(list, 'to', t('lastDay'), 'date').field()]
        : []),
      search(list, t('documentNumber')),
      choice(list, 'type', t('entry'), [['', t('all')], ...types]),
    ];
  }

  actions(): TemplateResult {
    const busy = this.#statement.phase === 'busy';
    return html`<button type="button" class="quiet" aria-disabled=${busy} @click=${this.#save}>
      ${this.i18n.t(busy ? 'preparing' : 'statement')}
    </button>`;
  }

  /** The days that are shown, what an amount means, and what is open by age. */
  above({ failure }: ListToolbar): unknown {
    const { t, number } = this.i18n;
    const { error } = this.#statement;
    const summary = this.list.page?.summary;
    const tooLarge = error instanceof ApiError && error.is('statement-too-large');
    return [
      tooLarge
        ? html`<p class="notice warning" part="error" role="alert">${t('tooLarge', number(10_000))}</p>`
        : error
          ? failure(error, this.i18n)
          : nothing,
      summary ? html`<p class="days muted">${this.#days()} ${t('signs')}</p>` : nothing,
      summary ? this.#ageing(summary.ageing) : nothing,
    ];
  }

  dialogs({ elementDialog }: ListToolbar): unknown {
    const payment = html`<slot name="payment" slot="payment"></slot>`;
    const detail = (id: string) => html`<portal-invoice invoice-id=${id} @portal-invoices-paid=${this.#paid}>${payment}</portal-invoice>`;
    return elementDialog(this.#invoice, this.i18n, this.i18n.t('invoice'), detail);
  }

  #days(): string {
    const { t, day, language } = this.i18n;
    const { from, to } = this.period();
    if (from && to) return t('days', formatDays(language, from, to) ?? `${day(from)} – ${day(to)}`);
    return from ? t('since', day(from)) : to ? t('until', day(to)) : t('always');
  }

  #ageing({ asOf, notDue, upTo30, upTo60, upTo90, over90, open, credit }: LedgerAgeing): TemplateResult {
    const { t, day, money } = this.i18n;
    const ages = [
      [t('notDue'), notDue],
      [t('daysOverdue', '1–30'), upTo30],
      [t('daysOverdue', '31–60'), upTo60],
      [t('daysOverdue', '61–90'), upTo90],
      [t('daysOverdue', '> 90'), over90],
      [t('open'), open],
      [t('unused'), credit],
    ] as const;
    return html`<div class="ageing" part="ageing" role="group" aria-labelledby="ageing">
      <h3 id="ageing">${t('ageing', day(asOf))}</h3>
      <dl class="summary">
        ${ages.map(
          ([label, amount]) =>
            html`<div>
              <dt>${label}</dt>
              <dd>${money(amount)}</dd>
            </div>`,
        )}
      </dl>
    </div>`;
  }

  #save = (): void => {
    const { from, to } = this.period();
    const currency = this.list.page?.summary?.currency;
    const query = { ...(currency && { currency }), ...(from && { from }), ...(to && { to }), language: this.i18n.language };
    void this.#statement.save(this.list.load.connection, (api) =>
      api.GET('/ledger/statement', { params: { query }, headers: { Accept: 'application/pdf' }, parseAs: 'blob' }),
    );
  };

  #paid = (_: PortalInvoicesPaidEvent): void => this.list.load.reload();
}
