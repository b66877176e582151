import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { SharedLocalize } from '../core/localize-controller.js';
import type { PortalElement } from '../core/portal-element.js';
import { shared } from '../i18n/texts/shared.js';
import { facts } from '../ui/detail-view.js';
import { netOf, periodPrice } from '../ui/document/period-price.js';
import { formatPercent, formatQuantity } from '../ui/document/quantity.js';
import { itemAddress, safeHref } from '../ui/links.js';
import { quoteStatus, type Quote, type QuoteTask } from './quote.js';
import { quote as texts } from './texts/quote.js';
import { quotes } from './texts/quotes.js';

type Line = Quote['lines'][number];

/** The options that are wanted. */
export interface Choices {
  has: (line: Line) => boolean;
  choose: (id: string, wanted: boolean) => void;
}

/** The quote's number, subject and status, and its file. */
export function quoteHead(quote: Quote, i18n: SharedLocalize, { busy, save }: { busy: boolean; save: () => void }): TemplateResult {
  return html`<header class="head">
    <h2 tabindex="-1">
      <small class="muted">${i18n.in(quotes)('quote')} <bdi>${quote.number || i18n.in(shared)('unlabelled')}</bdi></small>
      <span><bdi>${quote.subject}</bdi> ${quoteStatus(quote, i18n)}</span>
    </h2>
    <button type="button" aria-disabled=${busy} @click=${save}><span aria-hidden="true">↓</span> ${i18n.in(texts)('downloadPdf')}</button>
  </header>`;
}

/** Dates, the person to turn to, the terms. */
export function quoteFacts(quote: Quote, i18n: SharedLocalize): TemplateResult {
  const t = i18n.in(texts);
  const { day } = i18n;
  return facts([
    [t('issued'), day(quote.issuedOn)],
    [t('validUntil'), validity(quote, i18n)],
    [t('contact'), quote.contact && html`<bdi>${quote.contact}</bdi>`],
    [t('terms'), termsLink(quote, i18n)],
    [t('purchaseOrder'), quote.acceptance?.purchaseOrder && html`<bdi>${quote.acceptance.purchaseOrder}</bdi>`],
    [t('reason'), quote.decline?.reason && html`<bdi>${quote.decline.reason}</bdi>`],
  ]);
}

/** The last day on which it holds, and how long that still is. */
function validity({ status, validUntil }: Quote, i18n: SharedLocalize): unknown {
  const t = i18n.in(texts);
  const { day, timeZone } = i18n;
  if (!validUntil) return undefined;
  if (status !== 'open') return day(validUntil);
  // Whole days between two dates; the server has the last word in the company's calendar.
  const days = Math.round((Date.parse(`${validUntil}T00:00:00Z`) - Date.parse(`${today(timeZone)}T00:00:00Z`)) / 86_400_000);
  const left = days > 0 ? t('daysLeft', days) : days === 0 ? t('lastDay') : undefined;
  return left ? html`${day(validUntil)} <small class="muted">${left}</small>` : day(validUntil);
}

const today = (timeZone: string | undefined) => new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date());

/** The terms in the version that holds for this quote. */
export function termsLink({ terms }: Quote, i18n: SharedLocalize): TemplateResult {
  const href = safeHref(terms.url);
  const title = i18n.in(texts)('termsVersion', terms.title, terms.version);
  return href ? html`<a class="link" href=${href} target="_blank" rel="noopener">${title}</a>` : html`${title}`;
}

/** The lines of the offer, then those that may be had in addition. */
export function quoteLines(quote: Quote, i18n: SharedLocalize, choices: Choices): TemplateResult {
  const t = i18n.in(texts);
  const choosable = quote.allowedActions.includes('accept');
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
          ${linesTable('options', optional, i18n, (line) => optionView(line, i18n, choosable ? choices : undefined))}`
      : nothing
  }`;
}

