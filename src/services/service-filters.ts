import type { operations } from '../api/schema.js';
import type { ListController } from '../core/list-controller.js';
import type { ListToolbar } from '../ui/list-view.js';
import type { ServicePage, ServicesLocalize, ServiceSummary } from './service-parts.js';

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
