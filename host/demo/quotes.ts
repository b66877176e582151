import type { Insertable, Kysely } from 'kysely';
import type { QuoteLineTable, QuoteTable } from '../src/orders/tables.js';
import type { Database } from '../src/database/tables.js';
import { divide, multiply, sumOf } from '../src/http/money.js';
import { searchText } from '../src/http/search.js';
import { companyToday } from '../src/company.js';

type Line = Pick<QuoteLineTable, 'description' | 'unit_price' | 'period'> & Partial<QuoteLineTable>;

interface DemoQuote extends Partial<Omit<Insertable<QuoteTable>, 'terms'>> {
  id: string;
  number: string;
  subject: string;
  state: string;
  /** Days since it was issued, and until it expires. */
  issued: number;
  valid?: number;
  lines: Line[];
  questions?: { days: number; by: string; text: string; answer?: string }[];
}

const day = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * day);
const year = (days: number) => inDays(-days).getUTCFullYear();

const terms = { version: '2026-09', title: 'Terms of business', url: '/terms' };
const contact = 'Jonas Petersen, +49 40 66969 231';

const line = (period: string) => (description: string, unit_price: string, more: Partial<QuoteLineTable> = {}): Line => ({
  description, unit_price, period, ...more,
}); // prettier-ignore
const once = line('once');
const monthly = line('month');
const yearly = line('year');
const option = { optional: true, selected: false };
const chosen = { optional: true, selected: true };
const crowns = { currency: 'CZK', tax_rate: '21' };

const acme: DemoQuote[] = [
  {
    id: 'quo_acme_rack', number: `Q-${year(6)}-0131`, subject: 'Second rack with redundant uplink', state: 'open', issued: 6, valid: 24, contact,
    introduction: 'Thank you for showing us your plans on Tuesday. This is what a second rack beside C03 would cost, with both feeds and an uplink by two carriers.',
    note: 'The rack is kept for you until the last day of this quote.',
    lines: [
      monthly('Full rack C04, 46 units', '540.00', { details: 'Hall 2, Baakenhafen, beside C03; A and B feed of 32 A' }),
      monthly('Uplink of 10 Gbit/s, two carriers', '390.00', { discount: '10' }),
      once('Set-up and cabling', '650.00'),
      monthly('Service level Gold', '120.00', { ...chosen, details: 'Answer within 15 minutes, on every day and at every hour' }),
      monthly('Remote hands, four hours a month', '320.00', option),
      yearly('Insurance of your devices', '480.00', { ...option, tax_rate: null, details: 'Up to 100,000 euros' }),
      once('Moving your devices from rack B12', '1200.00', { ...option, quantity: '1.5', unit: 'day' }),
    ],
    questions: [{ days: 4, by: 'Olivia Owner', text: 'Could the rack be ready before Christmas?', answer: 'Yes, if you accept until the fifth of December.' }],
  },
  {
    id: 'quo_acme_brno', number: `Q-${year(28)}-0128`, subject: 'Telephony for the office in Brno', state: 'open', issued: 28, valid: 2, contact, contract_id: 'con_acme_voip2',
    lines: [
      monthly('Extension, Business Europe', '4.90', { quantity: '12', unit: 'piece' }),
      once('Desk telephone', '119.00', { quantity: '12', unit: 'piece', discount: '15' }),
      once('Porting of numbers', '35.00', option),
    ],
  },
  {
    id: 'quo_acme_licences', number: `Q-${year(11)}-0130`, subject: 'Mail gateway with licences', state: 'open', issued: 11,
    lines: [
      yearly('Mail gateway, 100 mailboxes', '790.00', { currency: 'USD', tax_rate: null, details: 'Charged in the currency of the maker' }),
      monthly('Virtual server L', '27.90'),
      once('Installation', '190.00'),
    ],
  },
  {
    id: 'quo_acme_backup', number: `Q-${year(51)}-0119`, subject: 'Backup in Vienna', state: 'open', issued: 51, valid: -12, contact,
    lines: [monthly('Backup storage, 1 TB, Vienna', '31.00', { quantity: '8', unit: 'TB' }), once('First copy by courier', '160.00', option)],
  },
  {
    id: 'quo_acme_uplink', number: `Q-${year(32)}-0125`, subject: 'Uplink of 10 Gbit/s for rack C03', state: 'accepted', issued: 32, valid: -2, contact,
    contract_id: 'con_acme_rack2', decided_at: inDays(-25), decided_by: 'Olivia Owner', purchase_order: 'PO-4402',
    lines: [monthly('Uplink of 10 Gbit/s, second carrier', '220.00'), once('Cross connect, single mode', '180.00', { quantity: '2' }), monthly('Shaping by service', '25.00', option)],
  },
  {
    id: 'quo_acme_rack_first', number: `Q-${year(20)}-0127`, subject: 'Second rack', state: 'superseded', superseded_by: 'quo_acme_rack', issued: 20, valid: 10, contact,
    lines: [monthly('Full rack C04, 46 units', '560.00'), once('Set-up and cabling', '850.00')],
  },
  {
    id: 'quo_acme_cloud', number: `Q-${year(75)}-0111`, subject: 'Private cloud, three nodes', state: 'declined', issued: 75, valid: -45, contact,
    decided_at: inDays(-60), decided_by: 'Bruno Billing', decline_reason: 'Too large for us this year. We would like to talk again in summer.',
    lines: [monthly('Node, 64 cores, 512 GB', '890.00', { quantity: '3' }), once('Set-up and training', '4500.00')],
  },
  {
    id: 'quo_acme_fibre', number: `Q-${year(95)}-0104`, subject: 'Dark fibre to the office', state: 'withdrawn', issued: 95, valid: -65,
    note: 'The owner of the duct has changed its prices; we will come back to you.', lines: [monthly('Dark fibre, 4.2 km', '740.00'), once('Splicing', '2900.00')],
  },
  {
    id: 'quo_acme_draft', number: `Q-${year(1)}-0133`, subject: 'Still being written', state: 'draft', issued: 1, valid: 29, lines: [once('Nothing yet', '0.00')],
  },
]; // prettier-ignore

