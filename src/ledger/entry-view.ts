import { html, nothing, type TemplateResult } from 'lit';
import type { ListController } from '../core/loading/list-controller.js';
import type { LocalizeController } from '../core/localize-controller.js';
import { itemAddress, itemLink } from '../ui/links.js';
import type { LedgerDocument, LedgerEntry, LedgerPage, LedgerSummary } from './entry.js';
import type { PortalLedger } from './portal-ledger.js';
import type { ledger } from './texts/ledger.js';

type LedgerLocalize = LocalizeController<typeof ledger.english>;

interface RowOptions {
  list: ListController<LedgerEntry, LedgerPage>;
  /** Opens an invoice here. */
  open: (id: string) => void;
}

/** An entry as a row; before the first and after the last of the whole period stand its opening and its closing balance. */
export function entryRow(host: PortalLedger, entry: LedgerEntry, i18n: LedgerLocalize, options: RowOptions): TemplateResult {
  const { page, items, query } = options.list;
  const isWhole = page && !query['type'] && !query['q'];
  const opens = isWhole && entry === items[0] && page.page.prevCursor === null;
  const closes = isWhole && entry === items.at(-1) && page.page.nextCursor === null;
  return html`${opens ? boundaryRow('opening', page.summary, i18n) : nothing}${ledgerRow(host, entry, i18n, options)}${
    closes ? boundaryRow('closing', page.summary, i18n) : nothing
  }`;
}

function ledgerRow(host: PortalLedger, entry: LedgerEntry, i18n: LedgerLocalize, { open }: RowOptions): TemplateResult {
  const { t, day, money } = i18n;
  const { date, type, typeLabel, documents, description, debit, credit, balance } = entry;
  return html`<tr role="row" part="row">
    <td role="cell" data-label=${t('date')} .textContent=${day(date)}></td>
    <th role="rowheader" scope="row" class="subject">
      <bdi .textContent=${i18n.label(`type-${type}`, typeLabel || type || t('none'))}></bdi>
      <small class="under muted"><bdi .textContent=${description}></bdi></small>
    </th>
    <td role="cell" data-label=${t('document')}>${documents.map((each) => documentLink(host, each, i18n, open))}</td>
    <td role="cell" data-label=${t('description')}><bdi .textContent=${description || t('none')}></bdi></td>
    <td role="cell" class="end" data-label=${t('debit')} .textContent=${debit ? money(debit) : ''}></td>
    <td role="cell" class="end" data-label=${t('credit')} .textContent=${credit ? money(credit) : ''}></td>
    <td role="cell" class="end" data-label=${t('balance')} .textContent=${money(balance)}></td>
  </tr>`;
}

function boundaryRow(name: 'opening' | 'closing', summary: LedgerSummary, { t, money }: LedgerLocalize): TemplateResult {
  return html`<tr role="row" part="row" class="boundary">
    <td role="cell"></td>
    <th role="rowheader" scope="row" class="subject" .textContent=${t(name)}></th>
    <td role="cell"></td>
    <td role="cell"></td>
    <td role="cell"></td>
    <td role="cell"></td>
    <td role="cell" class="end" data-label=${t('balance')} .textContent=${money(summary[name])}></td>
  </tr>`;
}

/** A document by its number: a link or a button where the person may see it. */
function documentLink(
  { invoiceHref, creditHref }: PortalLedger,
  { kind, id, number }: LedgerDocument,
  { t }: LedgerLocalize,
  open: (id: string) => void,
): TemplateResult {
  const text = number || (kind === 'credit' ? t('aCredit') : t('unlabelled'));
  if (id && kind === 'invoice') return itemLink(invoiceHref, id, text, () => open(id));
  const href = id && kind === 'credit' ? itemAddress(creditHref, id) : undefined;
  return href ? html`<a class="link" href=${href}><bdi .textContent=${text}></bdi></a>` : html`<bdi .textContent=${text}></bdi>`;
}
