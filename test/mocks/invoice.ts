import type { components } from '../../src/api/schema.js';
import { http, problem } from './http.js';
import { anInvoice } from './invoices.js';

type Invoice = components['schemas']['Invoice'];
type InvoiceLine = components['schemas']['InvoiceLine'];
type NewPayment = components['schemas']['NewPayment'];
type BankTransfer = components['schemas']['BankTransfer'];
type Dispute = components['schemas']['InvoiceDispute'];
type NewDispute = components['schemas']['NewInvoiceDispute'];

const euro = (amount: string) => ({ amount, currency: 'EUR' });

const aLine = (part: Partial<InvoiceLine> = {}): InvoiceLine => ({
  description: 'Virtual server M',
  quantity: '2',
  unit: 'month',
  unitPrice: euro('40.00'),
  taxRate: '19',
  net: euro('80.00'),
  periodFrom: '2026-09-01',
  periodTo: '2026-10-31',
  ...part,
});

/** The same sum to an account in euros, in crowns and in francs. */
export const transfers: Record<'epc' | 'spayd' | 'swiss', BankTransfer> = {
  epc: {
    scheme: 'epc',
    payload: 'BCD\n002\n1\nSCT\nBYLADEM1001\nNorthwind Hosting\nDE02120300000000202051\nEUR100.00\n\n\n2026-0042',
    iban: 'DE02120300000000202051',
    bic: 'BYLADEM1001',
    recipient: 'Northwind Hosting',
    amount: euro('100.00'),
    reference: '2026-0042',
    referenceKind: 'text',
  },
  spayd: {
    scheme: 'spayd',
    payload: 'SPD*1.0*ACC:CZ6508000000192000145399*AM:2500.00*CC:CZK*RN:NORTHWIND HOSTING*X-VS:20260042*MSG:2026-0042',
    iban: 'CZ6508000000192000145399',
    bic: null,
    recipient: 'Northwind Hosting',
    amount: { amount: '2500.00', currency: 'CZK' },
    reference: '20260042',
    referenceKind: 'variable-symbol',
  },
  swiss: {
    scheme: 'swiss-qr',
    payload: `SPC\n0200\n1\nCH4431999123000889012\nS\nNorthwind Hosting\nHarbour Street 1\n\n20457\nHamburg\nDE${'\n'.repeat(8)}95.00\nCHF${'\n'.repeat(8)}QRR\n000000000000000000202600428\n\nEPD`,
    iban: 'CH4431999123000889012',
    bic: null,
    recipient: 'Northwind Hosting',
    amount: { amount: '95.00', currency: 'CHF' },
    reference: '000000000000000000202600428',
    referenceKind: 'qr-reference',
  },
};

const aDispute = (part: Partial<Dispute> = {}): Dispute => ({
  reason: 'wrong-quantity',
  text: 'We gave back one of the two servers.\nPlease see our mail of 12 September.',
  lines: [1],
  disputedAt: '2026-10-05T08:30:00Z',
  disputedBy: 'Ada Acme',
  ...part,
});

export const aFullInvoice = (part: Partial<Invoice> = {}): Invoice => ({
  ...anInvoice({
    status: 'partially-paid',
    statusLabel: 'Partly paid',
    paid: euro('19.00'),
    open: euro('100.00'),
    reference: 'PO-77',
    allowedActions: ['pay', 'dispute'],
    documents: [
      { format: 'pdf', mediaType: 'application/pdf' },
      { format: 'facturx', mediaType: 'application/pdf' },
      { format: 'ubl', mediaType: 'application/xml' },
      { format: 'csv', mediaType: 'text/csv' },
    ],
  }),
  seller: { name: 'Northwind Hosting', addressLines: ['Harbour Street 1', '20457 Hamburg'], country: 'DE', vatId: 'DE123456789' },
  buyer: { name: 'Acme GmbH', addressLines: ['Main Street 1', '10115 Berlin'], country: 'DE', vatId: 'DE987654321' },
  note: 'Thank you for your order.\nPlease mind the new address.',
  periodFrom: '2026-09-01',
  periodTo: '2026-10-31',
  lines: [
    aLine(),
    aLine({ description: 'Backup storage', quantity: '250.5', unit: 'GB', unitPrice: euro('0.10'), net: euro('25.05') }),
    aLine({ description: 'Domain example.com', quantity: '1', unit: null, unitPrice: euro('5.00'), taxRate: '0', net: euro('5.00') }),
  ],
  adjustments: [{ description: 'Loyalty discount', amount: euro('-10.05') }],
  taxes: [
    { category: 'S', rate: '19', base: euro('95.00'), tax: euro('18.05'), reason: null },
    { category: 'AE', rate: '0', base: euro('5.00'), tax: euro('0.00'), reason: 'VAT is owed by the recipient, § 13b UStG' },
  ],
  netTotal: euro('100.00'),
  taxTotal: euro('19.00'),
  rounding: euro('0.00'),
  payments: [
    {
      id: 'pay_1',
      paidAt: '2026-10-03T10:00:00Z',
      method: 'Card ending in 4242',
      amount: euro('19.00'),
      status: 'succeeded',
      statusLabel: 'Received',
    },
    {
      id: 'pay_2',
      paidAt: '2026-10-02T22:30:00Z',
      method: 'Card ending in 1881',
      amount: euro('119.00'),
      status: 'failed',
      statusLabel: 'Declined',
    },
  ],
  related: [{ relation: 'corrected-by', number: 'CN-2026-0007', id: 'inv_5' }],
  dispute: null,
  bankTransfers: [transfers.epc],
  ...part,
});