const globex: DemoQuote[] = [
  {
    id: 'quo_globex_hosting', number: `Q-${year(8)}-0132`, subject: 'Hosting of the shop', state: 'open', issued: 8, valid: 22,
    lines: [monthly('Virtual server L, 8 cores, 16 GB', '690.00', crowns), once('Moving the shop', '12500.00', { ...crowns, ...option })],
  },
]; // prettier-ignore

/** Quotes in every state there is. */
export async function demoQuotes(database: Kysely<Database>): Promise<void> {
  for (const quote of acme) await insertQuote(database, 'cli_acme', quote);
  for (const quote of globex) await insertQuote(database, 'cli_globex', quote);
}

async function insertQuote(database: Kysely<Database>, clientId: string, { issued, valid, lines, questions = [], ...quote }: DemoQuote) {
  await database
    .insertInto('quotes')
    .values({
      ...quote,
      client_id: clientId,
      issued_on: companyToday(inDays(-issued)),
      valid_until: valid === undefined ? null : companyToday(inDays(valid)),
      terms: JSON.stringify(terms),
      search: searchText([quote.number, quote.subject, ...lines.map(({ description }) => description)]),
    })
    .execute();
  await database
    .insertInto('quote_lines')
    .values(
      lines.map((each, index) => ({
        ...priced(each),
        id: `lin_${quote.id.slice(4)}_${index + 1}`,
        quote_id: quote.id,
        position: index + 1,
      })),
    )
    .execute();
  for (const [index, { days, by, text, answer }] of questions.entries()) {
    await database
      .insertInto('quote_questions')
      .values({
        id: `que_${quote.id.slice(4)}_${index + 1}`,
        quote_id: quote.id,
        asked_at: inDays(-days),
        asked_by: by,
        text,
        ...(answer !== undefined && { answer, answered_at: inDays(1 - days) }),
      })
      .execute();
  }
}

function priced(each: Line) {
  const all = {
    details: null,
    quantity: '1',
    unit: null,
    discount: null,
    tax_rate: '19',
    currency: 'EUR',
    optional: false,
    selected: true,
    ...each,
  };
  const full = multiply(all.unit_price, all.quantity, 2);
  const net = all.discount === null ? full : divide(multiply(full, sumOf(['100', `-${all.discount}`]), 4), '100', 2);
  return { ...all, net };
}
