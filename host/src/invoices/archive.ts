import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { attachment } from '../http/files/attachment.js';
import type { Operation, OperationContext } from '../http/operation.js';
import { notFound, Problem } from '../http/problem.js';
import { companyToday } from '../company.js';
import { invoiceDocument } from './documents.js';
import { isVisible, isWanted } from './filter.js';
import { documentName } from './pdf.js';
import { settlePayments } from '../payments/payments.js';

/** The number of documents that one file may hold. */
const most = 500;

/** Many PDFs as one ZIP file. Each is made when the one before it has been taken, so that only one is in memory. */
export const getInvoiceArchive: Operation<'getInvoiceArchive'> = async (context, { query: { ids, ...filter } }, reply) => {
  const { database, clientId } = context;
  await settlePayments(database, clientId);
  const today = companyToday();
  const visible = database.selectFrom('invoices').where(isVisible(context));
  const named = ids === undefined ? undefined : [...new Set(ids.split(' '))];
  const wanted = named ? visible.where('id', 'in', named) : visible.where(isWanted(filter, today));
  const { count } = await wanted.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  if (count === 0 || (named && count < named.length)) throw notFound();
  if (count > most)
    throw new Problem(409, 'These are too many documents for one file', {
      type: 'too-many-documents',
      detail: `One file may hold ${most}; these are ${count}.`,
    });
  const invoices = await wanted
    .select(['id', 'number', 'type', 'type_code', 'issued_on'])
    .orderBy('issued_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
  attachment(reply, `invoices-${today}.zip`, 'application/zip');
  return archive(context, invoices);
};

function archive(
  context: OperationContext,
  invoices: readonly { id: string; number: string; type: string; type_code: string; issued_on: string }[],
): Readable {
  const file = new ZipFile();
  const names = new Set<string>();
  for (const { id, number, type, type_code, issued_on } of invoices) {
    const name = unique(names, documentName(type, type_code, number));
    // A PDF is compressed as it is.
    const options = { compress: false, mtime: new Date(`${issued_on}T12:00:00`) };
    file.addReadStreamLazy(`${name}.pdf`, options, (take) => {
      invoiceDocument(context, id).then(
        (document) => take(null, document as unknown as NodeJS.ReadableStream),
        (error: unknown) => take(error as Error, undefined as never),
      );
    });
  }
  const output = file.outputStream as Readable;
  file.on('error', (error: Error) => output.destroy(error));
  file.end();
  return output;
}

/** Two invoices of different sellers may have one number. */
function unique(names: Set<string>, wanted: string): string {
  const safe = wanted.replace(/[\p{Cc}\p{Cf}\p{Cs}/\\:*?"<>|]+/gu, '-');
  let name = safe;
  for (let copy = 2; names.has(name.toLowerCase()); copy += 1) name = `${safe} (${copy})`;
  names.add(name.toLowerCase());
  return name;
}
