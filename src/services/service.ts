import { nothing, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import type { SharedLocalize } from '../core/localize-controller.js';
import { shared } from '../i18n/texts/shared.js';
import { statusBadge, type Tone } from '../ui/badge.js';
import { services } from './texts/services.js';

export type ServiceSummary = components['schemas']['ServiceSummary'];
export type ServicePage = components['schemas']['ServicePage'];
export type Service = components['schemas']['Service'];
export type ServicePrice = components['schemas']['ServicePrice'];

const tones: Record<string, Tone> = {
  pending: 'info',
  provisioning: 'info',
  active: 'success',
  suspended: 'danger',
  'cancel-pending': 'warning',
  failed: 'danger',
};

/** The status of a service. */
export const serviceStatus = (service: Pick<ServiceSummary, 'status' | 'statusLabel'>, i18n: SharedLocalize): TemplateResult =>
  statusBadge(service, tones, i18n, services);

/** The type of a service; one that is not known to this release in the company's own word. */
export const serviceType = ({ type, typeLabel }: Pick<ServiceSummary, 'type' | 'typeLabel'>, i18n: SharedLocalize): string =>
  i18n.label(`type-${type}`, typeLabel || type || i18n.in(shared)('none'), services);

/** The client's name for a service, else the company's. */
export const serviceName = ({ label, name, number }: Pick<ServiceSummary, 'label' | 'name' | 'number'>, i18n: SharedLocalize): string =>
  label || name || number || i18n.in(shared)('unlabelled');

/** Tells whether a service is over. */
export const isOver = ({ status }: Pick<ServiceSummary, 'status'>): boolean => status === 'cancelled' || status === 'expired';

/** The day that matters next: when it starts, ends, ended or begins another term. */
export function nextDay({ status, startsOn, lastDay, renewsOn }: ServiceSummary, i18n: SharedLocalize): string {
  const { day } = i18n;
  const t = i18n.in(services);
  if (lastDay) return t(isOver({ status }) ? 'endedOn' : 'endsOn', day(lastDay));
  if ((status === 'pending' || status === 'provisioning') && startsOn) return t('startsOn', day(startsOn));
  return renewsOn ? t('renewsOn', day(renewsOn)) : i18n.in(shared)('none');
}

/** When it is invoiced next. */
export const nextInvoice = ({ nextInvoiceOn }: ServiceSummary, i18n: SharedLocalize): string | typeof nothing =>
  nextInvoiceOn ? i18n.in(services)('invoiceOn', i18n.day(nextInvoiceOn)) : nothing;

const periods = {
  month: 'priceMonth',
  quarter: 'priceQuarter',
  'half-year': 'priceHalfYear',
  year: 'priceYear',
  'two-years': 'priceTwoYears',
  once: 'priceOnce',
} as const;

/** The regular charge; a dash where nothing fixed is. */
export function priceText(price: ServicePrice | null | undefined, i18n: SharedLocalize): string {
  if (!price?.amount || !price.currency) return i18n.in(shared)('none');
  const { money } = i18n;
  const t = i18n.in(services);
  const { period, periodLabel } = price;
  return Object.hasOwn(periods, period)
    ? t(periods[period as keyof typeof periods], money(price))
    : t('priceOther', money(price), periodLabel || period || '');
}

/** The price for a year, where that is not what the price says already. */
export function yearlyText({ price, yearlyPrice }: Pick<ServiceSummary, 'price' | 'yearlyPrice'>, i18n: SharedLocalize) {
  if (!yearlyPrice || (price?.period === 'year' && Number(price.amount) === Number(yearlyPrice.amount))) return nothing;
  return i18n.in(services)('withExtras', i18n.money(yearlyPrice));
}
