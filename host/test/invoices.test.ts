import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import Papa from 'papaparse';
import type { components } from 'portal-elements/contract';
import { demoInvoices } from '../demo/invoices.js';
import { compareAmounts, sumOf } from '../src/http/money.js';
import { importInvoice } from '../src/import/invoices.js';
import { companyToday } from '../src/company.js';
import { startHost } from './support/host.js';

type InvoicePage = components['schemas']['InvoicePage'];
type InvoiceSummary = components['schemas']['InvoiceSummary'];
type Invoice = components['schemas']['Invoice'];

const today = companyToday();
const host = await startHost();
await demoInvoices(host.database, today);
const owner = await host.signIn('owner@acme.example');

async function page(query: string, send = owner): Promise<InvoicePage> {
  const response = await send('GET', `/invoices${query}`);
  assert.equal(response.status, 200, await response.clone().text());
  return (await response.json()) as InvoicePage;
}

/** Every row of a filter, page by page forwards; then backwards, which must give the same. */
async function walk(query = '?', limit = 90): Promise<InvoiceSummary[]> {
  const forwards: InvoiceSummary[] = [];
  let current = await page(`${query}&limit=${limit}`);
  const backwards: InvoiceSummary[][] = [];
  for (;;) {
    forwards.push(...current.items);
    if (!current.page.nextCursor) break;
    current = await page(`${query}&limit=${limit}&cursor=${current.page.nextCursor}`);
  }
  for (;;) {
    backwards.unshift(current.items);
    if (!current.page.prevCursor) break;
    current = await page(`${query}&limit=${limit}&cursor=${current.page.prevCursor}`);
  }
  assert.deepEqual(ids(backwards.flat()), ids(forwards));
  assert.equal(current.page.total, forwards.length);
  return forwards;
}

const ids = (invoices: readonly { id: string }[]) => invoices.map(({ id }) => id);
const read = async (id: string) => (await (await owner('GET', `/invoices/${id}`)).json()) as Invoice;
const all = await walk();
const firstOf = (matches: (invoice: InvoiceSummary) => boolean) => all.find(matches) ?? assert.fail('The demo has no such invoice');

