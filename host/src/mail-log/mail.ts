import type { Selectable } from 'kysely';
import type { components } from 'portal-elements/contract';
import { company } from '../company.js';
import type { CsvColumn } from '../http/files/csv.js';
import type { Owners } from '../http/ownership.js';
import { mailKindLabel } from './kinds.js';
import { mailStateLabel } from './states.js';
import type { MailStepTable, MailTable } from './tables.js';

type Mail = components['schemas']['Mail'];
type MailSummary = components['schemas']['MailSummary'];

/** The columns of a list. */
export const listed = [
  'id', 'client_id', 'at', 'membership_id', 'name', 'address', 'kind', 'resource', 'subject', 'is_copy', 'state', 'state_at', 'reason',
  'object_type', 'object_id',
] as const; // prettier-ignore

export type MailRow = Pick<Selectable<MailTable>, (typeof listed)[number]>;
export type WholeMailRow = Omit<Selectable<MailTable>, 'search'>;

/** A mail as the list has it. */
export function summaryOf(row: MailRow): MailSummary {
  return {
    id: row.id,
    at: row.at.toISOString(),
    subject: row.subject,
    to: { contactId: row.membership_id, name: row.name, address: row.address },
    kind: row.kind,
    kindLabel: mailKindLabel(row.kind),
    state: row.state,
    stateLabel: mailStateLabel(row.state),
    stateAt: row.state_at.toISOString(),
    reason: row.reason,
    isCopy: row.is_copy,
  };
}

interface Parts {
  attachments: Mail['attachments'];
  steps: readonly Pick<Selectable<MailStepTable>, 'at' | 'state' | 'reason' | 'server'>[];
  owners: Owners;
  /** The person may open what it is about. */
  linked: boolean;
  /** The person may have it sent again. */
  maySend: boolean;
}

/** A mail as the contract has it. */
export function toMail(row: WholeMailRow, { attachments, steps, owners, linked, maySend }: Parts): Mail {
  const { object_type: type, object_id: id, object_label: label } = row;
  const typeLabel = Object.values(owners).find(({ thing }) => thing?.type === type)?.thing?.typeLabel ?? type ?? '';
  const step = (at: Date, state: string, reason: string | null, server: string | null) => ({
    at: at.toISOString(),
    state,
    stateLabel: mailStateLabel(state),
    reason,
    server,
  });
  return {
    ...summaryOf(row),
    from: company.mailFrom,
    text: row.text,
    html: row.html,
    attachments,
    steps: [step(row.at, 'queued', null, null), ...steps.map((each) => step(each.at, each.state, each.reason, each.server))],
    object: type === null || id === null ? null : { type, typeLabel, id, label: label ?? '', linked },
    redacted: row.is_redacted,
    allowedActions: row.text === null ? [] : ['download', ...(maySend && !row.is_redacted ? ['send-copy'] : [])],
  };
}

export const mailColumns: CsvColumn<MailRow>[] = [
  { title: 'Time', value: ({ at }) => at.toISOString() },
  { title: 'Subject', value: ({ subject }) => subject },
  { title: 'Kind', value: ({ kind }) => mailKindLabel(kind) },
  { title: 'Name', value: ({ name }) => name },
  { title: 'Address', value: ({ address }) => address },
  { title: 'State', value: ({ state }) => mailStateLabel(state) },
  { title: 'Since', value: ({ state_at }) => state_at.toISOString() },
  { title: 'Reason', value: ({ reason }) => reason },
];
