import { html, nothing, type TemplateResult } from 'lit';
import type { components, operations } from '../api/schema.js';
import type { SharedLocalize } from '../core/localize-controller.js';
import { shared } from '../i18n/texts/shared.js';
import type { Query } from '../core/loading/list-query.js';
import { traffic as texts } from './texts/traffic.js';
import { periodQuery } from './traffic.js';

export type IpTraffic = components['schemas']['IpTraffic'];
export type IpTrafficPage = components['schemas']['IpTrafficPage'];
type IpTrafficQuery = NonNullable<operations['listIpTraffic']['parameters']['query']>;

/** Names in the query of the list. */
export const ipTrafficFilters = ['q', 'period', 'from', 'to', 'family', 'minBytes', 'groupBy'] as const;

/** The query for the server, without what it could not understand. */
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

/** The name of a row. */
export const sourceName = ({ address, id }: Pick<IpTraffic, 'address' | 'id' | 'kind'>, i18n: SharedLocalize): string =>
  address || (id === 'unattributed' ? i18n.in(texts)('unattributed') : id || i18n.in(shared)('unlabelled'));

/** The owner of the address, or why there is traffic that belongs to none. */
export function sourceLabel(row: IpTraffic, i18n: SharedLocalize): TemplateResult {
  const t = i18n.in(texts);
  const { label, device, addressCount } = row;
  if (isUnattributed(row))
    return html`<small class="muted">${t(row.sum?.startsWith('-') ? 'unattributedLess' : 'unattributedMore')}</small>`;
  return html`<span class="label-of">
    <bdi .textContent=${label || device || i18n.in(shared)('none')}></bdi>
    ${label && device ? html`<small class="muted"><bdi .textContent=${device}></bdi></small>` : nothing}
    ${addressCount ? html`<small class="muted">${t('addresses', addressCount)}</small>` : nothing}
  </span>`;
}
