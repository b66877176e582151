import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely';
import { resources } from 'portal-elements/permissions.js';
import type { Database } from '../database/tables.js';
import { oldest } from '../database/retention.js';
import { withinContracts, type Viewer } from '../event-log/visible.js';
import { signedIn } from '../session/operations.js';
import type { OperationContext } from '../http/operation.js';
import { accountKind, ticketKind } from './kinds.js';

type Condition = (is: ExpressionBuilder<Database, 'mails'>) => Expression<SqlBool>;

/** A contact who wants to know of the client's mail. */
type MailViewer = Viewer & { membershipId: string };

/**
 * The client's mail that the person may know of, as a condition on the table `mails`: about what they may view and what belongs to
 * their contracts. What concerns their own account they may know of in any case, and of tickets what was mailed to them.
 */
export async function mayKnow(viewer: MailViewer): Promise<Condition> {
  const { clientId, membershipId, can } = viewer;
  const viewable = resources.filter((resource) => can(resource, 'view'));
  const within = await withinContracts(viewer);
  return (is) => {
    const own = is('membership_id', '=', membershipId);
    return is.and([
      is('client_id', '=', clientId),
      is.or([
        is.and([sql<boolean>`resource = any(${[...viewable]}::text[])`, within]),
        is.and([own, is('kind', 'in', can('support.tickets', 'view') ? [accountKind, ticketKind] : [accountKind])]),
      ]),
    ]);
  };
}

/** The mail that the person who asks may know of, and that is still kept. */
export async function visibleTo(context: OperationContext): Promise<Condition> {
  const known = await mayKnow({ ...context, membershipId: signedIn(context).membershipId });
  return (is) => is.and([known(is), is('at', '>=', oldest(context.settings.mailLogDays))]);
}
