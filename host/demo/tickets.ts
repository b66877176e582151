import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Database } from '../src/database/tables.js';
import { ticketFiles } from '../src/tickets/files.js';
import { insertTicket } from '../src/tickets/own/open.js';
import { addParties, changeStatus, insertPost, noteReply, rememberFiles } from '../src/tickets/own/write.js';
import { mergeTickets, postAsStaff } from '../src/tickets/staff.js';
import { demoConversations, demoShortTickets, type DemoPost, type DemoTicket } from './ticket-texts.js';

/** Contacts of the demo by the first name of the person. */
const people: Readonly<Record<string, { id: string; name: string }>> = {
  olivia: { id: 'mem_acme_owner', name: 'Olivia Owner' },
  bruno: { id: 'mem_acme_billing', name: 'Bruno Billing' },
  tessa: { id: 'mem_acme_tech', name: 'Tessa Tech' },
  greta: { id: 'mem_globex_owner', name: 'Gita Globex' },
};
const staff: Readonly<Record<string, string>> = { nora: 'Nora Lind', henrik: 'Henrik Dahl' };

const all = ['low', 'normal', 'high', 'urgent'];

/** What technical support asks for. */
const address = { id: 'address', label: 'IP address or host name', kind: 'text', required: false, choices: [] };
const affected = {
  id: 'affected',
  label: 'What is affected',
  kind: 'choice',
  required: true,
  choices: ['One service', 'Several services', 'Everything'],
};
const reachable = { id: 'callback', label: 'Please call us back', kind: 'yes-no', required: false, choices: [] };

/** The departments of the demo company. */
export async function demoTicketDepartments(database: Kysely<Database>): Promise<void> {
  await database
    .insertInto('ticket_departments')
    .values([
      {
        id: 'technical',
        label: 'Technical support',
        position: 1,
        answer_hours: 2,
        service_times: 'every day, around the clock',
        priorities: JSON.stringify(all),
        fields: JSON.stringify([affected, address, reachable]),
      },
      {
        id: 'billing',
        label: 'Billing',
        position: 2,
        answer_hours: 8,
        service_times: 'Monday to Friday, 8:00 to 18:00',
        priorities: JSON.stringify(all.slice(0, 3)),
        purpose: 'billing',
      },
      {
        id: 'sales',
        label: 'Sales and domains',
        position: 3,
        answer_hours: 16,
        service_times: 'Monday to Friday, 9:00 to 17:00',
        priorities: JSON.stringify(all.slice(0, 2)),
      },
    ]) // prettier-ignore
    .execute();
}

/** Tickets of the demo clients in every state: short and long ones, with files, private notes, one that was merged into another. */
export async function demoTickets(database: Kysely<Database>): Promise<void> {
  await demoTicketDepartments(database);
  for (const ticket of [...demoConversations, ...demoShortTickets()]) await addTicket(database, ticket);
  const merged = { from: 'tkt_acme_outage_2', into: 'tkt_acme_outage', name: staff['nora']!, at: ago(30.5) };
  await mergeTickets(database, merged);
}

const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000);

async function addTicket(database: Kysely<Database>, ticket: DemoTicket): Promise<void> {
  const [first, ...others] = ticket.posts;
  const opener = people[first!.by]!;
  const at = ago(first!.hours);
  const [kind = null, thingId = null, label = null, contract = null] = ticket.thing ?? [];
  await insertTicket(database, {
    id: ticket.id,
    client_id: ticket.client ?? 'cli_acme',
    subject: ticket.subject,
    department_id: ticket.department,
    thing_kind: kind,
    thing_id: thingId,
    thing_label: label,
    contract_id: contract,
    status: 'open',
    priority: ticket.priority ?? 'normal',
    opened_by: opener.id,
    opened_by_name: opener.name,
    created_at: at,
    last_activity_at: at,
    facts: JSON.stringify(ticket.facts ?? []),
  });
  await addParties(database, ticket.id, [opener.id], 'opener');
  await addParties(database, ticket.id, ticket.copies?.map((name) => people[name]!.id) ?? [], 'copy');
  await addPost(database, ticket, first!, true);
  for (const post of others) await addPost(database, ticket, post, false);
  if (ticket.rating) await rate(database, ticket.id, { ...ticket.rating, by: opener.name });
}

async function addPost(database: Kysely<Database>, ticket: DemoTicket, post: DemoPost, isFirst: boolean): Promise<void> {
  const { by, hours, text = '', hidden = false, status, event, file } = post;
  const at = ago(hours);
  const contact = people[by];
  const ticketId = ticket.id;
  if (!contact) {
    const id = await postAsStaff(database, { ticketId, name: staff[by]!, text, at, hidden, isMailed: false, ...(status && { status }) });
    if (file) await addFile(database, ticket, { subject: id, ...file });
    return;
  }
  const author = { author_kind: 'client', author_name: contact.name, author_id: contact.id };
  if (event) return await changeStatus(database, ticketId, { status: status!, post: { ...author, event, text: '', at } });
  const id = await insertPost(database, { ticket_id: ticketId, ...author, text, at });
  if (file) await addFile(database, ticket, { subject: id, ...file });
  if (!isFirst) await noteReply(database, { ticketId, kind: 'client', name: contact.name, status: 'waiting-for-support', at });
}

const rate = (database: Kysely<Database>, id: string, { score, words, by }: { score: number; words: string; by: string }) =>
  database
    .updateTable('tickets')
    .set({ rating: score, rating_words: words, rated_by: by, rated_at: ago(1) })
    .where('id', '=', id)
    .execute();

async function addFile(
  database: Kysely<Database>,
  { id, client }: DemoTicket,
  { subject, name, content }: { subject: string; name: string; content: string },
): Promise<void> {
  const bytes = Buffer.from(content);
  await database
    .insertInto('uploads')
    .values({
      id: `upl_${subject}`,
      client_id: client ?? 'cli_acme',
      person_id: null,
      purpose: ticketFiles.purpose,
      subject,
      name,
      media_type: 'text/plain',
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      content: bytes,
    })
    .execute();
  await rememberFiles(database, id, subject);
}
