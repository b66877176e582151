import { html, nothing, type CSSResult, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import { DialogController } from '../core/dialog-controller.js';
import { lazy } from '../core/lazy.js';
import type { ListController } from '../core/loading/list-controller.js';
import { LoadController } from '../core/loading/load-controller.js';
import type { SharedLocalize } from '../core/localize-controller.js';
import { Panel } from '../core/panel.js';
import { detailView, facts } from '../ui/detail-view.js';
import { itemAddress } from '../ui/links.js';
import type { ListToolbar } from '../ui/lists/list-view.js';
import { tableStyles } from '../ui/styles/columns.js';
import { detailStyles } from '../ui/styles/detail.js';
import { creditStatus, creditType, type Credit, type CreditPage, type CreditSummary } from './credit.js';
import type { PortalCredits } from './portal-credits.js';
import { applyCredit } from './texts/apply-credit.js';
import { credit as texts } from './texts/credit.js';
import { credits } from './texts/credits.js';

type List = ListController<CreditSummary, CreditPage>;

/** Tools of the list of credits: filters, and the dialogs for reading and using one. */
export class ListPanel extends Panel<PortalCredits, typeof texts.english> {
  static override readonly styles: readonly CSSResult[] = [detailStyles, tableStyles('uses', 9.5, 7.5, 7)];

  readonly #detail: DialogController<string>;
  readonly #use: DialogController<string>;
  readonly #credit: LoadController<Credit>;

  constructor(
    host: PortalCredits,
    private readonly list: List,
  ) {
    super(host, texts);
    this.#detail = new DialogController<string>(host);
    this.#use = new DialogController<string>(
      host,
      lazy(() => import('../define/portal-apply-credit.js')),
    );
    this.#credit = new LoadController<Credit>(host, {
      path: '/credits',
      args: () => (this.#detail.value ? [this.#detail.value] : undefined),
      fetch: (api, init) => api.GET('/credits/{creditId}', { params: { path: { creditId: this.#detail.value! } }, ...init }),
    });
  }

  /** Opens a credit in a dialog. */
  open(creditId: string): void {
    this.#detail.open(creditId);
  }

  /** Opens the dialog in which invoices are paid from a credit. */
  use(creditId: string): void {
    this.#use.open(creditId);
  }

  filters(toolbar: ListToolbar): unknown {
    return creditFilters(toolbar, this.list, this.i18n);
  }

  dialogs({ dialog, elementDialog }: ListToolbar): unknown {
    const { i18n } = this;
    const { invoiceHref } = this.host;
    const form = (id: string) => html`<portal-apply-credit credit-id=${id}></portal-apply-credit>`;
    return [
      dialog(this.#detail, i18n, i18n.t('details'), () =>
        detailView(
          this.#credit,
          i18n,
          (credit) => html`${creditFacts(credit, i18n, invoiceHref)} ${usesTable(credit, i18n, invoiceHref)}`,
          6,
        ),
      ),
      elementDialog(this.#use, i18n, i18n.in(applyCredit)('useCredit'), form),
    ];
  }
}

function creditFilters({ search, choice, input }: ListToolbar, list: List, i18n: SharedLocalize): unknown[] {
  const t = i18n.in(texts);
  const named = (kind: 'status' | 'type', names: readonly string[]) =>
    names.map((name) => [name, i18n.label(`${kind}-${name}`, name, credits)] as const);
  const known = currencies(list);
  return [
    search(list, t('searchCredits')),
    choice(list, 'status', t('show'), [
      ['', t('all')],
      ['usable', t('usable')],
      ...named('status', ['available', 'partly-used', 'used', 'expired', 'void']),
    ]),
    choice(list, 'type', t('type'), [['', t('all')], ...named('type', ['prepayment', 'goodwill', 'refund', 'credit-note'])]),
    known.length > 1 || list.query['currency']
      ? choice(list, 'currency', t('currency'), [['', t('all')], ...known.map((code) => [code, code] as const)])
      : nothing,
    input(list, 'grantedFrom', t('grantedFrom'), 'date'),
    input(list, 'grantedTo', t('grantedTo'), 'date'),
  ];
}

/** The currencies in sight. */
function currencies({ page, query, items }: List): string[] {
  const amounts = [...(page?.summary?.available ?? []), ...items.map(({ original }) => original)];
  const known = amounts.map((money) => money?.currency).concat(query['currency'] ?? []);
  return [...new Set(known.filter(Boolean))].sort();
}

function creditFacts(credit: Credit, i18n: SharedLocalize, invoiceHref: string | undefined): TemplateResult {
  const t = i18n.in(texts);
  const column = i18n.in(credits);
  const { day, money } = i18n;
  const { document, expiresOn } = credit;
  return html`<p class="subject"><bdi>${credit.reason}</bdi></p>
    ${facts([
      [column('status'), creditStatus(credit, i18n)],
      [t('type'), creditType(credit, i18n)],
      [column('grantedOn'), day(credit.grantedOn)],
      [column('expires'), expiresOn ? day(expiresOn) : t('forever')],
      [column('original'), money(credit.original)],
      [column('used'), money(credit.used)],
      [column('remaining'), money(credit.remaining)],
      [t('creditNote'), document && invoiceLink(document, invoiceHref)],
    ])}`;
}

function usesTable({ uses }: Credit, i18n: SharedLocalize, invoiceHref: string | undefined): TemplateResult {
  const t = i18n.in(texts);
  const { instant, money } = i18n;
  if (uses.length === 0) return html`<p class="muted">${t('unused')}</p>`;
  return html`<h3 id="uses">${t('uses')}</h3>
    <table role="table" part="uses" aria-labelledby="uses">
      <thead role="rowgroup">
        <tr role="row">
          ${[t('invoice'), t('usedAt')].map((label) => html`<th role="columnheader" scope="col">${label}</th>`)}
          <th role="columnheader" scope="col" class="end">${t('amount')}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${uses.map(
          ({ invoice, usedAt, amount }) =>
            html`<tr role="row">
              <th role="rowheader" scope="row">
                ${invoice ? invoiceLink(invoice, invoiceHref) : html`<span class="muted">${t('otherInvoice')}</span>`}
              </th>
              <td role="cell" data-label=${t('usedAt')}>${instant(usedAt)}</td>
              <td role="cell" class="end" data-label=${t('amount')}>${money(amount)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}

/** An invoice by its number: a link where the page has a place for it. */
function invoiceLink({ id, number }: components['schemas']['CreditDocument'], invoiceHref: string | undefined): TemplateResult {
  const href = itemAddress(invoiceHref, id);
  return href ? html`<a class="link" href=${href}><bdi>${number}</bdi></a>` : html`<bdi>${number}</bdi>`;
}
