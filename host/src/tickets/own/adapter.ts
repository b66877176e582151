import type { TicketDepartment, TicketPort, TicketViewer } from '../port.js';
import { addOwnCopy, closeOwn, rateOwn, removeOwnCopy, reopenOwn, replyToOwn } from './change.js';
import { priorities } from './describe.js';
import { allFoundOwn, searchOptionsOwn, searchOwn } from './find.js';
import { allOwn, listOwn } from './list.js';
import { openOwn } from './open.js';
import { fileOfOwn, readOwn } from './read.js';

/** Tickets in the host's own tables. */
export const ownTickets: TicketPort = {
  departments,
  priorities: () => Promise.resolve([...priorities]),
  async departmentOfDisputes(viewer) {
    const [id] = await viewer.database
      .selectFrom('ticket_departments')
      .select('id')
      .orderBy((is) => is('purpose', 'is not distinct from', 'billing'), 'desc')
      .orderBy('position')
      .limit(1)
      .execute();
    return id && (await departments(viewer)).find((each) => each.id === id.id);
  },
  list: listOwn,
  all: allOwn,
  search: searchOwn,
  allFound: allFoundOwn,
  searchOptions: searchOptionsOwn,
  read: readOwn,
  open: openOwn,
  opened: (_viewer, summary) => Promise.resolve(summary),
  reply: replyToOwn,
  close: closeOwn,
  reopen: reopenOwn,
  rate: rateOwn,
  addCopy: addOwnCopy,
  removeCopy: removeOwnCopy,
  file: fileOfOwn,
};

async function departments({ database }: TicketViewer): Promise<TicketDepartment[]> {
  const rows = await database.selectFrom('ticket_departments').selectAll().orderBy('position').execute();
  return rows.map(({ id, label, answer_hours, service_times, priorities: permitted, fields }) => ({
    id,
    label,
    expectation: { answerHours: answer_hours, serviceTimes: service_times },
    priorities: permitted,
    fields,
  }));
}
