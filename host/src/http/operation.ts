import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import type { operations } from 'portal-elements/contract';
import { can, hides, type Action, type Resource } from 'portal-elements/permissions.js';
import type { SecretBox } from '../database/secret-box.js';
import type { Database } from '../database/tables.js';
import type { AccountSettings } from '../configuration.js';
import type { PaymentProvider } from '../payment-provider/provider.js';
import { EventNote } from '../event-log/log.js';
import type { Caller } from '../session/sessions.js';
import type { Owners } from './ownership.js';

export type OperationId = keyof operations;

type Query<Id extends OperationId> = operations[Id]['parameters'] extends { query?: infer Q } ? NonNullable<Q> : object;
type Path<Id extends OperationId> = operations[Id]['parameters'] extends { path: infer P } ? P : object;
type Body<Id extends OperationId> = operations[Id] extends { requestBody: { content: { 'application/json': infer B } } } ? B : undefined;

/** The person who asks, their permissions, and the database. Made once a request, before the operation runs. */
export interface OperationContext {
  database: Kysely<Database>;
  /** The person who is signed in; nobody where the contract says `guest`. */
  caller: Caller | undefined;
  /** The client for whom the request is made; every query is limited to it. Empty, and so of no record, for a guest. */
  clientId: string;
  personId: string;
  /** The contracts to which the person is limited; undefined for no limit. A list of what belongs to contracts keeps to them. */
  contractIds: readonly string[] | undefined;
  settings: AccountSettings;
  /** Seals what the database is not to tell. */
  secretBox: SecretBox;
  payments: PaymentProvider;
  /** The tables in which the records of the contract are found. */
  owners: Owners;
  /** What becomes of this request in the event log. */
  event: EventNote;
  can(resource: Resource, action: Action): boolean;
  /** Tells whether a field such as `calls.cost` is kept from the person. */
  hides(field: string): boolean;
}

/** What every operation works with. */
export type Dependencies = Pick<OperationContext, 'database' | 'settings' | 'secretBox' | 'payments' | 'owners'>;

/** The context of what this person does. */
export function contextOf(caller: Caller | undefined, dependencies: Dependencies): OperationContext {
  return {
    ...dependencies,
    caller,
    clientId: caller?.client.id ?? '',
    personId: caller?.person.id ?? '',
    contractIds: caller?.contractIds,
    event: new EventNote(),
    can: (resource, action) => can(caller?.permissions, resource, action),
    hides: (field) => hides(caller?.permissions, field),
  };
}

export interface OperationRequest<Id extends OperationId> {
  query: Query<Id>;
  path: Path<Id>;
  body: Body<Id>;
  headers: FastifyRequest['headers'];
  /** The whole filter is wanted as CSV (`Accept: text/csv`). */
  wantsCsv: boolean;
  raw: FastifyRequest;
}

/**
 * The handler of one operation of the contract. The request has been validated and the permission checked before it runs.
 * Returns the body; status and headers other than 200 are set on `reply`. Errors are thrown as `Problem`.
 */
export type Operation<Id extends OperationId> = (
  context: OperationContext,
  request: OperationRequest<Id>,
  reply: FastifyReply,
) => Promise<unknown>;

/** A handler for every operation of the contract. */
export type Operations = { [Id in OperationId]: Operation<Id> };
