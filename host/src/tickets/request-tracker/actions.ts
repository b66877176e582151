import { Problem } from '../../http/problem.js';
import { normalEmail } from '../../session/email.js';
import { ownTickets } from '../own/adapter.js';
import { changing, newCopy } from '../own/change.js';
import { reopenUntil } from '../own/describe.js';
import { authorOf, insertPost } from '../own/write.js';
import type { TicketPort, TicketViewer } from '../port.js';
import type { Person } from './answers.js';
import { notTaken } from './unreachable.js';
import { addressesOf } from './send.js';
import type { Sight } from './sight.js';

/** Changes that Request Tracker has to take at once. After each the ticket is read again, as it does not say which it has taken. */
export function changes(sight: Sight): Pick<TicketPort, 'close' | 'reopen' | 'addCopy' | 'removeCopy'> {
  return {
    close: (viewer, id) => move(sight, viewer, id, 'close'),
    reopen: (viewer, id) => move(sight, viewer, id, 'reopen'),

    async addCopy(viewer, id, contactId) {
      const seen = await sight.lookAt(viewer, id);
      if (!seen.tracked) return await ownTickets.addCopy(viewer, id, contactId);
      const added = await changing(viewer, id, (transaction, row) => newCopy(viewer, transaction, row, contactId));
      if (!added) return;
      await sight.changeCopies(viewer, sight.require(seen), (people) => [...people.map(nameOf), added.email]);
      await changing(viewer, id, async (transaction) => {
        const parties = await addressesOf(transaction, id);
        if (!parties.some((each) => each.id === contactId)) throw notTaken();
        await insertPost(transaction, { ticket_id: id, ...authorOf(viewer), event: 'copied', text: added.name });
      });
    },

    async removeCopy(viewer, id, contactId) {
      const seen = await sight.lookAt(viewer, id);
      if (!seen.tracked) return await ownTickets.removeCopy(viewer, id, contactId);
      const copies = await changing(viewer, id, (transaction) => addressesOf(transaction, id));
      const removed = copies.find((each) => each.id === contactId && each.role === 'copy');
      if (!removed) return;
      const isOther = ({ EmailAddress }: Person) => normalEmail(EmailAddress) !== normalEmail(removed.email);
      await sight.changeCopies(viewer, sight.require(seen), (people) => people.filter(isOther).map(nameOf));
      if ((await addressesOf(viewer.database, id)).some((each) => each.id === contactId)) throw notTaken();
    },
  };
}

/** A person as Request Tracker takes it; groups have no address. */
const nameOf = ({ EmailAddress, Name }: Person) => EmailAddress || Name;

/** Closes a ticket or opens it again, as far as the person may. */
async function move(sight: Sight, viewer: TicketViewer, id: string, what: 'close' | 'reopen'): Promise<void> {
  const seen = await sight.lookAt(viewer, id);
  if (!seen.tracked) return await ownTickets[what](viewer, id);
  const isWanted = (state: string) => (state === 'closed') === (what === 'close');
  const isDone = await changing(viewer, id, (_transaction, row) => {
    if (what === 'reopen' && row.state_group === 'closed' && !reopenUntil(row))
      throw new Problem(409, 'This ticket cannot be opened again', { type: 'too-late' });
    return Promise.resolve(isWanted(row.state_group));
  });
  if (isDone) return;
  const number = sight.require(seen);
  await sight.change(number, { Status: what === 'close' ? 'resolved' : 'open' });
  await sight.lookAgain(viewer, number, authorOf(viewer));
  const { state_group } = await changing(viewer, id, (_transaction, row) => Promise.resolve(row));
  if (!isWanted(state_group)) throw notTaken();
}
