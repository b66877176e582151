import type { Kysely } from 'kysely';
import { companyToday } from '../company.js';
import type { Database } from '../database/tables.js';
import { attachment } from '../http/files/attachment.js';
import type { Operation } from '../http/operation.js';
import { Problem } from '../http/problem.js';
import { letterLanguage } from '../mail/template.js';
import { findProfile, textOf } from '../profile/stored.js';
import { signedIn } from '../session/operations.js';
import { readEntries } from './entry.js';
import { readPeriod, type Ledger, type Period } from './filter.js';
import { statementPdf, type Statement } from './statement-pdf.js';
import { bringUpToDate, chooseLedger, summarize } from './summary.js';
import { statementTexts } from './texts/texts.js';

/** As many entries as a statement that is asked for can have. */
const mostEntries = 10_000;

/** A period of a ledger as PDF; its pages are sent as they are written. */
export const getLedgerStatement: Operation<'getLedgerStatement'> = async (context, { query }, reply) => {
  const { database, clientId } = context;
  const { currency, language = signedIn(context).person.locale, ...days } = query;
  const period = readPeriod(days);
  await bringUpToDate(database, clientId);
  const chosen = await chooseLedger(database, clientId, { currency, ...period });
  const { count } = chosen.sums;
  if (count > mostEntries) {
    throw new Problem(422, 'There are too many entries for one statement', {
      type: 'statement-too-large',
      detail: `The period has ${count} entries; a statement has at most ${mostEntries}. Choose a shorter period, or the CSV file, which has no limit.`,
    });
  }
  const statement = await makeStatement(database, { clientId, currency: chosen.sums.currency }, period, { language, chosen });
  attachment(reply, statementName(statement), 'application/pdf');
  return statementPdf(statement);
};

interface Made {
  /** BCP 47 tag, of a language the company may not write in. */
  language: string;
  chosen: Awaited<ReturnType<typeof chooseLedger>>;
}

/** A statement of a period, with entries that are read as they are written. */
export async function makeStatement(
  database: Kysely<Database>,
  ledger: Ledger,
  period: Period,
  { language, chosen }: Made,
): Promise<Statement> {
  const profile = await findProfile(database, ledger.clientId);
  const town = [textOf(profile, 'postcode'), textOf(profile, 'city')].filter(Boolean).join(' ');
  const { name, number } = profile.client;
  const reader = { clientId: ledger.clientId, contractIds: undefined, seesInvoices: false, seesCredits: false };
  return {
    language: letterLanguage(language),
    client: { name, number, lines: [...profile.addressLines, town, textOf(profile, 'country') ?? ''].filter(Boolean) },
    period,
    createdOn: companyToday(),
    summary: await summarize(database, ledger.clientId, chosen),
    entries: readEntries(database, ledger, period, reader),
  };
}

/** The name of its file. */
export function statementName({ language, client, period: { from = '', to = '' }, summary }: Statement): string {
  const month = from.endsWith('-01') && to === lastOfMonth(from) ? from.slice(0, 7) : undefined;
  const days = month ?? [from, to].filter(Boolean).join(' – ');
  return `${[statementTexts(language).title, client.number, summary.currency, days].filter(Boolean).join(' ')}.pdf`;
}

function lastOfMonth(day: string): string {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