describe('the list', () => {
  test('has every visible invoice once, newest first', async () => {
    const visible = await host.database
      .selectFrom('invoices')
      .select('id')
      .where('client_id', '=', 'cli_acme')
      .where('state', 'not in', ['draft', 'written-off'])
      .execute();
    assert.deepEqual(ids(all).sort(), ids(visible).sort());
    assert.equal(all.length, 1000);
    assert.deepEqual(
      all.map(({ issuedOn }) => issuedOn),
      all
        .map(({ issuedOn }) => issuedOn)
        .sort()
        .reverse(),
    );
  });

  test('has every state of an invoice, in currencies with 0, 2 and 3 decimals', () => {
    const states = ['proforma', 'issued', 'partially-paid', 'paid', 'overdue', 'processing', 'refunded', 'partially-refunded', 'cancelled', 'collections']; // prettier-ignore
    for (const state of states) firstOf(({ status }) => status === state);
    for (const [currency, shape] of [
      ['JPY', /^-?\d+$/],
      ['EUR', /^-?\d+\.\d\d$/],
      ['KWD', /^-?\d+\.\d{3}$/],
    ] as const)
      for (const { total, paid, open } of all.filter((invoice) => invoice.total.currency === currency))
        for (const { amount } of [total, paid, open]) assert.match(amount, shape);
  });

  for (const key of ['issuedOn', 'dueOn', 'number', 'total', 'open'] as const)
    for (const direction of ['', '-'])
      test(`sorted by ${direction}${key} is complete and in order, missing values last`, async () => {
        const sorted = await walk(`?sort=${direction}${key}`, 171);
        assert.deepEqual(ids(sorted).sort(), ids(all).sort());
        const value = (invoice: InvoiceSummary) => {
          const field = invoice[key];
          return typeof field === 'object' && field !== null ? field.amount : (field ?? null);
        };
        const compare = (left: string, right: string) =>
          key === 'total' || key === 'open' ? compareAmounts(left, right) : left < right ? -1 : left > right ? 1 : 0;
        for (let index = 1; index < sorted.length; index++) {
          const [left, right] = [value(sorted[index - 1]!), value(sorted[index]!)];
          if (left === null) assert.equal(right, null);
          else if (right !== null) assert.ok(direction ? compare(left, right) >= 0 : compare(left, right) <= 0, `${left}, ${right}`);
        }
      });

  const isOpen = ({ open }: InvoiceSummary) => compareAmounts(open.amount, '0') > 0;
  const filters: [string, (invoice: InvoiceSummary) => boolean][] = [
    ['state=open', isOpen],
    ['state=paid', (invoice) => !isOpen(invoice)],
    ['state=overdue', ({ status }) => status === 'overdue' || status === 'collections'],
    ['type=credit-note', ({ type }) => type === 'credit-note'],
    ['currency=JPY', ({ total }) => total.currency === 'JPY'],
    ['issuedFrom=2025-03-01&issuedTo=2025-03-31', ({ issuedOn }) => issuedOn >= '2025-03-01' && issuedOn <= '2025-03-31'],
    ['totalMin=100&totalMax=200.5', ({ total: { amount } }) => compareAmounts(amount, '100') >= 0 && compareAmounts(amount, '200.5') <= 0],
    ['q=po-12', ({ reference }) => reference?.startsWith('PO-12') ?? false],
    ['type=invoice&currency=KWD&state=paid', (one) => one.type === 'invoice' && one.total.currency === 'KWD' && !isOpen(one)],
  ];
  for (const [query, matches] of filters)
    test(`filtered by ${query} has what matches, with its sums`, async () => {
      const expected = all.filter(matches);
      assert.deepEqual(ids(await walk(`?${query}`, 120)).sort(), ids(expected).sort());
      const { summary } = await page(`?${query}`);
      const sums = (invoices: InvoiceSummary[]) =>
        [...new Set(invoices.map(({ open }) => open.currency))].sort().map((currency) => ({
          amount: sumOf(invoices.filter(({ open }) => open.currency === currency).map(({ open }) => open.amount)),
          currency,
        }));
      const same = (actual: InvoicePage['summary']['open'], wanted: InvoicePage['summary']['open']) => {
        assert.deepEqual(
          actual.map(({ currency }) => currency),
          wanted.map(({ currency }) => currency),
        );
        actual.forEach(({ amount }, index) => assert.equal(compareAmounts(amount, wanted[index]!.amount), 0));
      };
      same(summary.open, sums(expected.filter(isOpen)));
      same(summary.overdue, sums(expected.filter(({ status }) => status === 'overdue' || status === 'collections')));
    });

  test('finds line texts without regard to case and accents, and takes wildcards as they are', async () => {
    const found = await page('?q=ZOLW-hosting&limit=1');
    assert.ok(found.items.length === 1);
    assert.ok((await read(found.items[0]!.id)).lines.some(({ description }) => description.includes('żółw-hosting')));
    assert.equal((await page('?q=%25')).page.total, (await walk('?q=%25')).length);
    assert.equal((await page('?q=_____________________________________')).page.total, 0);
  });

  test('filtered by contract has the invoices with a line of it', async () => {
    const found = ids(await walk('?contractId=con_acme_rack'));
    const lines = await host.database
      .selectFrom('invoice_lines')
      .select('invoice_id')
      .distinct()
      .where('contract_id', '=', 'con_acme_rack')
      .execute();
    assert.deepEqual(found.sort(), lines.map(({ invoice_id }) => invoice_id).filter((id) => ids(all).includes(id)).sort()); // prettier-ignore
    assert.equal((await page('?contractId=con_globex_web')).page.total, 0);
  });

  test('refuses a cursor that is damaged or of another filter or sort', async () => {
    const { nextCursor } = (await page('?limit=5')).page;
    const tried = [
      `?cursor=${nextCursor}&sort=number`,
      `?cursor=${nextCursor}&state=open`,
      `?cursor=${nextCursor!.slice(0, -3)}`,
      '?cursor=AAAA',
      `?cursor=${Buffer.from('["2025-99-99","x","next","y"]').toString('base64url')}`,
    ];
    for (const query of tried) {
      const response = await owner('GET', `/invoices${query}`);
      assert.equal(response.status, 400, query);
      assert.match(response.headers.get('content-type')!, /problem\+json/);
    }
    assert.equal((await owner('GET', `/invoices?limit=7&cursor=${nextCursor}`)).status, 200);
  });

  test('refuses malformed filters', async () => {
    for (const query of [
      'issuedFrom=2025-02-30',
      'issuedTo=0000-01-01',
      'totalMin=ten',
      'sort=colour',
      'limit=0',
      'limit=201',
      'currency=eur',
      'state=lost',
    ])
      assert.equal((await owner('GET', `/invoices?${query}`)).status, 400, query);
  });
});

