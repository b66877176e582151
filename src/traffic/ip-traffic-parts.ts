import { html, nothing, type TemplateResult } from 'lit';
import type { components, operations } from '../api/schema.js';
import type { LocalizeController } from '../core/localize-controller.js';
import type { Query } from '../core/list-query.js';
import type { traffic } from './texts/traffic.js';
import { periodQuery } from './traffic-period.js';

export type IpTraffic = components['schemas']['IpTraffic'];
export type IpTrafficPage = components['schemas']['IpTrafficPage'];
export type IpTrafficLocalize = LocalizeController<typeof traffic.english>;
type IpTrafficQuery = NonNullable<operations['listIpTraffic']['parameters']['query']>;

/** What may stand in the query of the list. */
export const ipTrafficFilters = ['q', 'period', 'from', 'to', 'family', 'minBytes', 'groupBy'] as const;

/** What the server is asked; what it could not understand is left out. */
export function ipTrafficQuery({ period = '', from = '', to = '', family, minBytes, groupBy, ...others }: Query): IpTrafficQuery {
  return {
    ...others,
    ...periodQuery({ period, from, to }),
    ...(/^[46]$/.test(family ?? '') && { family: Number(family) as 4 }),
    ...(/^\d{1,18}$/.test(minBytes ?? '') && { minBytes }),
    ...(groupBy === 'subnet' && { groupBy }),
  };
}

export const isUnattributed = ({ kind }: IpTraffic): boolean => kind === 'unattributed';

/** What a row is about in one text. */
export const sourceName = ({ address, id }: Pick<IpTraffic, 'address' | 'id' | 'kind'>, { t }: IpTrafficLocalize): string =>
  address || (id === 'unattributed' ? t('unattributed') : id || t('unlabelled'));

/** Who has the address; why there is traffic that belongs to none. */
export function sourceLabel(row: IpTraffic, { t }: IpTrafficLocalize): TemplateResult {
  const { label, device, addressCount } = row;
  if (isUnattributed(row))
    return html`<small class="muted">${t(row.sum?.startsWith('-') ? 'unattributedLess' : 'unattributedMore')}</small>`;
  return html`<span class="label-of">
    <bdi .textContent=${label || device || t('none')}></bdi>
    ${label && device ? html`<small class="muted"><bdi .textContent=${device}></bdi></small>` : nothing}
    ${addressCount ? html`<small class="muted">${t('addresses', addressCount)}</small>` : nothing}
  </span>`;
}
