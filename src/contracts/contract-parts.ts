import { nothing, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import type { LocalizeController } from '../core/localize-controller.js';
import type { contracts } from './texts/contracts.js';
import { badge, type Tone } from '../ui/badge.js';

export type Contract = components['schemas']['Contract'];
export type ContractPage = components['schemas']['ContractPage'];
export type ContractsLocalize = LocalizeController<typeof contracts.english>;

const tones: Record<string, Tone> = { provisioning: 'info', active: 'success', suspended: 'danger', cancelled: 'warning' };

/** The status of a contract; one that is not known to this release is shown in the company's own word. */
export function contractStatus({ status, statusLabel }: Contract, i18n: ContractsLocalize): TemplateResult {
  const tone = Object.hasOwn(tones, status) ? tones[status]! : 'neutral';
  return badge(tone, i18n.label(`status-${status}`, statusLabel || status || i18n.t('none')));
}

/** What a contract is about; a kind that is not known to this release in the company's own word. */
export const contractKind = ({ kind, kindLabel }: Contract, i18n: ContractsLocalize): string =>
  i18n.label(`kind-${kind}`, kindLabel || kind || i18n.t('none'));

/** The day that matters next: when it starts, ends, ended or begins another term. */
export function nextDay({ status, startsOn, endsOn, renewsOn }: Contract, { t, day }: ContractsLocalize): string | typeof nothing {
  if (status === 'provisioning' && startsOn) return t('startsOn', day(startsOn));
  if (endsOn) return t(status === 'ended' ? 'endedOn' : 'endsOn', day(endsOn));
  return renewsOn ? t('renewsOn', day(renewsOn)) : nothing;
}

const periods = { month: 'priceMonth', quarter: 'priceQuarter', year: 'priceYear', once: 'priceOnce' } as const;

/** What is charged regularly; a dash where nothing fixed is. */
export function contractPrice({ price }: Contract, { t, money }: ContractsLocalize): string {
  if (!price?.amount || !price.currency) return t('none');
  const { period, periodLabel } = price;
  return Object.hasOwn(periods, period)
    ? t(periods[period as keyof typeof periods], money(price))
    : t('priceOther', money(price), periodLabel || period || '');
}
