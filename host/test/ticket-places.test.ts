import { postAsStaff, mergeTickets } from '../src/tickets/staff.js';
import { startHost } from './support/host.js';
import { keepsTickets, ticketPeople } from './support/ticket-place.js';

const host = await startHost();
const people = await ticketPeople(host);
const post = async (id: string, more: { text: string; hidden?: boolean; status?: string }) =>
  void (await postAsStaff(host.database, { ticketId: id, name: 'Nora Lind', isMailed: false, ...more }));

/** The host's own tables; `npm run test:rt` has the same of Request Tracker. */
keepsTickets(people, {
  answer: ({ id }, text) => post(id, { text }),
  note: ({ id }, text) => post(id, { text, hidden: true }),
  merge: (from, into) => mergeTickets(host.database, { from: from.id, into: into.id, name: 'Nora Lind' }),
  hold: ({ id }) => post(id, { text: 'We wait for a part.', status: 'on-hold' }),
  resolve: ({ id }) => post(id, { text: 'It is solved.', status: 'resolved' }),
});
