import { html, nothing, type CSSResult, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { components } from '../api/schema.js';
import type { LocalizeController } from '../core/localize-controller.js';
import type { PortalElement } from '../core/portal-element.js';
import type { quote as texts } from './texts/quote.js';
import { facts } from '../ui/detail-view.js';
import { itemAddress, safeHref } from '../ui/links.js';
import { documentStyles } from '../ui/document/styles.js';
import { netOf, periodPrice } from '../ui/document/period-price.js';
import { formatPercent, formatQuantity } from '../ui/document/quantity.js';
import type { QuoteOptions } from './quote-options.js';
import { quoteStyles } from './quote-styles.js';
import type { QuoteTask } from './quote-tasks.js';
import { quoteStatus, type QuotesLocalize } from './quote-parts.js';

export { totalsTable } from '../ui/document/period-price.js';
export const styles: readonly CSSResult[] = [documentStyles, quoteStyles];

type Quote = components['schemas']['Quote'];
type Line = Quote['lines'][number];
export type QuoteLocalize = LocalizeController<typeof texts.english>;

/** Until when it holds, and for how long still. */
function validity({ status, validUntil }: Quote, { t, day, timeZone }: QuoteLocalize): unknown {
  if (!validUntil) return undefined;
  if (status !== 'open') return day(validUntil);
  // Whole days between two dates; the server has the last word in the company's calendar.
  const days = Math.round((Date.parse(`${validUntil}T00:00:00Z`) - Date.parse(`${today(timeZone)}T00:00:00Z`)) / 86_400_000);
  const left = days > 0 ? t('daysLeft', days) : days === 0 ? t('lastDay') : undefined;
  return left ? html`${day(validUntil)} <small class="muted">${left}</small>` : day(validUntil);
}

const today = (timeZone: string | undefined) => new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date());

/** Dates, the person to turn to, the terms. */
export function quoteFacts(quote: Quote, i18n: QuoteLocalize): TemplateResult {
  const { t, day } = i18n;
  return facts([
    [t('issued'), day(quote.issuedOn)],
    [t('validUntil'), validity(quote, i18n)],
    [t('contact'), quote.contact && html`<bdi>${quote.contact}</bdi>`],
    [t('terms'), termsLink(quote, i18n)],
    [t('purchaseOrder'), quote.acceptance?.purchaseOrder && html`<bdi>${quote.acceptance.purchaseOrder}</bdi>`],
    [t('reason'), quote.decline?.reason && html`<bdi>${quote.decline.reason}</bdi>`],
  ]);
}

/** The terms in the version that holds for this quote. */
export function termsLink({ terms }: Quote, { t }: Pick<QuoteLocalize, 't'>): TemplateResult {
  const href = safeHref(terms.url);
  const title = t('termsVersion', terms.title, terms.version);
  return href ? html`<a class="link" href=${href} target="_blank" rel="noopener">${title}</a>` : html`${title}`;
}

/** What is offered, then what may be had in addition. */
export function quoteLines(quote: Quote, i18n: QuoteLocalize, options: QuoteOptions, choosable: boolean): TemplateResult {
  const { t } = i18n;
  const optional = quote.lines.filter((line) => line.optional);
  const fixed = quote.lines.filter((line) => !line.optional);
  return html`${
    fixed.length > 0
      ? html`<h3 id="lines">${t('lines')}</h3>
          ${linesTable('lines', fixed, i18n)}`
      : nothing
  }
  ${
    optional.length > 0
      ? html`<h3 id="options">${t('options')}</h3>
          ${choosable ? html`<p class="text muted">${t('optionsHint')}</p>` : nothing}
          ${linesTable('options', optional, i18n, (line) => option(line, i18n, options, choosable))}`
      : nothing
  }`;
}

/** Where a line is chosen; where nothing can be chosen any more, whether it was. */
function option(line: Line, { t }: QuoteLocalize, options: QuoteOptions, choosable: boolean): TemplateResult {
  if (!choosable) return html`<span>${what(line)} <small class="muted">${t(line.selected ? 'wanted' : 'notWanted')}</small></span>`;
  const choose = (event: Event) => options.choose(line.id, (event.currentTarget as HTMLInputElement).checked);
  return html`<label class="option">
    <input type="checkbox" id="option-${line.id}" .checked=${live(options.has(line))} @change=${choose} /> <span>${what(line)}</span>
  </label>`;
}

