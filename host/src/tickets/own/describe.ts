import type { components } from 'portal-elements/contract';
import { etagOfState } from '../../http/etag.js';
import type { TicketSummary, TicketViewer } from '../port.js';
import { mayChange, seesThings } from '../rights.js';
import type { TicketRow } from './scope.js';

type Thing = components['schemas']['TicketThing'];

const statusLabels: Readonly<Record<string, string>> = {
  open: 'Open',
  'waiting-for-support': 'Waiting for us',
  'waiting-for-client': 'Waiting for you',
  'on-hold': 'On hold',
  resolved: 'Resolved',
  closed: 'Closed',
  merged: 'Merged',
};

/** The priorities, the lowest first. */
export const priorities = [
  { id: 'low', label: 'Low' },
  { id: 'normal', label: 'Normal' },
  { id: 'high', label: 'High' },
  { id: 'urgent', label: 'Urgent' },
] as const;

const reopenDays = 14;

/** The time until which a ticket can be opened again. */
export function reopenUntil({ state_group, closed_at }: Pick<TicketRow, 'state_group' | 'closed_at'>, now = Date.now()): Date | null {
  if (state_group !== 'closed' || !closed_at) return null;
  const until = new Date(closed_at.getTime() + reopenDays * 86_400_000);
  return until.getTime() > now ? until : null;
}

/** The version of what clients edit in place. */
export const ratingEtag = ({ rating, rating_words }: Pick<TicketRow, 'rating' | 'rating_words'>): string =>
  etagOfState([rating, rating_words]);

/** The number as people read it. One below zero stands for none yet, while a ticket waits to be opened elsewhere. */
export const shownNumber = ({ number }: Pick<TicketRow, 'number'>): string => (number > 0 ? String(number) : '—');

/** A ticket as lists have it. */
export function summaryOf(row: TicketRow, viewer: TicketViewer): TicketSummary {
  return {
    id: row.id,
    number: shownNumber(row),
    subject: row.subject,
    department: { id: row.department_id, label: row.department_label },
    thing: thingOf(row, viewer),
    status: row.status,
    statusLabel: statusLabels[row.status] ?? row.status,
    group: row.state_group === 'merged' ? 'closed' : row.state_group,
    priority: row.priority,
    priorityLabel: priorities.find(({ id }) => id === row.priority)?.label ?? row.priority,
    mine: row.mine,
    openedBy: row.opened_by_name,
    createdAt: row.created_at.toISOString(),
    lastActivityAt: row.last_activity_at.toISOString(),
    lastReply: row.last_reply_at && {
      at: row.last_reply_at.toISOString(),
      by: { kind: row.last_reply_kind ?? 'system', name: row.last_reply_name ?? '' },
    },
  };
}

/** The thing, for who may see things of its kind, and of its contract. */
function thingOf({ thing_kind, thing_id, thing_label, contract_id }: TicketRow, viewer: TicketViewer): Thing | null {
  if (thing_kind === null || thing_id === null || !seesThings(viewer, thing_kind)) return null;
  if (viewer.contractIds && !(contract_id !== null && viewer.contractIds.includes(contract_id))) return null;
  return { kind: thing_kind, id: thing_id, label: thing_label ?? thing_id };
}

/** The actions that the state of the ticket and the person's permissions allow. */
export function actionsOf(row: TicketRow, viewer: TicketViewer): string[] {
  if (row.status === 'merged' || !mayChange(viewer, row.mine)) return [];
  const over = row.state_group === 'closed';
  const actions: Record<string, boolean> = {
    reply: row.status !== 'closed',
    close: !over,
    reopen: over && reopenUntil(row) !== null,
    copy: !over,
    rate: over,
  };
  return Object.keys(actions).filter((action) => actions[action]);
}
