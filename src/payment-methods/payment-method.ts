import type { TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import type { SharedLocalize } from '../core/localize-controller.js';
import { shared } from '../i18n/texts/shared.js';
import { statusBadge, type Tone } from '../ui/badge.js';
import { paymentMethods } from './texts/payment-methods.js';

export type PaymentMethod = components['schemas']['PaymentMethod'];

/** The values that the payment provider's fields get when a payment method is added. */
export interface PaymentMethodOrder {
  /** Aborted when the person has left; no token is needed any more. */
  signal: AbortSignal;
}

/**
 * The payment provider's own fields: any element in `slot="payment"` with this method. Card data stays inside it; the portal
 * sees only the token, which it passes on to the company's back end.
 *
 * Resolve to the provider's token for what can be charged later. Reject with an `Error` to say in its message what the person
 * should do about it; reject with an `AbortError` when the person has called it off.
 */
export interface PaymentMethodFields {
  createPaymentMethodToken(order: PaymentMethodOrder): Promise<string>;
}

const tones: Record<string, Tone> = {
  active: 'success',
  expiring: 'warning',
  expired: 'danger',
  failed: 'danger',
  'pending-verification': 'info',
};

/** The status as a badge: it can be charged, or why it cannot. */
export const methodStatus = (method: PaymentMethod, i18n: SharedLocalize): TemplateResult =>
  statusBadge(method, tones, i18n, paymentMethods);

export const methodType = ({ type, typeLabel }: PaymentMethod, i18n: SharedLocalize): string =>
  i18n.label(`type-${type}`, typeLabel || type, paymentMethods);

/** The part of its number that may be shown, an IBAN in groups of four as in letters of banks; an account at a provider as it is. */
export function methodAccount({ type, account = '' }: PaymentMethod): string {
  if (type === 'bank-account') return account.replace(/(.{4})(?=.)/gu, '$1 ');
  return type === 'card' ? account.replace(/•(?=\d)/, '• ') : account;
}

/** Brand and number: Visa •••• 4242. */
export const methodIdentity = (method: PaymentMethod, i18n: SharedLocalize): string =>
  [method.brand, methodAccount(method)].filter(Boolean).join(' ') || methodType(method, i18n);

/** The client's own name for it, else brand and number. */
export const methodName = (method: PaymentMethod, i18n: SharedLocalize): string => method.label || methodIdentity(method, i18n);

/** The month in which a card expires, as it stands on the card. */
export function expiryMonth({ expiresOn }: PaymentMethod, i18n: SharedLocalize): string {
  if (!expiresOn) return i18n.in(shared)('none');
  const month = new Date(`${expiresOn}T00:00:00Z`);
  if (Number.isNaN(month.getTime())) return i18n.day(expiresOn);
  return new Intl.DateTimeFormat(i18n.language, { month: '2-digit', year: 'numeric', timeZone: 'UTC' }).format(month);
}
