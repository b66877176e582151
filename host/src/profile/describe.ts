import { sql } from 'kysely';
import type { OperationContext } from '../http/operation.js';
import { isPositive, money } from '../http/money.js';
import { findSecondFactor } from '../session/account/second-factor.js';
import { roleLabel } from '../contacts/roles.js';
import { companyToday } from '../company.js';
import { isVisible, overdue } from '../invoices/filter.js';
import { customFields, fieldsOf, type Profile, type TextField } from './fields.js';
import { profileEtag, textOf, type StoredProfile } from './stored.js';

const kindLabels: Readonly<Record<string, string>> = { company: 'Company', person: 'Person' };
const shownContacts = 5;

/** The profile as the contract has it, without what the person may not see. */
export async function describeProfile(context: OperationContext, stored: StoredProfile): Promise<Profile> {
  const mayUpdate = context.can('profile.view', 'update');
  const { client, kind, texts } = stored;
  return {
    etag: profileEtag(stored),
    clientNumber: client.number,
    contractNumber: await firstContract(context),
    type: kind,
    typeLabel: kindLabels[kind] ?? kind,
    ...texts,
    company: textOf(stored, 'company'),
    addressLines: stored.addressLines,
    timeZone: client.time_zone,
    currency: client.currency,
    fields: fieldsOf(kind, mayUpdate),
    customFields: customFields.map((field) => ({
      ...field,
      editable: field.editable && mayUpdate,
      value: stored.customFields[field.key] ?? null,
    })),
    pendingChanges: stored.pending.map(({ field, new_value, requested_at, requested_by }) => ({
      field,
      oldValue: textOf(stored, field as TextField),
      newValue: new_value,
      requestedAt: requested_at.toISOString(),
      requestedBy: requested_by,
    })),
    authentication: await authentication(context),
    ...(context.can('billing.invoices', 'view') && { billing: await billing(context) }),
    ...(context.can('profile.contacts', 'view') && { contacts: await contacts(context) }),
  };
}

/** The contracts in force that the person may know of. */
function contractsInForce({ database, clientId, contractIds }: OperationContext) {
  const active = database.selectFrom('contracts').where('client_id', '=', clientId).where('status', '=', 'active');
  return contractIds ? active.where('id', 'in', [...contractIds, '']) : active;
}

async function firstContract(context: OperationContext): Promise<string | null> {
  const first = await contractsInForce(context).select('number').orderBy('starts_on').orderBy('number').limit(1).executeTakeFirst();
  return first?.number ?? null;
}

async function authentication(context: OperationContext): Promise<Profile['authentication']> {
  const { database, personId, settings } = context;
  const person = await database
    .selectFrom('people')
    .select(['password_changed_at', 'password_managed_at'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  const { sessions } = await database
    .selectFrom('sessions')
    .where('person_id', '=', personId)
    .where('expires_at', '>', sql<Date>`now()`)
    .select(({ fn }) => fn.countAll<number>().as('sessions'))
    .executeTakeFirstOrThrow();
  const factor = await findSecondFactor(database, personId);
  return {
    ...(context.can('profile.change-password', 'view') && {
      passwordManaged: person.password_managed_at === null ? 'here' : 'elsewhere',
      passwordChangedAt: person.password_changed_at?.toISOString() ?? null,
    }),
    secondFactor: factor?.confirmed_at != null,
    secondFactorRequired: settings.secondFactorRequired,
    sessions,
  };
}

async function billing(context: OperationContext): Promise<NonNullable<Profile['billing']>> {
  const today = companyToday();
  const due = overdue(today);
  const sums = await context.database
    .selectFrom('invoices')
    .where(isVisible(context))
    .select([
      'currency',
      sql<string>`coalesce(sum(open) filter (where type <> 'proforma'), 0)`.as('balance'),
      sql<string>`coalesce(sum(open) filter (where open > 0), 0)`.as('open'),
      sql<string>`coalesce(sum(open) filter (where ${due}), 0)`.as('overdue'),
      sql<number>`count(*) filter (where open > 0)`.as('openCount'),
      sql<number>`count(*) filter (where ${due})`.as('overdueCount'),
    ])
    .groupBy('currency')
    .orderBy('currency')
    .execute();
  const owed = (sum: 'open' | 'overdue') => sums.filter((row) => isPositive(row[sum])).map((row) => money(row[sum], row.currency));
  const count = (name: 'openCount' | 'overdueCount') => sums.reduce((total, row) => total + row[name], 0);
  const next = await contractsInForce(context)
    .where('renews_on', '>=', today)
    .select(({ fn }) => fn.min('renews_on').as('on'))
    .executeTakeFirst();
  return {
    balance: sums.map(({ balance, currency }) => money(balance, currency)),
    open: owed('open'),
    overdue: owed('overdue'),
    openCount: count('openCount'),
    overdueCount: count('overdueCount'),
    nextInvoiceOn: next?.on ?? null,
  };
}

async function contacts({ database, clientId }: OperationContext): Promise<NonNullable<Profile['contacts']>> {
  const active = database
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.person_id')
    .where('memberships.client_id', '=', clientId)
    .where('memberships.status', '=', 'active');
  const items = await active
    .select(['memberships.id', 'people.name', 'people.email', 'memberships.title', 'memberships.phone', 'memberships.role'])
    .orderBy('people.name')
    .orderBy('memberships.id')
    .limit(shownContacts)
    .execute();
  const { total } = await active.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { items: items.map(({ role, ...contact }) => ({ ...contact, roleLabel: roleLabel(role) })), total };
}
