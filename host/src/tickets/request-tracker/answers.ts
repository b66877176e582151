import { z } from 'zod';

/** Ids are numbers in single records and texts in lists. */
const id = z.coerce.number().int().positive();
const text = z.string().nullish().transform((given) => given ?? ''); // prettier-ignore

/** An instant; what has none is given as 1970. */
const instant = z.iso.datetime({ offset: true }).transform((given) => new Date(given));
const instantOrNone = instant.transform((at) => (at.getTime() === 0 ? null : at));

/** A person of Request Tracker. The address is to find the contact by, and leaves this folder in no other way. */
const person = z.object({ Name: text, RealName: text, EmailAddress: text });
export type Person = z.infer<typeof person>;

export const ticketShape = z.object({
  id,
  Subject: text,
  Status: z.string(),
  Queue: z.object({ Name: z.string() }),
  Created: instant,
  Resolved: instantOrNone,
  LastUpdated: z.string(),
  Requestor: z.array(person),
  Cc: z.array(person),
});
export type TrackedTicket = z.infer<typeof ticketShape>;

export const ticketFields = [
  ['fields', 'Subject,Status,Queue,Created,Resolved,LastUpdated,Requestor,Cc'],
  ['fields[Queue]', 'Name'],
  ['fields[Requestor]', 'Name,RealName,EmailAddress'],
  ['fields[Cc]', 'Name,RealName,EmailAddress'],
] as const;

/** A page of a list. `total` is null where rights are looked at after paging. */
const listOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item), total: z.number().nullish() });

export const ticketList = listOf(ticketShape);
export const idList = listOf(z.object({ id }));
/** What is enough to see whether a ticket has changed. */
export const versionList = listOf(z.object({ id, LastUpdated: z.string() }));

export const transactionShape = z.object({
  id,
  Type: z.string(),
  ObjectId: id,
  Created: instant,
  OldValue: text,
  NewValue: text,
  Creator: person,
});
export type Transaction = z.infer<typeof transactionShape>;
export const transactionList = listOf(transactionShape);
export const transactionFields = [
  ['fields', 'Type,ObjectId,Created,OldValue,NewValue,Creator'],
  ['fields[Creator]', 'Name,RealName,EmailAddress'],
] as const;

export const attachmentShape = z.object({
  id,
  TransactionId: id,
  ContentType: text,
  Filename: text,
  ContentLength: z.coerce.number().catch(0),
  Headers: text,
});
export type Attachment = z.infer<typeof attachmentShape>;
export const attachmentList = listOf(attachmentShape);
export const attachmentFields = [['fields', 'TransactionId,ContentType,Filename,ContentLength,Headers']] as const;

/** One attachment by itself, Base64 with line ends. */
export const contentShape = z.object({
  TransactionId: z.preprocess((given) => (typeof given === 'object' ? (given as { id?: unknown }).id : given), id),
  Content: text.transform((given) => Buffer.from(given, 'base64')),
});

export const transactionType = z.object({ Type: z.string() });
export const userShape = z.object({ Name: z.string(), Privileged: z.coerce.number().catch(0) });
/** Asked for one that was merged, it is the one that goes on. */
export const currentNumber = z.object({ id });
