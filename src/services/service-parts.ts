import { nothing, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import type { LocalizeController } from '../core/localize-controller.js';
import type { services } from './texts/services.js';
import { badge, type Tone } from '../ui/badge.js';

export type ServiceSummary = components['schemas']['ServiceSummary'];
export type ServicePage = components['schemas']['ServicePage'];
export type Service = components['schemas']['Service'];
export type ServicePrice = components['schemas']['ServicePrice'];
export type ServicesLocalize = LocalizeController<typeof services.english>;

const tones: Record<string, Tone> = {
  pending: 'info',
  provisioning: 'info',
  active: 'success',
  suspended: 'danger',
  'cancel-pending': 'warning',
  failed: 'danger',
};

type Stated = Pick<ServiceSummary, 'status' | 'statusLabel'>;

/** The status of a service; one that is not known to this release is shown in the company's own word. */
export function serviceStatus({ status, statusLabel }: Stated, i18n: ServicesLocalize): TemplateResult {
  const tone = Object.hasOwn(tones, status) ? tones[status]! : 'neutral';
  return badge(tone, i18n.label(`status-${status}`, statusLabel || status || i18n.t('none')));
}

/** What is sold; a type that is not known to this release in the company's own word. */
export const serviceType = ({ type, typeLabel }: Pick<ServiceSummary, 'type' | 'typeLabel'>, i18n: ServicesLocalize): string =>
  i18n.label(`type-${type}`, typeLabel || type || i18n.t('none'));

/** What the client calls a service, else what the company does. */
export const serviceName = ({ label, name, number }: Pick<ServiceSummary, 'label' | 'name' | 'number'>, { t }: ServicesLocalize): string =>
  label || name || number || t('unlabelled');

/** Whether a service is over. */
export const isOver = ({ status }: Pick<ServiceSummary, 'status'>): boolean => status === 'cancelled' || status === 'expired';

/** The day that matters next: when it starts, ends, ended or begins another term. */
export function nextDay({ status, startsOn, lastDay, renewsOn }: ServiceSummary, { t, day }: ServicesLocalize): string {
  if (lastDay) return t(isOver({ status }) ? 'endedOn' : 'endsOn', day(lastDay));
  if ((status === 'pending' || status === 'provisioning') && startsOn) return t('startsOn', day(startsOn));
  return renewsOn ? t('renewsOn', day(renewsOn)) : t('none');
}

/** When it is invoiced next. */
export const nextInvoice = ({ nextInvoiceOn }: ServiceSummary, { t, day }: ServicesLocalize): string | typeof nothing =>
  nextInvoiceOn ? t('invoiceOn', day(nextInvoiceOn)) : nothing;

const periods = {
  month: 'priceMonth',
  quarter: 'priceQuarter',
  'half-year': 'priceHalfYear',
  year: 'priceYear',
  'two-years': 'priceTwoYears',
  once: 'priceOnce',
} as const;

/** What is charged regularly; a dash where nothing fixed is. */
export function priceText(price: ServicePrice | null | undefined, { t, money }: ServicesLocalize): string {
  if (!price?.amount || !price.currency) return t('none');
  const { period, periodLabel } = price;
  return Object.hasOwn(periods, period)
    ? t(periods[period as keyof typeof periods], money(price))
    : t('priceOther', money(price), periodLabel || period || '');
}

/** What it comes to in a year, where that is not what the price says already. */
export function yearlyText({ price, yearlyPrice }: Pick<ServiceSummary, 'price' | 'yearlyPrice'>, { t, money }: ServicesLocalize) {
  if (!yearlyPrice || (price?.period === 'year' && Number(price.amount) === Number(yearlyPrice.amount))) return nothing;
  return t('withExtras', money(yearlyPrice));
}