export const aCreditNote = (part: Partial<Invoice> = {}): Invoice =>
  aFullInvoice({
    id: 'inv_5',
    number: 'CN-2026-0007',
    type: 'credit-note',
    // What a careless server might say of it.
    status: 'overdue',
    statusLabel: 'Overdue',
    dueOn: '2026-10-01',
    total: euro('-59.50'),
    paid: euro('0.00'),
    open: euro('-59.50'),
    lines: [aLine({ quantity: '-1', unitPrice: euro('50.00'), net: euro('-50.00') })],
    adjustments: [],
    taxes: [{ category: 'S', rate: '19', base: euro('-50.00'), tax: euro('-9.50'), reason: null }],
    netTotal: euro('-50.00'),
    taxTotal: euro('-9.50'),
    payments: [],
    note: null,
    related: [{ relation: 'corrects', number: '2026-0042', id: 'inv_1' }],
    allowedActions: ['pay'],
    bankTransfers: [],
    ...part,
  });

/** An invoice that the client objects to. */
export const aDisputedInvoice = (part: Partial<Invoice> = {}): Invoice =>
  aFullInvoice({ dispute: aDispute(), disputedAt: aDispute().disputedAt, allowedActions: ['pay', 'withdraw-dispute'], ...part });

/** Three invoices that can be paid together. */
export const payable: Invoice[] = [
  aFullInvoice(),
  aFullInvoice({ id: 'inv_2', number: '2026-0041', status: 'overdue', dueOn: '2026-09-15', paid: euro('0.00'), open: euro('119.00') }),
  aFullInvoice({ id: 'inv_3', number: '2026-0040', paid: euro('0.00'), open: euro('0.90'), dueOn: '2026-09-01' }),
];

export const getInvoices = (all: Invoice[] = [...payable, aCreditNote()]) =>
  http.get('/invoices/{invoiceId}', ({ params, response }) => {
    const found = all.find(({ id }) => id === params.invoiceId);
    return found ? response(200).json(found) : response.untyped(problem(404, 'No such invoice'));
  });

export const getDocument = () =>
  http.get('/invoices/{invoiceId}/documents/{format}', ({ params, response }) =>
    response.untyped(
      new Response('file', {
        headers: { 'Content-Type': 'application/pdf', 'Content-Disposition': `attachment; filename="${params.invoiceId}.pdf"` },
      }),
    ),
  );

/** Accepts every dispute; `seen` gets what was sent. */
export const createDispute = (seen: { key: string | null; body: NewDispute }[] = []) =>
  http.post('/invoices/{invoiceId}/dispute', async ({ request, response }) => {
    const { reason, text, lines = [] } = await request.json();
    seen.push({ key: request.headers.get('Idempotency-Key'), body: { reason, text, lines } });
    return response(201).json(aDispute({ reason, text, lines }));
  });

export const withdrawDispute = () => http.delete('/invoices/{invoiceId}/dispute', ({ response }) => response(204).empty());

/** Accepts every payment; `seen` gets what was asked for. */
export const createPayment = (seen: { key: string | null; body: NewPayment }[] = [], status = 'succeeded') =>
  http.post('/payments', async ({ request, response }) => {
    const body = await request.json();
    seen.push({ key: request.headers.get('Idempotency-Key'), body });
    const total = body.allocations.reduce((sum, { amount }) => sum + Math.round(Number(amount.amount) * 100), 0) / 100;
    return response(201).json({
      id: 'pay_9',
      status,
      statusLabel: status,
      amount: { amount: total.toFixed(2), currency: body.allocations[0]!.amount.currency },
      allocations: body.allocations,
    });
  });
