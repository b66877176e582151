import { html, type TemplateResult } from 'lit';
import { facts } from '../ui/detail-view.js';
import { callCost, callDirection, callParty, callResult, phoneNumber, type Call, type CallLocalize } from './call-parts.js';

/** All there is to know of one call; costs only where the person gets them. */
export function callDetails(call: Call, i18n: CallLocalize, hidesCost: boolean): TemplateResult {
  const { t, instant, duration } = i18n;
  const time = (value: string | null | undefined) => value && instant(value, 'medium');
  const seconds = (value: number | undefined) => value !== undefined && value !== null && duration(value);
  const known = (value: unknown) => (value === false ? undefined : value);
  return facts([
    [t('result'), callResult(call, i18n)],
    [t('direction'), callDirection(call, i18n)],
    [t('from'), callParty(call.from, i18n)],
    [t('to'), callParty(call.to, i18n)],
    [t('dialled'), call.dialled ? phoneNumber(call.dialled) : undefined],
    [t('destination'), call.destination ? html`<bdi>${call.destination}</bdi>` : undefined],
    [t('startedAt'), time(call.startedAt)],
    [t('answeredAt'), time(call.answeredAt)],
    [t('endedAt'), time(call.endedAt)],
    [t('ring'), known(seconds(call.ringSeconds))],
    [t('duration'), known(seconds(call.durationSeconds))],
    [t('talk'), known(seconds(call.billableSeconds))],
    [t('billed'), known(seconds(call.billedSeconds))],
    [t('cost'), hidesCost ? undefined : callCost(call, i18n)],
    [t('rating'), hidesCost || !call.rating ? undefined : i18n.label(`rating-${call.rating}`, call.rating)],
    [t('finality'), call.final === undefined ? undefined : t(call.final ? 'final' : 'provisional')],
  ]);
}
