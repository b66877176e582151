import { css, type CSSResult, html, nothing, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import type { LocalizeController, SharedLocalize } from '../core/localize-controller.js';
import { shared } from '../i18n/texts/shared.js';
import { facts } from '../ui/detail-view.js';
import { netOf, totalsStyles, totalsTable } from '../ui/document/period-price.js';
import { formatQuantity } from '../ui/document/quantity.js';
import { documentStyles } from '../ui/document/styles.js';
import { itemAddress } from '../ui/links.js';
import { tableStyles } from '../ui/styles/columns.js';
import type { ActionsPanel } from './actions-panel.js';
import { type Order, type OrderRequest, orderStatus } from './order.js';
import type { PortalOrder } from './portal-order.js';
import type { order as texts } from './texts/order.js';
import { orders } from './texts/orders.js';

/** The progress of an order: a mark for each step, joined by a line. */
const recordStyles = css`
  .steps {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
    overflow-wrap: anywhere;
    --_mark: 1.35em;
  }
  .steps > li {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.35em;
    padding-block-end: 1.1em;
    padding-inline-start: calc(var(--_mark) + 0.85em);
  }
  .steps > li::before {
    content: '';
    position: absolute;
    z-index: 1;
    inset-block-start: 0.05em;
    inset-inline-start: 0;
    display: grid;
    place-items: center;
    inline-size: var(--_mark);
    block-size: var(--_mark);
    border: 2px solid color-mix(in srgb, currentColor 45%, transparent);
    border-radius: 50%;
    font-size: 1em;
    line-height: 1;
  }
  .steps > li:not(:last-child)::after {
    content: '';
    position: absolute;
    inset-block: calc(var(--_mark) + 0.2em) 0.15em;
    inset-inline-start: calc(var(--_mark) / 2 - 1px);
    inline-size: 2px;
    background: var(--_line);
  }
  .steps > .done::before {
    content: '✓';
    border-color: var(--_on-success);
    background: var(--_success);
    color: var(--_on-success);
    font-size: 0.85em;
    inline-size: calc(var(--_mark) / 0.85);
    block-size: calc(var(--_mark) / 0.85);
  }
  .steps > .done::after {
    background: var(--_on-success);
    opacity: 0.45;
  }
  .steps > .current::before {
    border-color: var(--_accent);
    background: radial-gradient(var(--_accent) 0 38%, transparent 42%);
  }
  .steps > .skipped::before {
    content: '–';
    color: var(--_muted);
  }
  .steps > :is(.pending, .skipped) strong {
    font-weight: 400;
    color: var(--_muted);
  }
  .request {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    justify-items: start;
    gap: 0.35em;
    max-inline-size: 40em;
    margin-block-start: 0.35em;
    padding: var(--_space);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .request > * {
    inline-size: 100%;
  }
  .request form {
    grid-template-columns: minmax(0, 1fr);
  }
  .request.open {
    border-color: color-mix(in srgb, var(--_on-warning) 45%, transparent);
  }
  form.details {
    max-inline-size: 40em;
  }
  .steps .asked {
    font-weight: 600;
  }
  .steps .words {
    padding-inline-start: 0.75em;
    border-inline-start: 2px solid var(--_line);
  }
  .steps .actions {
    gap: 0.25em 1em;
  }
  @media (forced-colors: active) {
    .steps > .current::before {
      border-width: 5px;
    }
  }
`;

export const styles: readonly CSSResult[] = [documentStyles, recordStyles, tableStyles('items', 12, 8, 6, 7), totalsStyles];

type Step = components['schemas']['OrderStep'];
type OrderLocalize = LocalizeController<typeof texts.english>;

interface RecordOptions {
  host: PortalOrder;
  /** Renders what the person can do, once it is loaded. */
  actions: ActionsPanel | undefined;
  /** Failures and achievements, below the head. */
  notices: unknown;
  /** Downloads a file of an answer. */
  save: (file: string) => void;
}

/** Tells whether the order allows a task, and the permissions the action that it needs. */
const mayAct = (host: PortalOrder, task: string, action: 'create' | 'update' | 'delete', { allowedActions }: Order): boolean =>
  allowedActions.includes(task) && host.can(action);

/** Tells whether there is anything that the person can do with the order. */
export const mayActOn = (host: PortalOrder, order: Order): boolean =>
  mayAct(host, 'submit', 'create', order) || mayAct(host, 'answer', 'update', order) || mayAct(host, 'cancel', 'delete', order);

/** One order: its steps with what they ask, its items and sums, dates and references. */
export function orderRecord(order: Order, i18n: OrderLocalize, options: RecordOptions): TemplateResult {
  const { host, actions, notices } = options;
  const { quoteHref, invoiceHref } = host;
  return html`${orderHead(order, i18n, mayAct(host, 'cancel', 'delete', order) ? actions?.cancelButton(order) : nothing)} ${notices}
  ${waitingNotice(order, i18n, host)} ${mayAct(host, 'submit', 'create', order) ? actions?.completion() : nothing}
  ${stepList(order, i18n, (request) => requestView(request, order, i18n, options))} ${itemsTable(order, i18n)}
  ${totalsTable(order.totals, i18n)}
  ${orderFacts(order, i18n, {
    quote: recordLink(order.quote, quoteHref, host.can('view', 'billing.quotes')),
    invoice: recordLink(order.invoice, invoiceHref, host.can('view', 'billing.invoices')),
  })}
  ${actions?.dialog()}`;
}

/** Number, subject and status, and the way to cancel it. */
function orderHead(order: Order, i18n: SharedLocalize, actions: unknown): TemplateResult {
  const t = i18n.in(orders);
  const number = order.number || i18n.in(shared)('unlabelled');
  return html`<header class="head">
      <h2 tabindex="-1">
        <small class="muted">${t('order')} <bdi>${number}</bdi></small>
        <span><bdi>${order.subject}</bdi> ${orderStatus(order, i18n)}</span>
      </h2>
      ${actions}
    </header>
    ${order.note ? html`<p class="notice text"><bdi>${order.note}</bdi></p>` : nothing}`;
}

/** Dates, references, and why it was cancelled. */
function orderFacts(order: Order, i18n: OrderLocalize, links: { quote?: unknown; invoice?: unknown }): TemplateResult {
  const { t, instant } = i18n;
  const { cancellation, placedAt, reference } = order;
  return facts([
    [t('placed'), placedAt && instant(placedAt)],
    [t('activity'), instant(order.lastActivityAt)],
    [t('reference'), reference && html`<bdi>${reference}</bdi>`],
    [t('quote'), links.quote],
    [t('invoice'), links.invoice],
    [t('cancelled'), cancellation && t('cancelledBy', cancellation.by || t('none'), instant(cancellation.at))],
    [t('reason'), cancellation?.reason && html`<bdi>${cancellation.reason}</bdi>`],
  ]);
}

/** The items, with their prices. */
function itemsTable({ items }: Order, i18n: OrderLocalize): TemplateResult | typeof nothing {
  const { t, language, money } = i18n;
  if (items.length === 0) return nothing;
  return html`<h3 id="items">${t('items')}</h3>
    <table role="table" part="items" aria-labelledby="items">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col" data-column="description">${t('description')}</th>
          <th role="columnheader" scope="col" class="end">${t('quantity')}</th>
          <th role="columnheader" scope="col" class="end">${t('unitPrice')}</th>
          <th role="columnheader" scope="col" class="end">${t('net')}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${items.map(
          (item) =>
            html`<tr role="row">
              <th role="rowheader" scope="row">
                <span
                  ><bdi>${item.description}</bdi>
                  ${item.details ? html`<small class="muted"><bdi>${item.details}</bdi></small>` : nothing}</span
                >
              </th>
              <td role="cell" class="end" data-label=${t('quantity')}>${formatQuantity(language, item.quantity, item.unit)}</td>
              <td role="cell" class="end" data-label=${t('unitPrice')}>${money(item.unitPrice)}</td>
              <td role="cell" class="end" data-label=${t('net')}>${netOf(item, i18n)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}

/** Another record: a link where the page has a place for it, and the person may see it; else its number. */
function recordLink(
  record: { id: string; number: string } | null | undefined,
  template: string | undefined,
  allowed: boolean,
): TemplateResult | undefined {
  if (!record) return undefined;
  const href = allowed ? itemAddress(template, record.id) : undefined;
  const number = html`<bdi>${record.number}</bdi>`;
  return href ? html`<a class="link" href=${href}>${number}</a>` : number;
}

/** Says that the order waits for the client; persons who may not go on are told who may. */
function waitingNotice({ requests, allowedActions }: Order, { t }: OrderLocalize, host: PortalOrder): TemplateResult | typeof nothing {
  const open = requests.filter(({ answer }) => !answer).length;
  const notice = (text: string) => html`<p class="notice warning" part="notice">${text}</p>`;
  if (allowedActions.includes('answer') && open > 0) return notice(host.can('update') ? t('waiting', open) : t('waitingOthers'));
  return allowedActions.includes('submit') ? notice(t(host.can('create') ? 'incomplete' : 'incompleteOthers')) : nothing;
}

/** The progress of an order: its steps with the company's notes, and beneath each its requests. */
function stepList(order: Order, i18n: OrderLocalize, request: (request: OrderRequest) => unknown): TemplateResult | typeof nothing {
  const { t } = i18n;
  if (order.steps.length === 0) return nothing;
  return html`<h3 id="steps">${t('steps')}</h3>
    <ol class="steps" part="steps" aria-labelledby="steps">
      ${order.steps.map((step) => {
        const asked = order.requests.filter(({ stepId }) => stepId === step.id);
        return html`<li class=${step.state} part="step" aria-current=${step.state === 'current' ? 'step' : 'false'}>
          <div>
            <strong><bdi>${step.name}</bdi></strong> <small class="muted">${stepState(step, i18n)}</small>
          </div>
          ${step.note ? html`<p><bdi>${step.note}</bdi></p>` : nothing} ${asked.map(request)}
        </li>`;
      })}
    </ol>`;
}

function stepState(step: Step, i18n: OrderLocalize): string {
  const { t, instant } = i18n;
  const word = i18n.label(`step-${step.state}`, step.stateLabel || step.state);
  if (step.state === 'done' && step.doneAt) return t('doneAt', instant(step.doneAt));
  return step.state === 'current' && step.startedAt ? `${word} ${t('since', instant(step.startedAt))}` : word;
}

/** A request of a step with its answer, or the form for one. */
function requestView(request: OrderRequest, order: Order, i18n: OrderLocalize, { host, actions, save }: RecordOptions): TemplateResult {
  return html`<div class="request ${request.answer ? '' : 'open'}" part="request">
    ${answeredRequest(request, i18n, save)} ${mayAct(host, 'answer', 'update', order) ? actions?.answer(request) : nothing}
  </div>`;
}

function answeredRequest({ kind, text, answer }: OrderRequest, i18n: OrderLocalize, save: (file: string) => void): TemplateResult {
  const { t, instant } = i18n;
  return html`<small class="muted">${t(kind === 'document' ? 'document' : 'question')}</small>
    <p class="asked"><bdi>${text}</bdi></p>
    ${
      answer
        ? html`${answer.text ? html`<p class="words"><bdi>${answer.text}</bdi></p>` : nothing}
            ${
              answer.files?.length
                ? html`<p class="actions">
                    ${answer.files.map(
                      ({ id, name }) =>
                        html`<button type="button" class="link" aria-label=${t('download', name)} @click=${() => save(id)}>
                          <span aria-hidden="true">↓</span> <bdi>${name}</bdi>
                        </button>`,
                    )}
                  </p>`
                : nothing
            } <small class="muted">${t('answered', answer.answeredBy, instant(answer.answeredAt))}</small>`
        : nothing
    }`;
}
