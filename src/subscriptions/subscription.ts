import type { TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import type { SharedLocalize } from '../core/localize-controller.js';
import { shared } from '../i18n/texts/shared.js';
import { statusBadge, type Tone } from '../ui/badge.js';
import { subscriptions } from './texts/subscriptions.js';

export type Subscription = components['schemas']['PaypalSubscription'];
export type SubscriptionPage = components['schemas']['PaypalSubscriptionPage'];

const tones: Record<string, Tone> = { 'approval-pending': 'warning', approved: 'info', active: 'success', suspended: 'danger' };

/** The status at PayPal. */
export const subscriptionStatus = (subscription: Subscription, i18n: SharedLocalize): TemplateResult =>
  statusBadge(subscription, tones, i18n, subscriptions);

/** The name of what is paid by it. */
export const subscriptionName = ({ subject }: Subscription, i18n: SharedLocalize): string => subject.name || i18n.in(shared)('unlabelled');

const units = { day: 'perDay', week: 'perWeek', month: 'perMonth', year: 'perYear' } as const;

/** The amount and how often it is paid: €36.00 every 3 months. */
export function regularPayment({ amount, interval }: Subscription, i18n: SharedLocalize): string {
  const { unit, count } = interval;
  const sum = i18n.money(amount);
  return Object.hasOwn(units, unit) ? i18n.in(subscriptions)(units[unit as keyof typeof units], sum, count) : sum;
}

/** The address at PayPal where it is approved; only an https address is one. */
export function approveAddress({ approveHref, allowedActions }: Subscription): string | undefined {
  if (!approveHref || !allowedActions.includes('approve') || !URL.canParse(approveHref)) return undefined;
  return new URL(approveHref).protocol === 'https:' ? approveHref : undefined;
}

/** The day of an instant in the person's time zone. */
export function localDay(value: string | null | undefined, { language, timeZone, instant }: SharedLocalize): string {
  const date = new Date(value ?? NaN);
  if (Number.isNaN(date.getTime())) return instant(value);
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone }).format(date);
}
