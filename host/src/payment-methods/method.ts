import { sql, type RawBuilder, type SelectQueryBuilder } from 'kysely';
import type { components } from 'portal-elements/contract';
import type { CsvColumn } from '../http/files/csv.js';
import { etagOf } from '../http/etag.js';
import type { OperationContext } from '../http/operation.js';
import { company, companyToday } from '../company.js';
import { isPaidService } from './services.js';

export type PaymentMethod = components['schemas']['PaymentMethod'];

const typeLabels: Readonly<Record<string, string>> = { card: 'Card', 'bank-account': 'Bank account', agreement: 'Billing agreement' };
const statusLabels: Readonly<Record<string, string>> = {
  active: 'Active',
  expiring: 'Expires soon',
  expired: 'Expired',
  failed: 'Failed',
  'gateway-inactive': 'Not in use',
  'pending-verification': 'Being verified',
};

/** Statuses in which a method can be charged. */
export const usableStatuses: readonly string[] = ['active', 'expiring'];

/** The status as it is today: what is stored, and what time has made of it. */
export function statusOf(today = companyToday()): RawBuilder<string> {
  return sql<string>`case
    when status = 'pending-verification' and verified_from <= now() then 'active'
    when status <> 'active' then status
    when expires_on < ${today}::date then 'expired'
    when expires_on < ${today}::date + 60 then 'expiring'
    else 'active' end`;
}

/** The number of services named, of those that the person may see. */
const mostServices = 20;

/** The client's payment methods, each with its services and its mandate. */
export function selectMethods(context: OperationContext) {
  const { database, clientId, contractIds } = context;
  const paid = () => database.selectFrom('services').where('services.client_id', '=', clientId).where(isPaidService).where(isPaidWith);
  const seen = (): RawBuilder<boolean> => {
    if (!context.can('billing.services', 'view')) return sql<boolean>`false`;
    return contractIds ? sql<boolean>`services.contract_id = any(${[...contractIds]})` : sql<boolean>`true`;
  };
  return database
    .selectFrom('payment_methods')
    .leftJoin('sepa_mandates', 'sepa_mandates.reference', 'payment_methods.mandate_reference')
    .where('payment_methods.client_id', '=', clientId)
    .selectAll('payment_methods')
    .select((methods) => [
      statusOf().as('current_status'),
      'sepa_mandates.signed_on as mandate_signed_on',
      paid()
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('service_count'),
      methods
        .selectFrom(
          paid()
            .where(seen())
            .select(['services.id', sql<string>`coalesce(services.label, services.name)`.as('name')])
            .orderBy('name')
            .orderBy('services.id')
            .limit(mostServices)
            .as('seen'),
        )
        .select(
          sql<PaymentMethod['services']>`coalesce(json_agg(json_build_object('id', seen.id, 'name', seen.name)), '[]')`.as('services'),
        )
        .as('services'),
    ]);
}

/** Services that name this method, and those that name none when it is the default one. */
const isPaidWith = sql<boolean>`(services.payment_method_id = payment_methods.id or (services.payment_method_id is null and payment_methods.is_default))`;

export type MethodRow = ReturnType<typeof selectMethods> extends SelectQueryBuilder<infer _, infer __, infer Row> ? Row : never;

/** A payment method as the contract has it. */
export function describeMethod(row: MethodRow): PaymentMethod {
  const { current_status: status, mandate_reference: reference, mandate_signed_on: signedOn } = row;
  const usable = usableStatuses.includes(status);
  return {
    id: row.id,
    etag: etagOf(row),
    type: row.type,
    typeLabel: typeLabel(row),
    brand: row.brand,
    label: row.label,
    account: row.account,
    holder: row.holder,
    expiresOn: row.expires_on,
    isDefault: row.is_default,
    status,
    statusLabel: statusLabel(row),
    statusNote: status === row.status ? row.status_note : null,
    serviceCount: Number(row.service_count ?? 0),
    services: row.services ?? [],
    mandate: reference !== null && signedOn !== null ? { reference, signedOn, creditorId: company.creditorId } : null,
    billingAddress: row.billing_address,
    createdAt: row.created_at.toISOString(),
    allowedActions: [...(usable && !row.is_default ? ['set-default'] : []), 'update', 'delete'],
  };
}

const typeLabel = ({ type }: Pick<MethodRow, 'type'>) => typeLabels[type] ?? type;
const statusLabel = ({ current_status: status }: Pick<MethodRow, 'current_status'>) => statusLabels[status] ?? status;

export const methodColumns: CsvColumn<MethodRow>[] = [
  { title: 'Type', value: typeLabel },
  { title: 'Brand', value: ({ brand }) => brand },
  { title: 'Account', value: ({ account }) => account },
  { title: 'Label', value: ({ label }) => label },
  { title: 'Holder', value: ({ holder }) => holder },
  { title: 'Expires', value: ({ expires_on }) => expires_on },
  { title: 'Default', value: ({ is_default }) => (is_default ? 'yes' : 'no') },
  { title: 'Services', kind: 'number', value: ({ service_count }) => Number(service_count ?? 0) },
  { title: 'Status', value: statusLabel },
  { title: 'Mandate', value: ({ mandate_reference }) => mandate_reference },
  { title: 'Mandate signed', value: ({ mandate_signed_on }) => mandate_signed_on },
];
