import type { components } from '../../src/api/schema.js';
import { cutPage, http, problem } from './http.js';

type InvoiceSummary = components['schemas']['InvoiceSummary'];

const euro = (amount: string) => ({ amount, currency: 'EUR' });

export const anInvoice = (part: Partial<InvoiceSummary> = {}): InvoiceSummary => ({
  id: 'inv_1',
  number: '2026-0042',
  type: 'invoice',
  status: 'issued',
  statusLabel: 'Open',
  issuedOn: '2026-10-01',
  dueOn: '2026-10-15',
  total: euro('119.00'),
  paid: euro('0.00'),
  open: euro('119.00'),
  reference: null,
  documents: [
    { format: 'pdf', mediaType: 'application/pdf' },
    { format: 'ubl', mediaType: 'application/xml' },
  ],
  allowedActions: ['pay'],
  ...part,
});

/** One of every state, in currencies of 0, 2 and 3 decimals. */
export const someInvoices: InvoiceSummary[] = [
  anInvoice(),
  anInvoice({
    id: 'inv_2',
    number: '2026-0041',
    status: 'overdue',
    statusLabel: 'Overdue',
    dueOn: '2026-09-15',
    disputedAt: '2026-10-05T08:30:00Z',
  }),
  anInvoice({
    id: 'inv_3',
    number: '2026-0040',
    status: 'partially-paid',
    statusLabel: 'Partly paid',
    paid: euro('19.00'),
    open: euro('100.00'),
  }),
  anInvoice({
    id: 'inv_4',
    number: '2026-0039',
    status: 'paid',
    statusLabel: 'Paid',
    paid: euro('119.00'),
    open: euro('0.00'),
    allowedActions: [],
  }),
  anInvoice({
    id: 'inv_5',
    number: 'CN-2026-0007',
    type: 'credit-note',
    status: 'issued',
    statusLabel: 'Issued',
    dueOn: null,
    total: euro('-59.50'),
    open: euro('0.00'),
    allowedActions: [],
  }),
  anInvoice({ id: 'inv_6', number: '2026-0038', total: { amount: '12500', currency: 'JPY' }, open: { amount: '12500', currency: 'JPY' } }),
  anInvoice({
    id: 'inv_7',
    number: '2026-0037',
    total: { amount: '45.125', currency: 'KWD' },
    open: { amount: '45.125', currency: 'KWD' },
  }),
  anInvoice({ id: 'inv_8', number: '2026-0036', status: 'held-by-audit', statusLabel: 'Held by audit', allowedActions: [] }),
];

/** Cuts pages as the server does, and filters by text and state. */
export const listInvoices = (all: InvoiceSummary[] = someInvoices) =>
  http.get('/invoices', ({ request, query, response }) => {
    if (request.headers.get('Accept') === 'text/csv')
      return response.untyped(
        new Response('Number\r\n2026-0042\r\n', {
          headers: { 'Content-Type': 'text/csv', 'Content-Disposition': 'attachment; filename="invoices.csv"' },
        }),
      );
    const text = query.get('q') ?? '';
    const state = query.get('state') ?? 'all';
    const found = all.filter(
      (each) =>
        each.number.includes(text) && (state === 'all' || each.status === state || (state === 'open' && !/^-|^0/.test(each.open.amount))),
    );
    return response(200).json({
      ...cutPage(found, request),
      summary: { open: [euro('338.00')], overdue: [euro('119.00')] },
    });
  });

/** Must stand before the handler of one invoice, whose path is more general. */
export const getArchive = () =>
  http.get('/invoices/archive', ({ response }) =>
    response.untyped(
      new Response('file', {
        headers: { 'Content-Type': 'application/zip', 'Content-Disposition': 'attachment; filename="invoices-2026-11-22.zip"' },
      }),
    ),
  );

export const listInvoicesFails = (status = 500) => http.get('/invoices', () => problem(status, 'Database is down') as never);
