import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Database } from '../src/database/tables.js';
import { mailKindLabel, mailKinds, type MailKindId } from '../src/mail-log/kinds.js';
import { mailWords, type Written } from '../src/mail-log/record.js';
import type { MailState } from '../src/mail-log/states.js';
import { writeLetter, type LetterName, type LetterValues } from '../src/mail/template.js';
import { writeNotification } from '../src/notifications/recipient-mail.js';
import type { NotificationEvent } from '../src/notifications/notification-event.js';
import { Random } from './random.js';

interface Receiver {
  id: string;
  client_id: string;
  name: string;
  email: string;
}

/** What becomes of a mail, so many seconds after it was queued. */
interface Fate {
  steps: readonly { after: number; state: MailState; reason: string | null; server?: string }[];
}

const taken = { after: 2, state: 'sent', reason: '250 2.0.0 Ok: queued as 4XkT2n1QzZ' } as const;
const put = { after: 1, state: 'deferred', reason: '451 4.7.1 Greylisting in action, please try again later' } as const;

/** In the order in which mails meet them. `@` stands for the receiver's address, `mx` for the name of its mail server. */
const delivered: Fate = { steps: [taken, { after: 5, state: 'delivered', reason: '250 2.0.0 Ok: delivered', server: 'mx' }] };
const late: Fate = {
  steps: [put, { ...taken, after: 33 }, { after: 36, state: 'delivered', reason: '250 2.0.0 Ok: delivered', server: 'mx' }],
};
const full: Fate = { steps: [taken, { after: 7, state: 'bounced', reason: '552 5.2.2 <@>: The mailbox is full', server: 'mx' }] };
const slow: Fate = {
  steps: [taken, { after: 14_400, state: 'deferred', reason: '4.4.1 connect to mx: Connection timed out', server: 'mx' }],
};
const fates: readonly Fate[] = [delivered, slow, delivered, late, delivered, full, { steps: [taken] }, delivered, delivered];
const rejected: Fate = {
  steps: [{ after: 1, state: 'bounced', reason: '550 5.1.1 <@>: Recipient address rejected: User unknown' }],
};

/** Letters about accounts, each some days ago; the links and codes that they had are kept nowhere. */
const letters: readonly { letter: LetterName; to: string; days: number; values?: LetterValues; isRedacted?: boolean; fate?: Fate }[] = [
  { letter: 'password-reset', to: 'mem_acme_billing', days: 3, isRedacted: true },
  { letter: 'password-changed', to: 'mem_acme_billing', days: 3 },
  { letter: 'invitation', to: 'mem_acme_invited', days: 2, values: { by: 'Olivia Owner', client: 'Acme GmbH' }, isRedacted: true },
  {
    letter: 'invitation',
    to: 'mem_acme_fiona',
    days: 60,
    values: { by: 'Olivia Owner', client: 'Acme GmbH' },
    isRedacted: true,
    fate: rejected,
  },
  { letter: 'second-factor-off', to: 'mem_acme_tech', days: 41, values: { by: 'Olivia Owner' } },
  { letter: 'password-reset', to: 'mem_acme_consultant', days: 17, isRedacted: true },
  { letter: 'password-changed', to: 'mem_globex_owner', days: 12 },
];

const clients = [
  { id: 'cli_acme', invoices: 8, receivers: ['mem_acme_owner', 'mem_acme_billing', 'mem_acme_consultant'] },
  { id: 'cli_globex', invoices: 4, receivers: ['mem_globex_owner'] },
];

const publicUrl = () => 'https://portal.nordkai.example';
const secondsBefore = (date: Date, seconds: number) => new Date(date.getTime() - seconds * 1000);

