import type { components } from '../../src/api/schema.js';
import { cutPage, http } from './http.js';

type LedgerEntry = components['schemas']['LedgerEntry'];
type LedgerSummary = components['schemas']['LedgerSummary'];
type Money = components['schemas']['Money'];

const euro = (amount: string): Money => ({ amount, currency: 'EUR' });

export const aLedgerEntry = (part: Partial<LedgerEntry> = {}): LedgerEntry => ({
  id: '17',
  date: '2026-10-01',
  type: 'invoice',
  typeLabel: 'Invoice',
  documents: [{ kind: 'invoice', id: 'inv_1', number: '2026-0042' }],
  description: 'Colocation rack B12',
  debit: euro('119.00'),
  credit: null,
  balance: euro('219.00'),
  ...part,
});

/** A period in which most happens that can happen. */
export const someEntries: LedgerEntry[] = [
  aLedgerEntry(),
  aLedgerEntry({
    id: '18',
    date: '2026-10-09',
    type: 'payment',
    typeLabel: 'Payment',
    documents: ['2026-0039', '2026-0042'].map((number, index) => ({ kind: 'invoice', id: `inv_${index}`, number })),
    description: 'Visa •••• 4242',
    debit: null,
    credit: euro('219.00'),
    balance: euro('0.00'),
  }),
  aLedgerEntry({
    id: '19',
    date: '2026-10-12',
    type: 'refund',
    typeLabel: 'Refund',
    documents: [{ kind: 'invoice', id: null, number: '2026-0031' }],
    description: 'Bank transfer',
    debit: euro('12.50'),
    balance: euro('12.50'),
  }),
  aLedgerEntry({
    id: '20',
    date: '2026-10-14',
    type: 'credit-granted',
    typeLabel: 'Credit granted',
    documents: [{ kind: 'credit', id: 'crd_1', number: null }],
    description: 'Outage of the uplink in rack B12',
    debit: null,
    credit: euro('150.00'),
    balance: euro('-137.50'),
  }),
  aLedgerEntry({
    id: '21',
    date: '2026-10-31',
    type: 'dunning-fee',
    typeLabel: 'Dunning fee',
    documents: [],
    description: '',
    debit: euro('5.00'),
    balance: euro('-132.50'),
  }),
];

export const aLedgerSummary = (part: Partial<LedgerSummary> = {}): LedgerSummary => ({
  currency: 'EUR',
  currencies: ['EUR'],
  opening: euro('100.00'),
  debit: euro('136.50'),
  credit: euro('369.00'),
  closing: euro('-132.50'),
  ageing: {
    asOf: '2026-11-21',
    notDue: euro('10.00'),
    upTo30: euro('4.00'),
    upTo60: euro('2.00'),
    upTo90: euro('1.00'),
    over90: euro('0.50'),
    open: euro('17.50'),
    credit: euro('150.00'),
  },
  ...part,
});

/** Filters and cuts pages as the server does. */
export const listLedgerEntries = (all: LedgerEntry[] = someEntries, summary: LedgerSummary = aLedgerSummary()) =>
  http.get('/ledger', ({ request, query, response }) => {
    const q = query.get('q') ?? '';
    const type = query.get('type');
    const found = all.filter((entry) => (!type || entry.type === type) && JSON.stringify(entry.documents).includes(q));
    const currency = query.get('currency') ?? summary.currency;
    return response(200).json({ ...cutPage(found, request), summary: { ...summary, currency } });
  });
