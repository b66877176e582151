import { nothing, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import type { SharedLocalize } from '../core/localize-controller.js';
import { shared } from '../i18n/texts/shared.js';
import { statusBadge, type Tone } from '../ui/badge.js';
import { contracts } from './texts/contracts.js';

export type Contract = components['schemas']['Contract'];
export type ContractPage = components['schemas']['ContractPage'];

const tones: Record<string, Tone> = { provisioning: 'info', active: 'success', suspended: 'danger', cancelled: 'warning' };

/** The status of a contract. */
export const contractStatus = (contract: Contract, i18n: SharedLocalize): TemplateResult => statusBadge(contract, tones, i18n, contracts);

/** The kind of a contract; one that is not known to this release in the company's own word. */
export const contractKind = ({ kind, kindLabel }: Contract, i18n: SharedLocalize): string =>
  i18n.label(`kind-${kind}`, kindLabel || kind || i18n.in(shared)('none'), contracts);

/** The day that matters next: when it starts, ends, ended or begins another term. */
export function nextDay({ status, startsOn, endsOn, renewsOn }: Contract, i18n: SharedLocalize): string | typeof nothing {
  const { day } = i18n;
  const t = i18n.in(contracts);
  if (status === 'provisioning' && startsOn) return t('startsOn', day(startsOn));
  if (endsOn) return t(status === 'ended' ? 'endedOn' : 'endsOn', day(endsOn));
  return renewsOn ? t('renewsOn', day(renewsOn)) : nothing;
}

const periods = { month: 'priceMonth', quarter: 'priceQuarter', year: 'priceYear', once: 'priceOnce' } as const;

/** The regular charge; a dash where nothing fixed is. */
export function contractPrice({ price }: Contract, i18n: SharedLocalize): string {
  if (!price?.amount || !price.currency) return i18n.in(shared)('none');
  const { money } = i18n;
  const t = i18n.in(contracts);
  const { period, periodLabel } = price;
  return Object.hasOwn(periods, period)
    ? t(periods[period as keyof typeof periods], money(price))
    : t('priceOther', money(price), periodLabel || period || '');
}
