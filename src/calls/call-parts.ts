import { html, nothing, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import type { LocalizeController } from '../core/localize-controller.js';
import type { PortalElement } from '../core/portal-element.js';
import type { calls } from './texts/calls.js';
import type { Sum } from '../ui/list-view.js';
import { badge, type Tone } from '../ui/badge.js';

export type Call = components['schemas']['Call'];
export type CallLeg = components['schemas']['CallLeg'];
export type CallPage = components['schemas']['CallPage'];
type CallParty = components['schemas']['CallParty'];
export type CallLocalize = LocalizeController<typeof calls.english>;

const tones: Record<string, Tone> = { answered: 'success', voicemail: 'info', failed: 'danger', congestion: 'danger' };

/** What became of a call; a result that is not known to this release is shown in the company's own word. */
export function callResult({ result, resultLabel }: Call | CallLeg, i18n: CallLocalize): TemplateResult {
  const tone = Object.hasOwn(tones, result) ? tones[result]! : 'neutral';
  return badge(tone, i18n.label(`result-${result}`, resultLabel || result || i18n.t('none')));
}

export const callDirection = ({ direction }: Call, i18n: CallLocalize): string =>
  i18n.label(`direction-${direction}`, direction || i18n.t('none'));

/** A number as it was sent; a link only where it can be dialled from anywhere (E.164). */
export function phoneNumber(number: string): TemplateResult {
  return /^\+[1-9]\d{6,14}$/.test(number)
    ? html`<a class="link" href="tel:${number}"><bdi .textContent=${number}></bdi></a>`
    : html`<bdi .textContent=${number}></bdi>`;
}

/** One end of a call: name, number, extension. */
export function callParty(party: CallParty | undefined, i18n: CallLocalize): TemplateResult {
  const { t } = i18n;
  if (!party) return html`${t('none')}`;
  const { name, number, extension } = party;
  return html`<span class="party">
    ${name ? html`<bdi .textContent=${name}></bdi>` : nothing}
    <span class=${name ? 'muted' : ''}>
      ${number ? phoneNumber(number) : html`<span class="muted">${t('withheld')}</span>`}
      ${extension && extension !== number ? html`<small class="muted">${t('extension', extension)}</small>` : nothing}
    </span>
  </span>`;
}

/** What a call cost, in full; while it is not rated, that. */
export function callCost({ cost, rating }: Call, i18n: CallLocalize): TemplateResult {
  if (rating === 'free' || rating === 'included') return html`<span class="muted">${i18n.t(`rating-${rating}`)}</span>`;
  if (cost) return html`${i18n.money(cost)}`;
  return html`<span class="muted">${i18n.t(rating === 'pending' || cost === null ? 'costPending' : 'none')}</span>`;
}

/** Totals of the whole filter; amounts of different currencies stand side by side. */
export function callSums(host: PortalElement, summary: CallPage['summary'] | undefined, i18n: CallLocalize): Sum[] {
  const { t, number, duration } = i18n;
  if (!summary) return [];
  const sums: Sum[] = [
    [t('sumCount'), number(summary.count)],
    [t('sumAnswered'), number(summary.answered)],
    [t('sumBilled'), duration(summary.billedSeconds)],
  ];
  return host.hides('calls.cost') ? sums : [...sums, [t('sumCost'), summary.cost]];
}
