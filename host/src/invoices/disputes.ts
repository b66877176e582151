import { randomUUID } from 'node:crypto';
import type { Kysely, Selectable } from 'kysely';
import type { components } from 'portal-elements/contract';
import type { InvoiceDisputeTable } from './tables.js';
import type { Database } from '../database/tables.js';
import { idempotent } from '../http/idempotency.js';
import type { Operation, OperationContext } from '../http/operation.js';
import { notFound, Problem } from '../http/problem.js';
import { actorName, tellStaff } from '../mail/staff-mail.js';
import { tickets } from '../tickets/port.js';
import { findThing } from '../tickets/things.js';
import { isVisible } from './filter.js';
import { isDisputable } from './status.js';

export type Dispute = components['schemas']['InvoiceDispute'];
type NewDispute = components['schemas']['NewInvoiceDispute'];

/** The words of reasons, as the company's people read them. */
const reasons: Readonly<Record<NewDispute['reason'], string>> = {
  'wrong-amount': 'the amount is wrong',
  'wrong-quantity': 'the quantity is wrong',
  'not-ordered': 'this was not ordered',
  'not-delivered': 'this was not delivered',
  'already-paid': 'this has been paid already',
  'wrong-details': 'address or references are wrong',
  other: 'another reason',
};

/** The dispute as the contract has it. */
export const toDispute = ({ reason, text, lines, raised_by, raised_at }: Selectable<InvoiceDisputeTable>): Dispute => ({
  reason,
  text,
  lines,
  disputedAt: raised_at.toISOString(),
  disputedBy: raised_by,
});

/** Objects to an invoice. It opens a ticket about the invoice, and the company gets a mail. */
export const createInvoiceDispute: Operation<'createInvoiceDispute'> = (context, request, reply) =>
  idempotent(context, request, reply, async () => {
    const dispute = await context.database
      .transaction()
      .execute((transaction) => raise(context, transaction, request.path.invoiceId, request.body));
    return { status: 201, body: toDispute(dispute) };
  });

async function raise(
  context: OperationContext,
  transaction: Kysely<Database>,
  invoiceId: string,
  { reason, text, lines = [] }: NewDispute,
): Promise<InvoiceDisputeTable> {
  const invoice = await lock(context, transaction, invoiceId);
  if (invoice.disputed_at !== null) throw new Problem(409, 'This invoice is disputed already', { type: 'already-disputed' });
  if (!isDisputable(invoice)) throw new Problem(409, 'This cannot be disputed as it is', { type: 'not-disputable' });
  const named = await namesOf(transaction, invoiceId, lines);
  const dispute: InvoiceDisputeTable = {
    id: `dis_${randomUUID()}`,
    invoice_id: invoiceId,
    reason,
    text: text.trim(),
    lines: [...lines].sort((left, right) => left - right),
    raised_by: actorName(context),
    raised_at: new Date(),
    withdrawn_at: null,
  };
  await transaction
    .insertInto('invoice_disputes')
    .values({ ...dispute, lines: JSON.stringify(dispute.lines) as never })
    .execute();
  await transaction.updateTable('invoices').set({ disputed_at: dispute.raised_at }).where('id', '=', invoiceId).execute();
  const about = named.length > 0 ? `, lines: ${named.join('; ')}` : '';
  const subject = `Invoice ${invoice.number} is disputed: ${reasons[reason]}`;
  await openTicket(context, transaction, { invoiceId, subject, text: [dispute.text, ...named.map((line) => `Line ${line}`)].join('\n') });
  await tellStaff(context, transaction, `${subject}${about}`, dispute.text);
  return dispute;
}

/** Opens a ticket about the dispute, in its transaction, where the company has a department that answers it. */
async function openTicket(
  context: OperationContext,
  transaction: Kysely<Database>,
  { invoiceId, subject, text }: { invoiceId: string; subject: string; text: string },
): Promise<void> {
  const viewer = { ...context, database: transaction };
  const department = await tickets.departmentOfDisputes(viewer);
  if (!department) return;
  const thing = (await findThing(viewer, 'invoice', invoiceId)) ?? null;
  const priority = department.priorities.find((each) => each === 'normal') ?? department.priorities[0] ?? 'normal';
  const draft = { department: department.id, subject, text, priority, thing, copies: [], facts: [], fileIds: [] };
  await tickets.open(viewer, draft, transaction);
}

/** Withdraws the dispute, if there is one; the company is told. */
export const withdrawInvoiceDispute: Operation<'withdrawInvoiceDispute'> = async (context, { path: { invoiceId } }, reply) => {
  await context.database.transaction().execute(async (transaction) => {
    const invoice = await lock(context, transaction, invoiceId);
    if (invoice.disputed_at === null) return;
    await transaction.updateTable('invoices').set({ disputed_at: null }).where('id', '=', invoiceId).execute();
    await transaction
      .updateTable('invoice_disputes')
      .set({ withdrawn_at: new Date() })
      .where('invoice_id', '=', invoiceId)
      .where('withdrawn_at', 'is', null)
      .execute();
    await tellStaff(context, transaction, `The dispute of invoice ${invoice.number} is withdrawn`);
  });
  reply.code(204);
};

async function lock(context: OperationContext, transaction: Kysely<Database>, invoiceId: string) {
  const invoice = await transaction
    .selectFrom('invoices')
    .select(['id', 'number', 'type', 'state', 'disputed_at'])
    .where('id', '=', invoiceId)
    .where(isVisible(context))
    .forUpdate()
    .executeTakeFirst();
  if (!invoice) throw notFound();
  return invoice;
}

/** The names of the lines; throws where there are not so many. */
async function namesOf(transaction: Kysely<Database>, invoiceId: string, lines: readonly number[]): Promise<string[]> {
  if (lines.length === 0) return [];
  const all = await transaction
    .selectFrom('invoice_lines')
    .select('description')
    .where('invoice_id', '=', invoiceId)
    .orderBy('position')
    .execute();
  const errors = lines.flatMap((line, index) =>
    line > all.length ? [{ pointer: `/lines/${index}`, detail: 'There is no such line.', code: 'no-such-line' }] : [],
  );
  if (errors.length > 0) throw new Problem(422, 'Some lines need another look', { errors });
  return lines.map((line) => `${line} (${all[line - 1]!.description})`);
}