describe('CSV', () => {
  test('has all of the filter, in the order of the list', async () => {
    const response = await owner('GET', '/invoices?state=open&sort=-open&limit=5', { headers: { accept: 'text/csv' } });
    assert.match(response.headers.get('content-type')!, /^text\/csv; *charset=utf-8/);
    assert.match(response.headers.get('content-disposition')!, /^attachment; filename="invoices-\d{4}-\d\d-\d\d\.csv"/);
    const text = await response.text();
    assert.ok(text.includes('\r\n') && !/[^\r]\n/.test(text));
    const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
    const listed = await walk('?state=open&sort=-open');
    assert.deepEqual(
      data.map((row) => [row['Number'], row['Due'], row['Total'], row['Open'], row['Currency'], row['Status']]),
      listed.map(({ number, dueOn, total, open, statusLabel }) => [
        number,
        dueOn ?? '',
        total.amount,
        open.amount,
        total.currency,
        statusLabel,
      ]),
    );
  });

  test('defuses what a spreadsheet would run, but not negative amounts', async () => {
    const hostile = ['=1+1', '+49 30', '-2', '@SUM(A1)', '\tx', '\rx', '\nx', '"quoted", and, commas\r\n', '=HYPERLINK("http://x")'];
    const [sample] = await host.database
      .selectFrom('invoices')
      .selectAll()
      .where('client_id', '=', 'cli_acme')
      .where('total', '<', '0')
      .limit(1)
      .execute();
    for (const [index, reference] of hostile.entries())
      await host.database
        .insertInto('invoices')
        .values({ ...sample!, id: `inv_hostile_${index}`, number: `H-${index}`, reference, search: 'hostile', adjustments: '[]' as never })
        .execute();
    const text = await (await owner('GET', '/invoices?q=hostile&sort=number', { headers: { accept: 'text/csv' } })).text();
    const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
    assert.deepEqual(
      data.map((row) => row['Reference']),
      hostile.map((cell) => (cell.startsWith('"') ? cell : `'${cell}`)),
    );
    for (const row of data) assert.match(row['Total']!, /^-\d/);
    await host.database.deleteFrom('invoices').where('search', '=', 'hostile').execute();
  });
});

describe('one invoice', () => {
  test('adds up', async () => {
    for (const status of ['paid', 'overdue', 'issued', 'partially-paid', 'refunded']) {
      const invoice = await read(firstOf((one) => one.status === status).id);
      const adjustments = invoice.adjustments ?? [];
      const sum = (...amounts: { amount: string }[]) => sumOf(amounts.map(({ amount }) => amount));
      const equal = (left: string, right: string) => assert.equal(compareAmounts(left, right), 0, `${invoice.number}: ${left}, ${right}`);
      equal(sum(...invoice.lines.map(({ net }) => net), ...adjustments.map(({ amount }) => amount)), invoice.netTotal.amount);
      equal(sum(...invoice.taxes.map(({ tax }) => tax)), invoice.taxTotal.amount);
      equal(sum(invoice.netTotal, invoice.taxTotal, invoice.rounding!), invoice.total.amount);
      const received = invoice.payments.filter((payment) => payment.status === 'succeeded').map(({ amount }) => amount);
      equal(sum(invoice.prepaid!, ...received), invoice.paid.amount);
      if (status !== 'refunded') equal(sum(invoice.paid, invoice.open), invoice.total.amount);
    }
  });

  test('can be paid only where it owes something and nothing is under way', () => {
    for (const { status, type, allowedActions, open } of all) {
      const payable =
        ['issued', 'overdue', 'partially-paid', 'collections', 'proforma'].includes(status) &&
        type !== 'credit-note' &&
        compareAmounts(open.amount, '0') > 0;
      assert.equal(allowedActions.includes('pay'), payable);
    }
  });

  test('is overdue only past its due date, with something open, and never as a credit note', () => {
    for (const { status, type, dueOn, open } of all.filter((invoice) => invoice.status === 'overdue')) {
      assert.ok(status && type === 'invoice' && dueOn! < today && compareAmounts(open.amount, '0') > 0);
    }
    for (const { dueOn, open } of all.filter(({ type }) => type === 'credit-note')) {
      assert.equal(dueOn, null);
      assert.equal(compareAmounts(open.amount, '0'), 0);
    }
  });

  test('knows the invoice it corrects, and that one knows it', async () => {
    const credit = await read(firstOf(({ type }) => type === 'credit-note').id);
    const [corrected] = credit.related;
    assert.equal(corrected!.relation, 'corrects');
    const invoice = await read(corrected!.id!);
    assert.deepEqual(invoice.related, [{ relation: 'corrected-by', number: credit.number, id: credit.id }]);
  });

  test('is not there when it is a draft, written off, or of another client', async () => {
    const hidden = await host.database.selectFrom('invoices').select('id').where('state', 'in', ['draft', 'written-off']).execute();
    const other = await host.database.selectFrom('invoices').select('id').where('client_id', '=', 'cli_globex').limit(3).execute();
    assert.ok(hidden.length > 1 && other.length === 3);
    for (const { id } of [...hidden, ...other, { id: 'no-such' }, { id: '%00' }, { id: '..%2f..' }])
      for (const path of [
        `/invoices/${id}`,
        `/invoices/${id}/documents/pdf`,
        `/invoices/${id}/documents/ubl`,
        `/invoices/${id}/documents/csv`,
      ])
        assert.ok([404, 400].includes((await owner('GET', path)).status), path);
    const globex = await host.signIn('owner@globex.example');
    for (const { id } of other)
      assert.equal((await globex('GET', `/invoices/${id}`)).status, hidden.some((one) => one.id === id) ? 404 : 200);
    assert.ok((await page('?limit=200', globex)).items.every(({ id }) => id.startsWith('inv_globex')));
  });

  test('is refused without the permission', async () => {
    const tech = await host.signIn('tech@acme.example');
    for (const path of ['/invoices', `/invoices/${all[0]!.id}`, `/invoices/${all[0]!.id}/documents/pdf`])
      assert.equal((await tech('GET', path)).status, 403, path);
  });
});

