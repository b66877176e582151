import { ownTickets } from '../own/adapter.js';
import type { TicketPort, TicketViewer } from '../port.js';
import { changes } from './actions.js';
import { conversation } from './conversation.js';
import type { RequestTrackerSettings } from './settings.js';
import { Sight } from './sight.js';

/**
 * Tickets in Request Tracker 5. What clients may see of them is copied into the host's own tables, from which it is shown; private comments
 * are never asked for. Before each answer the copy is brought up to date, and where that cannot be done the answer says of when it is.
 * Tickets that were in the host's own tables before stay there.
 */
export function requestTracker(settings: RequestTrackerSettings): TicketPort {
  const sight = new Sight(settings);
  return {
    ...ownTickets,
    ...lists(sight),
    ...conversation(sight),
    ...changes(sight),
    tellsCompany: true,
    departments: async (viewer) =>
      sight.clientOf(viewer) ? (await ownTickets.departments(viewer)).filter(({ id }) => settings.queues.has(id)) : [],
    async departmentOfDisputes(viewer) {
      const department = await ownTickets.departmentOfDisputes(viewer);
      return sight.clientOf(viewer) && department && settings.queues.has(department.id) ? department : undefined;
    },
    begin: (dependencies) => sight.begin(dependencies),
  };
}

function lists(sight: Sight): Pick<TicketPort, 'list' | 'all' | 'search' | 'allFound'> {
  /** Says of when what was found is. */
  const aged = async <Found extends { summary: object }>(viewer: TicketViewer, find: () => Promise<Found>): Promise<Found> => {
    const asOf = await sight.lookAtAll(viewer);
    const found = await find();
    return { ...found, summary: { ...found.summary, asOf } };
  };
  return {
    list: (viewer, filter, page) => aged(viewer, () => ownTickets.list(viewer, filter, page)),
    search: (viewer, filter, page) => aged(viewer, () => ownTickets.search(viewer, filter, page)),
    async *all(viewer, filter, sort) {
      await sight.lookAtAll(viewer);
      yield* ownTickets.all(viewer, filter, sort);
    },
    async *allFound(viewer, filter, sort) {
      await sight.lookAtAll(viewer);
      yield* ownTickets.allFound(viewer, filter, sort);
    },
  };
}