/** The box that chooses an option; a word for what was chosen where nothing can be chosen any more. */
function optionView(line: Line, i18n: SharedLocalize, choices: Choices | undefined): TemplateResult {
  if (!choices) {
    const word = i18n.in(texts)(line.selected ? 'wanted' : 'notWanted');
    return html`<span>${subjectOf(line)} <small class="muted">${word}</small></span>`;
  }
  const choose = (event: Event) => choices.choose(line.id, (event.currentTarget as HTMLInputElement).checked);
  return html`<label class="option">
    <input type="checkbox" id="option-${line.id}" .checked=${live(choices.has(line))} @change=${choose} /> <span>${subjectOf(line)}</span>
  </label>`;
}

function linesTable(
  name: string,
  lines: readonly Line[],
  i18n: SharedLocalize,
  subject = (line: Line): TemplateResult => html`<span>${subjectOf(line)}</span>`,
): TemplateResult {
  const t = i18n.in(texts);
  const { language, money } = i18n;
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
            <td role="cell" class="end" data-label=${t('taxRate')}>
              ${line.taxRate ? formatPercent(language, line.taxRate) : i18n.in(shared)('none')}
            </td>
            <td role="cell" class="end" data-label=${t('net')}>${netOf(line, i18n)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

const subjectOf = ({ description, details }: Line) =>
  html`<bdi>${description}</bdi> ${details ? html`<small class="muted"><bdi>${details}</bdi></small>` : nothing}`;

/** The way to another record: an address with `{id}`, or else a function that shows it here. */
type Way = readonly [template: string | undefined, show: (id: string) => void];

function wayButton(id: string, text: string, [template, show]: Way): TemplateResult {
  const href = itemAddress(template, id);
  return href
    ? html`<a class="button" href=${href}><bdi>${text}</bdi></a>`
    : html`<button type="button" @click=${() => show(id)}><bdi>${text}</bdi></button>`;
}

/** The outcome of a quote that is no longer open: who has decided, when, and the order or quote that has come of it. */
export function outcomeNotice(
  quote: Quote,
  i18n: SharedLocalize,
  ways: { order: Way | undefined; successor: Way },
): TemplateResult | typeof nothing {
  const t = i18n.in(texts);
  const { instant } = i18n;
  const { acceptance, decline, status, order, supersededBy } = quote;
  const notice = (kind: string, ...content: unknown[]) => html`<div class="notice ${kind}" part="notice" tabindex="-1">${content}</div>`;
  const orderText = order && t('showOrder', order.number);
  const orderLink = order && orderText && (ways.order ? wayButton(order.id, orderText, ways.order) : orderText);
  if (acceptance) return notice('success', html`<p>${t('acceptedBy', acceptance.name, instant(acceptance.at))}</p>`, orderLink);
  if (decline) {
    const when = instant(decline.at);
    return notice('', html`<p>${decline.by ? t('declinedBy', decline.by, when) : t('declinedAt', when)}</p>`);
  }
  if (status === 'superseded')
    return notice(
      'warning',
      html`<p>${t('superseded')}</p>`,
      supersededBy && wayButton(supersededBy.id, supersededBy.number, ways.successor),
    );
  return status === 'expired' || status === 'withdrawn' ? notice('warning', html`<p>${t(status)}</p>`) : nothing;
}

/** Questions about the quote, with the company's answers. */
export function questionList({ questions }: Quote, i18n: SharedLocalize): TemplateResult | typeof nothing {
  const t = i18n.in(texts);
  const { instant } = i18n;
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

/** The sums in one sentence, for those who cannot see them change. */
export function spokenSums(totals: Quote['totals'], i18n: SharedLocalize): string {
  const prices = totals.map(({ total, period, periodLabel }) => periodPrice(total, period, periodLabel, i18n));
  return i18n.in(texts)('newSums', new Intl.ListFormat(i18n.language, { style: 'short' }).format(prices));
}

const actionFor = { accept: 'update', decline: 'update', ask: 'create' } as const;

/** Buttons for the tasks that are allowed, unless the form of one is open. */
export function taskButtons(
  quote: Quote,
  i18n: SharedLocalize,
  host: PortalElement,
  open: QuoteTask | undefined,
  begin: (task: QuoteTask) => void,
): TemplateResult | typeof nothing {
  const t = i18n.in(texts);
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
