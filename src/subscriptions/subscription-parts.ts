import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import type { LocalizeController } from '../core/localize-controller.js';
import type { subscriptions } from './texts/subscriptions.js';
import { badge, type Tone } from '../ui/badge.js';
import { columnWidths } from '../ui/styles/columns.js';

export type Subscription = components['schemas']['PaypalSubscription'];
export type SubscriptionsLocalize = LocalizeController<typeof subscriptions.english>;

const tones: Record<string, Tone> = { 'approval-pending': 'warning', approved: 'info', active: 'success', suspended: 'danger' };

/** How it stands at PayPal, in a word. */
export function subscriptionStatus({ status, statusLabel }: Subscription, i18n: SubscriptionsLocalize): TemplateResult {
  const tone = Object.hasOwn(tones, status) ? tones[status]! : 'neutral';
  return badge(tone, i18n.label(`status-${status}`, statusLabel || status));
}

const units = { day: 'perDay', week: 'perWeek', month: 'perMonth', year: 'perYear' } as const;

/** What is paid how often: €36.00 every 3 months. */
export function paidRegularly({ amount, interval }: Subscription, { t, money }: SubscriptionsLocalize): string {
  const { unit, count } = interval;
  const sum = money(amount);
  return Object.hasOwn(units, unit) ? t(units[unit as keyof typeof units], sum, count) : sum;
}

/** Where it is approved at PayPal; only an https address is one. */
export function approveAddress({ approveHref, allowedActions }: Subscription): string | undefined {
  if (!approveHref || !allowedActions.includes('approve') || !URL.canParse(approveHref)) return undefined;
  return new URL(approveHref).protocol === 'https:' ? approveHref : undefined;
}

/** The day of an instant, where the person is. */
export function dayOf(value: string | null | undefined, { language, timeZone, instant }: SubscriptionsLocalize): string {
  const date = new Date(value ?? NaN);
  if (Number.isNaN(date.getTime())) return instant(value);
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone }).format(date);
}

interface Ways {
  mayApprove: boolean;
  /** Asks whether it shall be cancelled, where it may be. */
  cancel: (() => void) | undefined;
}

/** A subscription, with what can be done about it. */
export function subscriptionRow(subscription: Subscription, i18n: SubscriptionsLocalize, { mayApprove, cancel }: Ways): TemplateResult {
  const { t, money } = i18n;
  const { reference, subject, nextChargeAt, lastPayment, failedPayments, statusNote } = subscription;
  const name = subject.name || t('unlabelled');
  const address = mayApprove ? approveAddress(subscription) : undefined;
  return html`<tr role="row" part="row">
    <th role="rowheader" scope="row" class="subject">
      <bdi .textContent=${name}></bdi>
      <small class="muted under">${i18n.label(`subject-${subject.type}`, subject.type)} · <bdi class="number">${reference}</bdi></small>
    </th>
    <td role="cell" data-label=${t('amount')} .textContent=${paidRegularly(subscription, i18n)}></td>
    <td role="cell" data-label=${t('nextCharge')} .textContent=${dayOf(nextChargeAt, i18n)}></td>
    <td role="cell" data-label=${t('lastPayment')}>
      <span
        >${dayOf(lastPayment?.paidAt, i18n)}${
          lastPayment ? html`<small class="muted under" .textContent=${money(lastPayment.amount)}></small>` : nothing
        }</span
      >
    </td>
    <td role="cell" data-label=${t('status')}>
      <span
        >${subscriptionStatus(subscription, i18n)}${
          failedPayments > 0 ? html`<small class="failed under" .textContent=${t('failed', failedPayments)}></small>` : nothing
        }${statusNote ? html`<small class="muted under"><bdi .textContent=${statusNote}></bdi></small>` : nothing}</span
      >
    </td>
    <td role="cell" class="ways">
      ${address ? html`<a class="link" href=${address} rel="noreferrer" aria-label=${t('approveOf', name)}>${t('approve')}</a>` : nothing}
      ${
        cancel
          ? html`<button type="button" class="link" aria-haspopup="dialog" aria-label=${t('cancelOf', name)} @click=${cancel}>
              ${t('cancel')}
            </button>`
          : nothing
      }
    </td>
  </tr>`;
}

export const subscriptionColumns: CSSResultGroup = [
  columnWidths({ amount: '13em', nextChargeAt: '7.75em', lastPaidAt: '7.75em', status: '21%', actions: '9.75em' }),
  css`
    .under {
      display: block;
      font-weight: 400;
    }
    td .badge {
      white-space: normal;
    }
    .failed {
      color: var(--_on-danger);
    }
    .ways > .link {
      display: block;
      inline-size: fit-content;
    }
    .ways > .link + .link {
      margin-inline-start: 0;
    }
    .as-of {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0.25em 1em;
      margin: 0;
      font-size: 0.9375em;
    }
  `,
];
