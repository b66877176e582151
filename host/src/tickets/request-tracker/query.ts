/** A value in TicketSQL. Backslashes first: those that are put before quotes must stay single. */
export const literal = (value: string): string => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/** That a field has one of these values, each a number or a literal; TicketSQL has no `IN`. */
export const anyOf = (field: string, values: readonly (string | number)[]): string =>
  `(${values.map((value) => `${field} = ${value}`).join(' OR ')})`;

/** Names that can stand in braces. */
export const fieldName = /^[^{}'"\\]+$/;

/**
 * The tickets of a client, and of these what `rest` says: each query for tickets begins with this. The group is compared as a number,
 * as names are compared without regard to case. What clients type is never part of a query.
 */
export const ticketsOfClient = (
  { companyRole, queues }: { companyRole: string; queues: ReadonlyMap<string, string> },
  group: number,
  rest?: string,
): string =>
  [
    `('CustomRole.{${companyRole}}.id' = ${group})`,
    anyOf('Queue', [...queues.values()].map(literal)),
    ...(rest === undefined ? [] : [`(${rest})`]),
  ].join(' AND ');

/** What has been written or changed in tickets for clients to see. Private comments are never asked for. */
export const seenTransactions = (numbers: readonly number[]): string =>
  `ObjectType = 'RT::Ticket' AND ${anyOf('ObjectId', numbers)} AND ${anyOf('Type', seenTypes.map(literal))}`;

export const seenTypes = ['Create', 'Correspond', 'Status'];
