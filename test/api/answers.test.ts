import { expect } from '@open-wc/testing';
import { compareAnswers } from '../../src/api/answers.js';
import { connect } from '../../src/api/connection.js';
import { ApiError, unwrap } from '../../src/api/problem.js';
import { upload } from '../../src/api/upload.js';
import { anInvoice } from '../mocks/invoices.js';
import { problem } from '../mocks/http.js';
import { json, network, type Answer } from '../support/network.js';

const page = { nextCursor: null, prevCursor: null };
const sums = { open: [], overdue: [] };

describe('An answer that is not what the contract says', () => {
  let told: string[];
  const { warn } = console;
  const options = (...answers: Answer[]) => ({ baseUrl: `${location.origin}/api/v1`, fetch: network(...answers).send });
  const listInvoices = (body: unknown) => unwrap(connect(options(json(body))).api.GET('/invoices'));
  const fault = (error: unknown) => (error instanceof ApiError ? error.fault : error);

  before(async () => {
    // The first is taken as it comes.
    await listInvoices({ items: [], page, summary: sums });
    await compareAnswers();
  });
  beforeEach(() => {
    told = [];
    console.warn = (message: string) => void told.push(message);
  });
  afterEach(() => (console.warn = warn));

  it('is read as what it can only mean', async () => {
    const { items, page: place } = await listInvoices({
      items: [{ ...anInvoice(), id: 7, total: { amount: 12.5, currency: 'EUR' } }],
      page: { ...page, total: '1', totalIsEstimate: 'true' },
      summary: sums,
    });
    expect([items[0]!.id, items[0]!.total.amount, place.total, place.totalIsEstimate]).to.deep.equal(['7', '12.5', 1, true]);
    expect(told).to.deep.equal([
      'portal-elements: GET /invoices: items[0].id is the number 7; a string was expected.',
      'portal-elements: GET /invoices: items[0].total.amount is the number 12.5; a decimal number as a string, such as "12.50", was expected.',
      'portal-elements: GET /invoices: page.total is "1"; a number was expected.',
      'portal-elements: GET /invoices: page.totalIsEstimate is "true"; true or false was expected.',
    ]);
  });

  it('keeps a row of which nothing is known, and the others as they are', async () => {
    const { items } = await listInvoices({ items: [anInvoice(), null], page, summary: sums });
    expect(items[0]).to.deep.equal(anInvoice());
    expect([items[1]!.number, items[1]!.total, items[1]!.documents]).to.deep.equal(['—', { amount: '', currency: '—' }, []]);
  });

  it('is told of once, however many rows are wrong', async () => {
    const { dueOn: _, ...rest } = anInvoice();
    const wrong = { ...rest, dueOn: '01.11.2026' };
    await listInvoices({ items: [anInvoice(), wrong, wrong], page, summary: sums });
    await listInvoices({ items: [wrong], page, summary: sums });
    expect(told).to.deep.equal([
      'portal-elements: GET /invoices: items[1].dueOn is "01.11.2026"; a date such as "2026-11-21" was expected.',
    ]);
  });

  it('cannot be read when it is another thing altogether', async () => {
    for (const body of [null, [], 'text', 7, {}, { data: { items: [], page } }, { items: {}, page }])
      expect(await listInvoices(body).catch(fault), JSON.stringify(body)).to.equal('malformed');
    const { api } = connect(options(json({ data: anInvoice() })));
    const call = api.GET('/invoices/{invoiceId}', { params: { path: { invoiceId: 'inv_1' } } });
    expect(await unwrap(call).catch(fault)).to.equal('malformed');
  });

  it('is no trap when it is a problem', async () => {
    const answer = problem(422, 'No');
    const body = { ...((await answer.json()) as object), title: { en: 'No' }, detail: 7, errors: { name: 'wrong' } };
    const { api } = connect(options(json(body, { status: 422 })));
    const error = (await unwrap(api.GET('/invoices')).catch((each: unknown) => each)) as ApiError;
    expect([error.problem.title, error.problem.detail, error.problem.errors]).to.deep.equal([undefined, '7', undefined]);
  });

  it('is put right as well when it is about a file that was sent', async () => {
    const file = new File(['x'], 'x.pdf', { type: 'application/pdf' });
    const progress = { signal: new AbortController().signal, onProgress: () => undefined };
    const sent = await upload(options(json({ id: 7, name: null }, { status: 201 })), '/orders/ord_1/files', file, progress);
    expect([sent.id, sent.name]).to.deep.equal(['7', '—']);
    expect(told[0]).to.equal('portal-elements: POST /orders/ord_1/files: id is the number 7; a string was expected.');
  });
});
