import { buffer } from 'node:stream/consumers';
import type { Kysely } from 'kysely';
import { can } from 'portal-elements/permissions.js';
import { effectiveOfContact } from '../contacts/contact.js';
import type { Database } from '../database/tables.js';
import { pdfOf } from '../invoices/documents.js';
import { findInvoice } from '../invoices/invoice.js';
import { documentName } from '../invoices/pdf.js';
import { letterLanguage, writeLetter } from '../mail/template.js';
import { queue, type QueuedNotice } from '../mail/queue.js';
import type { Written } from '../mail-log/record.js';
import { isEmail } from '../session/email.js';
import { getsMail } from './categories.js';
import { findContent, type NotificationContent } from './content.js';
import type { NotificationEvent } from './notification-event.js';
import { findChoosers, type Chooser } from './settings.js';

/** Finds out who is mailed on an occasion, and puts a mail for each of them into the outbox. */
export async function queueNotifications(database: Kysely<Database>, occasion: NotificationEvent): Promise<void> {
  const clientId = await clientOf(database, occasion);
  for (const contact of clientId === undefined ? [] : await findChoosers(database, clientId))
    if (await contentFor(database, occasion, clientId!, contact))
      await queue(database, { kind: 'notice', occasion, membershipId: contact.id });
}

/** The mail to one contact, unless the contact is no longer to get it: permissions, address and the invoice may be others by now. */
export async function writeNotification(
  { database, publicUrl }: { database: Kysely<Database>; publicUrl: () => string },
  { occasion, membershipId }: QueuedNotice,
): Promise<Written | undefined> {
  const clientId = await clientOf(database, occasion);
  const [contact] = clientId === undefined ? [] : await findChoosers(database, clientId, membershipId);
  const content = contact && (await contentFor(database, occasion, clientId!, contact));
  if (!contact || !content) return undefined;
  const { letter, values, invoiceId, object } = content;
  const maySee = can(effectiveOfContact(contact).set, 'billing.invoices');
  const attachment = maySee && occasion.about !== 'receipt' ? await attachmentOf(database, clientId!, invoiceId) : undefined;
  const mail = writeLetter({
    letter,
    language: contact.locale,
    values: { ...values, name: contact.name, ...(attachment && { file: attachment.filename }) },
    ...(maySee && { link: new URL(`/invoice?id=${encodeURIComponent(invoiceId)}`, `${publicUrl()}/`).href }),
  });
  return { mail: { to: contact.email, ...mail, ...(attachment && { attachments: [attachment] }) }, object };
}

/** The content for this contact, if the contact is to be told at all. */
async function contentFor(
  database: Kysely<Database>,
  occasion: NotificationEvent,
  clientId: string,
  contact: Chooser,
): Promise<NotificationContent | undefined> {
  const effective = effectiveOfContact(contact);
  if (!isEmail(contact.email) || !getsMail(occasion.about, effective, contact.choices)) return undefined;
  const owner = { clientId, contractIds: contact.contract_ids ?? undefined };
  return await findContent(database, owner, occasion, letterLanguage(contact.locale));
}

async function clientOf(database: Kysely<Database>, occasion: NotificationEvent): Promise<string | undefined> {
  const found =
    occasion.about === 'receipt'
      ? await database.selectFrom('payments').select('client_id').where('id', '=', occasion.paymentId).executeTakeFirst()
      : await database.selectFrom('invoices').select('client_id').where('id', '=', occasion.invoiceId).executeTakeFirst();
  return found?.client_id;
}

async function attachmentOf(database: Kysely<Database>, clientId: string, invoiceId: string) {
  const whole = await findInvoice(database, { clientId, contractIds: undefined }, invoiceId);
  if (!whole) return undefined;
  const { type, type_code, number } = whole.invoice;
  return { filename: `${documentName(type, type_code, number)}.pdf`, contentType: 'application/pdf', content: await buffer(pdfOf(whole)) };
}
