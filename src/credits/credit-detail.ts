import { html, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import type { LoadController } from '../core/load-controller.js';
import type { LocalizeController } from '../core/localize-controller.js';
import type { credit as texts } from './texts/credit.js';
import type { credits } from './texts/credits.js';
import { detailView, facts } from '../ui/detail-view.js';
import { itemAddress } from '../ui/links.js';
import { creditStatus, creditType } from './credit-parts.js';

type Credit = components['schemas']['Credit'];
type Document = components['schemas']['CreditDocument'];

interface Words {
  i18n: LocalizeController<typeof texts.english>;
  words: LocalizeController<typeof credits.english>;
  invoiceHref: string | undefined;
}

/** One credit, and every use of it. */
export const creditDetail = (load: LoadController<Credit>, words: Words): TemplateResult =>
  detailView(load, words.i18n, (credit) => html`${about(credit, words)} ${uses(credit, words)}`, 6);

function about(credit: Credit, { i18n: { t, day }, words, invoiceHref }: Words): TemplateResult {
  const { money } = words;
  const { document, expiresOn } = credit;
  return html`<p class="subject"><bdi>${credit.reason}</bdi></p>
    ${facts([
      [words.t('status'), creditStatus(credit, words)],
      [t('type'), creditType(credit, words)],
      [words.t('grantedOn'), day(credit.grantedOn)],
      [words.t('expires'), expiresOn ? day(expiresOn) : t('forever')],
      [words.t('original'), money(credit.original)],
      [words.t('used'), money(credit.used)],
      [words.t('remaining'), money(credit.remaining)],
      [t('creditNote'), document && invoiceLink(document, invoiceHref)],
    ])}`;
}

function uses({ uses: all }: Credit, { i18n: { t, instant, money }, invoiceHref }: Words): TemplateResult {
  if (all.length === 0) return html`<p class="muted">${t('unused')}</p>`;
  return html`<h3 id="uses">${t('uses')}</h3>
    <table role="table" part="uses" aria-labelledby="uses">
      <thead role="rowgroup">
        <tr role="row">
          ${[t('invoice'), t('usedAt')].map((label) => html`<th role="columnheader" scope="col">${label}</th>`)}
          <th role="columnheader" scope="col" class="end">${t('amount')}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${all.map(
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
function invoiceLink({ id, number }: Document, invoiceHref: string | undefined): TemplateResult {
  const href = itemAddress(invoiceHref, id);
  return href ? html`<a class="link" href=${href}><bdi>${number}</bdi></a>` : html`<bdi>${number}</bdi>`;
}
