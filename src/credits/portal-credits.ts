import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import type { PortalInvoicesPaidEvent } from '../core/business/invoices-paid-event.js';
import { Lazy } from '../core/lazy.js';
import { ListController } from '../core/loading/list-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
import { property } from '../core/property.js';
import { itemLink } from '../ui/links.js';
import { PortalRecordListElement } from '../ui/lists/list-element.js';
import { listView, type Column } from '../ui/lists/list-view.js';
import { creditStatus, creditType, isUsable, type CreditPage, type CreditSummary } from './credit.js';
import { credits } from './texts/credits.js';

/**
 * The client's credits: what was paid in advance or given back, what of it was used for which invoices, and what is left.
 * Invoices can be paid from what is left.
 *
 * @tag portal-credits
 * @summary Credits: what is left, what was used for which invoices; pay invoices from them.
 * @example
 * <portal-credits invoice-href="/invoice?id={id}"></portal-credits>
 * @permission billing.credits
 * @operation listCredits
 * @operation getCredit
 * @slot empty - Replaces the text shown when there are no credits at all.
 * @event {PortalInvoicesPaidEvent} portal-invoices-paid - Invoices have been paid from a credit; bubbles.
 * @csspart dialog - What a credit was used for, and using it.
 */
export class PortalCredits extends PortalRecordListElement {
  static override requires = 'billing.credits' as const;
  static override styles: CSSResultGroup = [
    PortalRecordListElement.styles,
    css`
      .subject small {
        display: block;
        font-weight: 400;
      }
    `,
  ];

  /** The address of an invoice that was paid from a credit, with `{id}` for its id: `/invoice?id={id}`. Without it there is no link. */
  @property({ attribute: 'invoice-href' }) invoiceHref?: string;

  #i18n = new LocalizeController(this, credits);
  #panel = new Lazy(this, () => import('./list-panel.js').then((each) => new each.ListPanel(this, this.content)));
  protected override readonly content: ListController<CreditSummary, CreditPage> = new ListController(this, {
    path: '/credits',
    filters: ['q', 'status', 'type', 'currency', 'grantedFrom', 'grantedTo'],
    initial: () => ({ sort: '-grantedOn' }),
    fetch: (api, query, init) => api.GET('/credits', { params: { query }, ...init }),
  });

  protected override view(): unknown {
    const { t } = this.#i18n;
    this.#panel.useWhenIdle();
    return listView(this, this.content, this.#i18n, {
      label: t('credits'),
      columns: this.#columns(),
      row: (credit) => this.#row(credit),
      empty: t('noCredits'),
      filters: (toolbar) => this.#panel.value?.filters(toolbar),
      sums: [[t('available'), this.content.page?.summary?.available]],
      above: ({ lazyView }) => lazyView(this.#panel, this.#i18n, () => nothing),
      dialogs: (toolbar) => this.#panel.value?.dialogs(toolbar),
    });
  }

  get #mayUse(): boolean {
    return this.can('update') && this.can('update', 'billing.invoices');
  }

  #columns(): Column[] {
    const { t } = this.#i18n;
    return [
      { key: 'reason', label: t('reason'), width: 11, sort: 'reason' },
      { key: 'grantedOn', label: t('grantedOn'), width: 7, sort: 'grantedOn' },
      { key: 'original', label: t('original'), width: 8, sort: 'original', end: true },
      { key: 'used', label: t('used'), width: 6.75, folds: true, end: true },
      { key: 'remaining', label: t('remaining'), width: 7.5, sort: 'remaining', end: true },
      { key: 'expires', label: t('expires'), width: 7, sort: 'expiresOn' },
      { key: 'status', label: t('status'), width: 10.25 },
      ...(this.#mayUse ? [{ key: 'use', label: t('use'), width: 5, unseen: true }] : []),
    ];
  }

  #row(credit: CreditSummary): TemplateResult {
    const { t, day, money } = this.#i18n;
    const { id, reason, expiresOn } = credit;
    const open = () => this.#panel.use((panel) => panel.open(id));
    const use = () => this.#panel.use((panel) => panel.use(id));
    return html`<tr role="row" part="row">
      <th role="rowheader" scope="row" class="subject">
        ${itemLink(this.itemHref, id, reason || t('unlabelled'), open)}
        <small class="muted" .textContent=${creditType(credit, this.#i18n)}></small>
      </th>
      <td role="cell" data-label=${t('grantedOn')} .textContent=${day(credit.grantedOn)}></td>
      <td role="cell" class="end" data-label=${t('original')} .textContent=${money(credit.original)}></td>
      <td role="cell" class="end" data-label=${t('used')} .textContent=${money(credit.used)}></td>
      <td role="cell" class="end" data-label=${t('remaining')} .textContent=${money(credit.remaining)}></td>
      <td role="cell" data-label=${t('expires')} .textContent=${expiresOn ? day(expiresOn) : t('none')}></td>
      <td role="cell" data-label=${t('status')}>${creditStatus(credit, this.#i18n)}</td>
      ${this.#mayUse ? html`<td role="cell">${isUsable(credit) ? this.#useButton(reason, use) : nothing}</td>` : nothing}
    </tr>`;
  }

  #useButton(reason: string, use: () => void): TemplateResult {
    const { t } = this.#i18n;
    return html`<button type="button" class="link" aria-haspopup="dialog" aria-label=${t('useFor', reason)} @click=${use}>
      ${t('use')}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-credits': PortalCredits;
  }

  interface GlobalEventHandlersEventMap {
    'portal-invoices-paid': PortalInvoicesPaidEvent;
  }
}