describe('documents', () => {
  test('the PDF is a PDF of that invoice, named by it', async () => {
    for (const invoice of [all[0]!, firstOf(({ type }) => type === 'credit-note'), firstOf(({ total }) => total.currency === 'KWD')]) {
      const response = await owner('GET', `/invoices/${invoice.id}/documents/pdf`);
      assert.equal(response.headers.get('content-type'), 'application/pdf');
      assert.match(response.headers.get('content-disposition')!, new RegExp(`filename="[\\w ]+ ${invoice.number}\\.pdf"`));
      const bytes = Buffer.from(await response.arrayBuffer());
      assert.equal(bytes.subarray(0, 5).toString(), '%PDF-');
      assert.ok(bytes.includes(`${invoice.type === 'credit-note' ? 'Credit note' : ''} ${invoice.number}`.trim()));
      assert.match(bytes.subarray(-8).toString(), /%%EOF/);
    }
  });

  test('the lines are CSV', async () => {
    const invoice = await read(all[0]!.id);
    const response = await owner('GET', `/invoices/${invoice.id}/documents/csv`);
    const { data } = Papa.parse<Record<string, string>>(await response.text(), { header: true, skipEmptyLines: true });
    assert.deepEqual(
      data.map((row) => [row['Description'], row['Quantity'], row['Net']]),
      invoice.lines.map(({ description, quantity, net }) => [description, quantity, net.amount]),
    );
  });

  test('the e-invoice claims to keep to EN 16931 where its two decimals are enough', async () => {
    const claims = async ({ id }: InvoiceSummary) => /en16931/.test(await (await owner('GET', `/invoices/${id}/documents/ubl`)).text());
    assert.equal(await claims(firstOf(({ total }) => total.currency === 'EUR')), true);
    assert.equal(await claims(firstOf(({ total }) => total.currency === 'KWD')), false);
  });

  test('the e-invoice, read again, is the same invoice', async () => {
    const kinds = [
      firstOf(({ type }) => type === 'credit-note'),
      firstOf(({ type }) => type === 'proforma'),
      firstOf(({ total }) => total.currency === 'JPY'),
      firstOf(({ total }) => total.amount.startsWith('-')),
      ...all.filter(({ type, paid }) => type === 'invoice' && compareAmounts(paid.amount, '0') === 0).slice(0, 25),
    ];
    for (const { id } of kinds) {
      const original = await read(id);
      const response = await owner('GET', `/invoices/${id}/documents/ubl`);
      assert.equal(response.headers.get('content-type'), 'application/xml');
      const content = Buffer.from(await response.arrayBuffer());
      const file = { kind: 'invoices', clientId: 'cli_globex', filename: 'x.xml', content };
      assert.deepEqual(await importInvoice(host.database, file), { imported: 1, unchanged: 0, skipped: [] });
      assert.deepEqual(await importInvoice(host.database, file), { imported: 0, unchanged: 1, skipped: [] });
      const globex = await host.signIn('owner@globex.example');
      const { items } = await page(`?q=${original.number}&type=${original.type}`, globex);
      const copy = items.find(({ number }) => number === original.number) ?? assert.fail(original.number);
      const again = (await (await globex('GET', `/invoices/${copy.id}`)).json()) as Invoice;
      const comparable = ({ number, type, issuedOn, dueOn, total, reference, seller, buyer, note, lines, adjustments, taxes, netTotal, taxTotal, rounding, periodFrom, periodTo, prepaid }: Invoice) => ({ number, type, issuedOn, dueOn, total, reference, seller, buyer, note, lines, adjustments, taxes, netTotal, taxTotal, rounding, periodFrom, periodTo, prepaid }); // prettier-ignore
      assert.deepEqual(comparable(again), comparable(original));
      const kept = await globex('GET', `/invoices/${copy.id}/documents/ubl`);
      assert.deepEqual(Buffer.from(await kept.arrayBuffer()), content, 'An imported e-invoice is given out as it came');
    }
  });
});
