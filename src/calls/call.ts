import { html, nothing, type TemplateResult } from 'lit';
import type { components, operations } from '../api/schema.js';
import type { Query } from '../core/loading/list-query.js';
import type { SharedLocalize } from '../core/localize-controller.js';
import { instantsOf, periodOf } from '../core/business/period.js';
import type { PortalElement } from '../core/portal-element.js';
import { formatDuration } from '../i18n/format.js';
import { shared } from '../i18n/texts/shared.js';
import { badge, type Tone } from '../ui/badge.js';
import type { Sum } from '../ui/lists/list-view.js';
import { calls as texts } from './texts/calls.js';

export type Call = components['schemas']['Call'];
export type CallLeg = components['schemas']['CallLeg'];
export type CallPage = components['schemas']['CallPage'];
type CallParty = components['schemas']['CallParty'];

const tones: Record<string, Tone> = { answered: 'success', voicemail: 'info', failed: 'danger', congestion: 'danger' };

/** The result of a call. */
export const callResult = ({ result, resultLabel }: Call | CallLeg, i18n: SharedLocalize): TemplateResult =>
  badge(
    Object.hasOwn(tones, result) ? tones[result]! : 'neutral',
    i18n.label(`result-${result}`, resultLabel || result || i18n.in(shared)('none'), texts),
  );

export const callDirection = ({ direction }: Call, i18n: SharedLocalize): string =>
  i18n.label(`direction-${direction}`, direction || i18n.in(shared)('none'), texts);

/** Seconds as hours, minutes and seconds; a dash where the server says none. */
export const callDuration = (seconds: number | null | undefined, i18n: SharedLocalize): string =>
  (seconds == null ? undefined : formatDuration(i18n.language, seconds)) ?? i18n.in(shared)('none');

/** A number as it was sent; a link only where it can be dialled from anywhere (E.164). */
export function phoneNumber(number: string): TemplateResult {
  return /^\+[1-9]\d{6,14}$/.test(number)
    ? html`<a class="link" href="tel:${number}"><bdi .textContent=${number}></bdi></a>`
    : html`<bdi .textContent=${number}></bdi>`;
}

/** One end of a call: name, number, extension. */
export function callParty(party: CallParty | undefined, i18n: SharedLocalize): TemplateResult {
  const t = i18n.in(texts);
  if (!party) return html`${i18n.in(shared)('none')}`;
  const { name, number, extension } = party;
  return html`<span class="party">
    ${name ? html`<bdi .textContent=${name}></bdi>` : nothing}
    <span class=${name ? 'muted' : ''}>
      ${number ? phoneNumber(number) : html`<span class="muted">${t('withheld')}</span>`}
      ${extension && extension !== number ? html`<small class="muted">${t('extension', extension)}</small>` : nothing}
    </span>
  </span>`;
}

/** The cost of a call in full, or a word where there is none yet. */
export function callCost({ cost, rating }: Call, i18n: SharedLocalize): TemplateResult {
  const t = i18n.in(texts);
  if (rating === 'free' || rating === 'included') return html`<span class="muted">${t(`rating-${rating}`)}</span>`;
  if (cost) return html`${i18n.money(cost)}`;
  return html`<span class="muted">${rating === 'pending' || cost === null ? t('costPending') : i18n.in(shared)('none')}</span>`;
}

/** Totals of the whole filter; amounts of different currencies stand side by side. */
export function callSums(host: PortalElement, summary: CallPage['summary'] | undefined, i18n: SharedLocalize): Sum[] {
  const { number } = i18n;
  const t = i18n.in(texts);
  if (!summary) return [];
  const sums: Sum[] = [
    [t('sumCount'), number(summary.count)],
    [t('sumAnswered'), number(summary.answered)],
    [t('sumBilled'), callDuration(summary.billedSeconds, i18n)],
  ];
  return host.hides('calls.cost') ? sums : [...sums, [t('sumCost'), summary.cost]];
}

type CallQuery = NonNullable<operations['listCalls']['parameters']['query']>;

/** Names in the query of a call list. */
export const callFilters = ['q', 'period', 'from', 'to', 'direction', 'result', 'minDuration', 'minCost'] as const;

/** The query for the server: the period as instants, and nothing about costs where they are kept from the person. */
export function callQuery({ period = '', from = '', to = '', ...query }: Query, timeZone: string, hidesCost: boolean): CallQuery {
  const { sort = '', minDuration = '', minCost = '', ...others } = query;
  return {
    ...others,
    ...instantsOf(periodOf({ period, from, to }, timeZone, Date.now()), timeZone),
    sort: (hidesCost && sort.endsWith('cost') ? '-startedAt' : sort) as '-startedAt',
    ...(/^\d{1,9}$/.test(minDuration) && { minDuration: Number(minDuration) }),
    ...(!hidesCost && /^\d+(\.\d+)?$/.test(minCost) && { minCost }),
  };
}