/** The mail of the last months about invoices, payments and accounts; filled last. */
export async function demoMails(database: Kysely<Database>): Promise<void> {
  const random = new Random(20261130);
  const now = new Date();
  let made = 0;
  for (const client of clients)
    for (const { occasion, at } of await occasionsOf(database, client.id, client.invoices))
      for (const membershipId of client.receivers) {
        const receiver = await receiverOf(database, membershipId);
        const written = await writeNotification({ database, publicUrl }, { kind: 'notice', occasion, membershipId });
        if (written) await keep(database, receiver, { kind: occasion.about, written, at, fate: fates[made++ % fates.length]! });
      }
  for (const { letter, to, days, values = {}, isRedacted = false, fate = delivered } of letters) {
    const receiver = await receiverOf(database, to);
    const content = { letter, language: 'en', values: { name: receiver.name, ...values }, link: `${publicUrl()}/sign-in`, isRedacted };
    const written = { mail: { to: receiver.email, ...writeLetter(content) }, isRedacted };
    await keep(database, receiver, { kind: 'account', written, at: secondsBefore(now, days * 86_400 + random.between(0, 20_000)), fate });
  }
}

/** The client's newest invoices, and the last payments, with the morning on which they were told of. */
async function occasionsOf(
  database: Kysely<Database>,
  clientId: string,
  few: number,
): Promise<{ occasion: NotificationEvent; at: Date }[]> {
  const invoices = await database
    .selectFrom('invoices')
    .select(['id', 'issued_on'])
    .where('client_id', '=', clientId)
    .where('state', '=', 'issued')
    .orderBy('issued_on', 'desc')
    .orderBy('id')
    .limit(few)
    .execute();
  const payments = await database
    .selectFrom('payments')
    .select(['id', 'created_at'])
    .where('client_id', '=', clientId)
    .where('status', '=', 'succeeded')
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(few / 2)
    .execute();
  const morning = (day: string) => new Date(`${day}T07:12:00Z`);
  return [
    ...invoices.map(({ id, issued_on }) => ({ occasion: { about: 'invoice', invoiceId: id } as const, at: morning(issued_on) })),
    ...payments.map(({ id, created_at }) => ({ occasion: { about: 'receipt', paymentId: id } as const, at: created_at })),
  ].filter(({ at }) => at.getTime() < Date.now());
}

const receiverOf = (database: Kysely<Database>, membershipId: string): Promise<Receiver> =>
  database
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.person_id')
    .select(['memberships.id', 'memberships.client_id', 'people.name', 'people.email'])
    .where('memberships.id', '=', membershipId)
    .executeTakeFirstOrThrow();

interface Kept {
  kind: MailKindId;
  written: Written;
  at: Date;
  fate: Fate;
}

async function keep(database: Kysely<Database>, receiver: Receiver, { kind, written, at, fate }: Kept): Promise<void> {
  const { id: membership_id, client_id, name, email: address } = receiver;
  const { mail, isRedacted = false, object } = written;
  const server = `mx.${address.split('@')[1]}`;
  const steps = fate.steps.map((step) => ({
    at: secondsBefore(at, -step.after),
    state: step.state,
    reason: step.reason?.replace('<@>', `<${address}>`).replace('mx:', `${server}:`) ?? null,
    server: step.server === undefined ? null : server,
    report: null,
  }));
  const last = steps.at(-1)!;
  const id = `mai_${randomUUID()}`;
  const row = { id, message_id: randomUUID(), client_id, at, membership_id, name, address, kind, resource: mailKinds[kind].resource };
  const content = { subject: mail.subject, text: mail.text, html: mail.html, is_redacted: isRedacted };
  const about = { object_type: object?.type ?? null, object_id: object?.id ?? null, object_label: object?.label ?? null };
  const search = mailWords(client_id, [name, address, mailKindLabel(kind), object?.label ?? null, mail.subject, mail.text]);
  await database
    .insertInto('mails')
    .values({ ...row, ...content, ...about, state: last.state, state_at: last.at, reason: last.reason, search })
    .execute();
  await database
    .insertInto('mail_steps')
    .values(steps.map((step) => ({ ...step, mail_id: id })))
    .execute();
  for (const [position, file] of (mail.attachments ?? []).entries())
    await database
      .insertInto('mail_attachments')
      .values({ mail_id: id, position, name: file.filename, media_type: file.contentType, content: file.content })
      .execute();
}
