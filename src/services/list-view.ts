import { html, nothing, type TemplateResult } from 'lit';
import type { operations } from '../api/schema.js';
import type { ListController } from '../core/list-controller.js';
import type { LocalizeController } from '../core/localize-controller.js';
import { itemLink } from '../ui/links.js';
import type { ListToolbar } from '../ui/list-view.js';
import {
  nextDay,
  nextInvoice,
  priceText,
  serviceName,
  serviceStatus,
  serviceType,
  yearlyText,
  type ServicePage,
  type ServiceSummary,
} from './service.js';
import type { services } from './texts/services.js';

type ServicesLocalize = LocalizeController<typeof services.english>;
type Query = NonNullable<operations['listServices']['parameters']['query']>;

const types = ['hosting', 'server', 'serverhousing', 'domain', 'certificate', 'mail', 'voip', 'line', 'backup', 'licence', 'ip-addresses'];
const statuses = ['pending', 'provisioning', 'active', 'suspended', 'cancel-pending', 'cancelled', 'expired', 'failed'];
const days = [7, 30, 90, 365];

/** The query as the contract has it: what has ended is left out unless a status is chosen, or all. */
export function askedServices({ status = 'current', renewingWithin, ...others }: Record<string, string>): Query {
  const within = Number(renewingWithin || NaN);
  return {
    ...(others as Query),
    ...(status !== 'all' && { status }),
    ...(Number.isInteger(within) && within >= 0 && { renewingWithin: within }),
  };
}

/** Search, type, status, and how soon a service renews or ends. */
export function serviceFilters(
  { search, choice }: ListToolbar,
  list: ListController<ServiceSummary, ServicePage>,
  i18n: ServicesLocalize,
): unknown[] {
  const { t } = i18n;
  const words = (name: string, values: readonly string[]) => values.map((value) => [value, i18n.label(`${name}-${value}`, value)] as const);
  return [
    search(list, t('search')),
    choice(list, 'type', t('type'), [['', t('all')], ...words('type', types)]),
    choice(list, 'status', t('status'), [['', t('current')], ['all', t('all')], ...words('status', statuses)]),
    choice(list, 'renewingWithin', t('within'), [
      ['', t('anyTime')],
      ...days.map((count) => [String(count), t('withinDays', count)] as const),
    ]),
  ];
}

interface RowOptions {
  itemHref: string | undefined;
  hidesPrice: boolean;
  open: () => void;
}

/** One service as a row. */
export function serviceRow(service: ServiceSummary, i18n: ServicesLocalize, { itemHref, hidesPrice, open }: RowOptions): TemplateResult {
  const { t } = i18n;
  const { id, number, name, label, identifier, price, statusReason } = service;
  return html`<tr role="row" part="row">
    <th role="rowheader" scope="row" class="subject">
      ${itemLink(itemHref, id, serviceName(service, i18n), open)}
      ${label && name ? html`<small class="muted"><bdi .textContent=${name}></bdi></small>` : nothing}
    </th>
    <td role="cell" data-label=${t('number')}><bdi .textContent=${number || t('none')}></bdi></td>
    <td role="cell" data-label=${t('type')} .textContent=${serviceType(service, i18n)}></td>
    <td role="cell" data-label=${t('identifier')}><bdi .textContent=${identifier || t('none')}></bdi></td>
    ${
      hidesPrice
        ? nothing
        : html`<td role="cell" class="end" data-label=${t('price')}>
            <span class="two">${priceText(price, i18n)} <small class="muted">${yearlyText(service, i18n)}</small></span>
          </td>`
    }
    <td role="cell" data-label=${t('next')}>
      <span class="two">${nextDay(service, i18n)} <small class="muted">${nextInvoice(service, i18n)}</small></span>
    </td>
    <td role="cell" data-label=${t('status')}>
      <span class="two"
        >${serviceStatus(service, i18n)}
        ${statusReason ? html`<small class="muted reason"><bdi>${statusReason}</bdi></small>` : nothing}</span
      >
    </td>
  </tr>`;
}