function linesTable(
  name: string,
  lines: readonly Line[],
  i18n: QuoteLocalize,
  subject = (line: Line): TemplateResult => html`<span>${what(line)}</span>`,
): TemplateResult {
  const { t, language, money } = i18n;
  return html`<table role="table" part=${name} aria-labelledby=${name}>
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col" data-column="description">${t('description')}</th>
        <th role="columnheader" scope="col" class="end">${t('quantity')}</th>
        <th role="columnheader" scope="col" class="end">${t('unitPrice')}</th>
        <th role="columnheader" scope="col" class="end" data-column="taxRate">${t('taxRate')}</th>
        <th role="columnheader" scope="col" class="end">${t('net')}</th>
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${lines.map(
        (line) =>
          html`<tr role="row">
            <th role="rowheader" scope="row">${subject(line)}</th>
            <td role="cell" class="end" data-label=${t('quantity')}>${formatQuantity(language, line.quantity, line.unit)}</td>
            <td role="cell" class="end" data-label=${t('unitPrice')}>
              <span
                >${money(line.unitPrice)}
                ${line.discount ? html`<small class="muted">${t('discount', formatPercent(language, line.discount))}</small>` : nothing}</span
              >
            </td>
            <td role="cell" class="end" data-label=${t('taxRate')}>${line.taxRate ? formatPercent(language, line.taxRate) : t('none')}</td>
            <td role="cell" class="end" data-label=${t('net')}>${netOf(line, i18n)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

const what = ({ description, details }: Line) =>
  html`<bdi>${description}</bdi> ${details ? html`<small class="muted"><bdi>${details}</bdi></small>` : nothing}`;

/** Where another record is shown: an address with `{id}`, or else what shows it here. */
type Way = readonly [template: string | undefined, show: (id: string) => void];

function way(id: string, text: string, [template, show]: Way): TemplateResult {
  const href = itemAddress(template, id);
  return href
    ? html`<a class="button" href=${href}><bdi>${text}</bdi></a>`
    : html`<button type="button" @click=${() => show(id)}><bdi>${text}</bdi></button>`;
}

/** How it stands where it is no longer open: who has decided, when and why, and what has come of it. */
export function standing(
  quote: Quote,
  i18n: QuoteLocalize,
  ways: { order: Way | undefined; successor: Way },
): TemplateResult | typeof nothing {
  const { t, instant } = i18n;
  const { acceptance, decline, status, order, supersededBy } = quote;
  const notice = (kind: string, ...content: unknown[]) => html`<div class="notice ${kind}" part="notice" tabindex="-1">${content}</div>`;
  const orderText = order && t('showOrder', order.number);
  const orderLink = order && orderText && (ways.order ? way(order.id, orderText, ways.order) : orderText);
  if (acceptance) return notice('success', html`<p>${t('acceptedBy', acceptance.name, instant(acceptance.at))}</p>`, orderLink);
  if (decline) {
    const when = instant(decline.at);
    return notice('', html`<p>${decline.by ? t('declinedBy', decline.by, when) : t('declinedAt', when)}</p>`);
  }
  if (status === 'superseded')
    return notice('warning', html`<p>${t('superseded')}</p>`, supersededBy && way(supersededBy.id, supersededBy.number, ways.successor));
  return status === 'expired' || status === 'withdrawn' ? notice('warning', html`<p>${t(status)}</p>`) : nothing;
}

/** What has been asked, and what the company said. */
export function questionList({ questions }: Quote, { t, instant }: QuoteLocalize): TemplateResult | typeof nothing {
  if (questions.length === 0) return nothing;
  return html`<h3 id="questions">${t('questions')}</h3>
    <ul class="questions" part="questions" aria-labelledby="questions">
      ${questions.map(
        ({ askedBy, askedAt, text, answer, answeredAt }) =>
          html`<li>
            <small class="muted">${t('asked', askedBy, instant(askedAt))}</small>
            <p class="text"><bdi>${text}</bdi></p>
            ${
              answer
                ? html`<div class="answer">
                    <small class="muted">${answeredAt ? t('answered', instant(answeredAt)) : nothing}</small>
                    <p class="text"><bdi>${answer}</bdi></p>
                  </div>`
                : html`<small class="muted">${t('notAnswered')}</small>`
            }
          </li>`,
      )}
    </ul>`;
}

/** What it is, how it stands, and the file. */
export function quoteHead(
  quote: Quote,
  words: QuotesLocalize,
  { t }: QuoteLocalize,
  { busy, save }: { busy: boolean; save: () => void },
): TemplateResult {
  return html`<header class="head">
    <h2 tabindex="-1">
      <small class="muted">${words.t('quote')} <bdi>${quote.number || words.t('unlabelled')}</bdi></small>
      <span><bdi>${quote.subject}</bdi> ${quoteStatus(quote, words)}</span>
    </h2>
    <button type="button" aria-disabled=${busy} @click=${save}><span aria-hidden="true">↓</span> ${t('downloadPdf')}</button>
  </header>`;
}

/** The sums in one sentence, for those who cannot see them change. */
export function spokenSums(totals: Quote['totals'], i18n: QuoteLocalize): string {
  const prices = totals.map(({ total, period, periodLabel }) => periodPrice(total, period, periodLabel, i18n));
  return i18n.t('newSums', new Intl.ListFormat(i18n.language, { style: 'short' }).format(prices));
}

const actionFor = { accept: 'update', decline: 'update', ask: 'create' } as const;

/** What the person may do with the quote, unless the form for it is open. */
export function actions(
  quote: Quote,
  { t }: QuoteLocalize,
  host: PortalElement,
  open: QuoteTask | undefined,
  begin: (task: QuoteTask) => void,
): TemplateResult | typeof nothing {
  const allowed = (['accept', 'decline', 'ask'] as const).filter(
    (task) => quote.allowedActions.includes(task) && host.can(actionFor[task]),
  );
  if (allowed.length === 0 || (open && allowed.includes(open))) return nothing;
  return html`<div class="actions">
    ${allowed.map(
      (task) =>
        html`<button type="button" class=${task === 'accept' ? 'primary' : ''} data-task=${task} @click=${() => begin(task)}>
          ${t(task)}
        </button>`,
    )}
  </div>`;
}
