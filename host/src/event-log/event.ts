import type { Selectable } from 'kysely';
import type { components } from 'portal-elements/contract';
import type { CsvColumn } from '../http/files/csv.js';
import type { Owners } from '../http/ownership.js';
import { categoryLabel, kinds } from './kinds.js';
import type { EventTable } from './tables.js';

type Event = components['schemas']['Event'];
export type EventRow = Omit<Selectable<EventTable>, 'search'>;

/** The company's words for a kind. */
const kindLabel = ({ kind, label }: EventRow) => label ?? kinds[kind]?.label ?? kind;
const outcomeOf = ({ is_finished }: EventRow) => (is_finished ? 'done' : 'unknown');

const typeLabel = (type: string, owners: Owners) =>
  Object.values(owners).find(({ thing }) => thing?.type === type)?.thing?.typeLabel ?? type;

/** An event as the contract has it; `linked` names the things that the person may view. */
export function toEvent(row: EventRow, owners: Owners, linked: ReadonlySet<string>): Event {
  const { object_type: type, object_id: id } = row;
  return {
    id: row.id,
    at: row.at.toISOString(),
    kind: row.kind,
    kindLabel: kindLabel(row),
    category: row.category,
    categoryLabel: categoryLabel(row.category),
    actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
    object:
      type === null || id === null
        ? null
        : { type, typeLabel: typeLabel(type, owners), id, label: row.object_label ?? '', linked: linked.has(`${type}/${id}`) },
    address: row.address,
    device: row.device,
    outcome: outcomeOf(row),
  };
}

export const eventColumns = (owners: Owners): CsvColumn<EventRow>[] => [
  { title: 'Time', value: ({ at }) => at.toISOString() },
  { title: 'By', value: ({ actor_kind }) => actor_kind },
  { title: 'Who', value: ({ actor_name }) => actor_name },
  { title: 'Event', value: kindLabel },
  { title: 'Category', value: ({ category }) => categoryLabel(category) },
  { title: 'Type', value: ({ object_type }) => object_type && typeLabel(object_type, owners) },
  { title: 'Thing', kind: 'phone', value: ({ object_label }) => object_label },
  { title: 'Address', value: ({ address }) => address },
  { title: 'Device', value: ({ device }) => device },
  { title: 'Outcome', value: outcomeOf },
];
