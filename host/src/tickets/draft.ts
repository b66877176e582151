import type { components } from 'portal-elements/contract';
import { Problem } from '../http/problem.js';
import { colleaguesOf } from './colleagues.js';
import { maxCopies } from './files.js';
import { tickets, type AttachedThing, type TicketDepartment, type TicketDraft, type TicketFact, type TicketViewer } from './port.js';
import { findThing } from './things.js';

type NewTicket = components['schemas']['NewTicket'];
type Fault = NonNullable<components['schemas']['Problem']['errors']>[number];
type Field = TicketDepartment['fields'][number];

const fault = (pointer: string, code: string, detail: string): Fault => ({ pointer, code, detail });

/** What the person has filled in, as a ticket; throws 422 where it names what there is not. */
export async function draftOf(viewer: TicketViewer, given: NewTicket): Promise<TicketDraft> {
  const department = (await tickets.departments(viewer)).find(({ id }) => id === given.department);
  const { priority = 'normal', copies = [], fileIds = [] } = given;
  const thing = given.thing ? await findThing(viewer, given.thing.kind, given.thing.id) : null;
  const faults = [
    ...(department
      ? departmentFaults(department, given, priority)
      : [fault('/department', 'unknown-department', 'There is no such department.')]),
    ...(thing === undefined ? [fault('/thing', 'unknown-thing', 'There is no such thing.')] : []),
    ...(await copyFaults(viewer, copies)),
  ];
  if (faults.length > 0) throw new Problem(422, 'Some fields need another look', { errors: faults });
  return {
    department: given.department,
    subject: given.subject,
    text: given.text,
    priority,
    thing: thing as AttachedThing | null,
    copies: copies.filter((id) => id !== viewer.caller?.membershipId),
    facts: factsOf(department!, given.fields ?? {}),
    fileIds,
  };
}

function departmentFaults({ priorities, fields }: TicketDepartment, given: NewTicket, priority: string): Fault[] {
  const unknown = priorities.includes(priority) ? [] : [fault('/priority', 'priority', 'The department does not take this priority.')];
  return [...unknown, ...fields.flatMap((field) => fieldFault(field, given.fields?.[field.id]?.trim() ?? ''))];
}

function fieldFault({ id, kind, required, choices }: Field, value: string): Fault[] {
  const pointer = `/fields/${id}`;
  if (value === '') return required ? [fault(pointer, 'required', 'Please fill this in.')] : [];
  const taken = kind === 'choice' ? choices : kind === 'yes-no' ? ['yes', 'no'] : [value];
  return taken.includes(value) ? [] : [fault(pointer, 'choice', 'This is not one of the choices.')];
}

/** What the department asked for and was told; what it did not ask for is left out. */
const factsOf = ({ fields }: TicketDepartment, values: Record<string, string>): TicketFact[] =>
  fields.map(({ id, label, kind }) => ({ label, kind, value: values[id]?.trim() ?? '' })).filter(({ value }) => value !== '');

async function copyFaults(viewer: TicketViewer, copies: readonly string[]): Promise<Fault[]> {
  if (copies.length === 0) return [];
  if (copies.length > maxCopies) return [fault('/copies', 'too-many-copies', `At most ${maxCopies} people can be in copy.`)];
  const known = new Set((await colleaguesOf(viewer)).map(({ id }) => id));
  return copies.flatMap((id, index) =>
    known.has(id) || id === viewer.caller?.membershipId ? [] : [fault(`/copies/${index}`, 'unknown-person', 'There is no such person.')],
  );
}
