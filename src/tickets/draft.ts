import type { components } from '../api/schema.js';
import { withSignature, type TicketDepartment, type TicketOptions } from './ticket.js';

export type NewTicket = components['schemas']['NewTicket'];

/** A new ticket before anybody has typed. */
export const blank = {
  department: '',
  subject: '',
  text: '',
  priority: '',
  thing: '',
  copies: [] as readonly string[],
  files: '',
  isSigned: true as boolean,
};

/** `files` stands for the uploads, `field-…` for what the department asks. */
export type Draft = typeof blank & Record<`field-${string}`, string | boolean>;

/** The value of a thing in the choice of things. */
export const keyOf = ({ kind, id }: { kind: string; id: string }): string => `${kind} ${id}`;

/** Empty answers to all that departments ask. */
export function blankFields(options: TicketOptions | undefined): Record<`field-${string}`, string | boolean> {
  const fields = options?.departments.flatMap(({ fields: asked }) => asked) ?? [];
  return Object.fromEntries(fields.map(({ id, kind }) => [`field-${id}`, kind === 'yes-no' ? false : '']));
}

/** The chosen priority, where the department takes it; else the usual one. */
export function priorityOf({ priority }: Draft, department: TicketDepartment | undefined): string {
  const permitted = department?.priorities ?? [];
  return [priority, 'normal', permitted[0]].find((each) => each !== undefined && permitted.includes(each)) ?? 'normal';
}

/** The request for what was typed. */
export function bodyOf(draft: Draft, chosen: TicketDepartment | undefined, preferences: TicketOptions['preferences']): NewTicket {
  const { department, subject, text, copies } = draft;
  const fields = (chosen?.fields ?? []).map(({ id, kind }) => {
    const value = draft[`field-${id}`];
    return [id, kind === 'yes-no' ? (value ? 'yes' : 'no') : String(value).trim()] as const;
  });
  return {
    department,
    subject,
    text: withSignature(text, preferences, draft.isSigned),
    priority: priorityOf(draft, chosen),
    copies: [...copies],
    fields: Object.fromEntries(fields.filter(([, value]) => value)),
  };
}
