/** What the API of the measured pages answers: made from a position, so that no list is too long to be served. */

const day = (position) => new Date(Date.UTC(2026, 10, 21) - position * 86_400_000).toISOString();
const euro = (amount) => ({ amount, currency: 'EUR' });

export function invoice(position) {
  const total = (20 + ((position * 37) % 900)).toFixed(2);
  const status = ['issued', 'paid', 'overdue'][position % 3];
  return {
    id: `inv_${position}`,
    number: `2026-${String(100_000 - position).padStart(6, '0')}`,
    type: position % 20 === 19 ? 'credit-note' : 'invoice',
    status,
    statusLabel: status,
    issuedOn: day(position % 1000).slice(0, 10),
    dueOn: day((position % 1000) - 14).slice(0, 10),
    total: euro(total),
    paid: euro(status === 'paid' ? total : '0.00'),
    open: euro(status === 'paid' ? '0.00' : total),
    reference: null,
    documents: [
      { format: 'pdf', mediaType: 'application/pdf' },
      { format: 'ubl', mediaType: 'application/xml' },
    ],
    allowedActions: status === 'paid' ? [] : ['pay'],
  };
}

function call(position) {
  const seconds = (position * 53) % 900;
  const result = seconds === 0 ? 'no-answer' : 'answered';
  return {
    id: `call_${position}`,
    direction: ['out', 'in', 'internal'][position % 3],
    from: {
      number: `+493012345${String(position % 100).padStart(2, '0')}`,
      name: position % 4 === 0 ? 'Front desk' : null,
      extension: '301',
    },
    to: { number: `+42060112${String(position % 10_000).padStart(4, '0')}`, name: null, extension: null },
    startedAt: new Date(Date.UTC(2026, 10, 21, 9) - position * 61_000).toISOString(),
    durationSeconds: seconds + 8,
    billableSeconds: seconds,
    result,
    resultLabel: result,
    destination: 'Czechia mobile',
    cost: euro((seconds * 0.0015).toFixed(6)),
    rating: 'rated',
    final: true,
  };
}

function page(make, total, query) {
  const limit = Number(query.get('limit') ?? 50);
  const from = Number(query.get('cursor') ?? 0);
  const backwards = Boolean(query.get('sort')) && !query.get('sort').startsWith('-');
  const length = Math.min(limit, total - from);
  const items = Array.from({ length }, (_, index) => make(backwards ? total - 1 - from - index : from + index));
  const cursor = (position) => (position >= 0 && position < total ? String(position) : null);
  return { items, page: { nextCursor: cursor(from + limit), prevCursor: cursor(from - limit), total } };
}

/** A page of `total` invoices; a search finds a tenth of them. */
export const invoicePage = (total, query) => ({
  ...page(invoice, query.get('q') ? total / 10 : total, query),
  summary: { open: [euro('338.00')], overdue: [euro('119.00')] },
});

/** A page of `total` calls; a search finds a tenth of them. */
export const callPage = (total, query) => ({
  ...page(call, query.get('q') ? total / 10 : total, query),
  summary: { count: total, answered: total, billedSeconds: total * 60, cost: [euro('395.00')] },
  oldestAvailableOn: '2025-11-01',
});

/** What `/api/v1` answers to a GET, by path; `total`: how many records are behind it. */
export function answer(url, total = 1000) {
  const { pathname, searchParams } = new URL(url, 'http://127.0.0.1');
  if (pathname.endsWith('/invoices')) return invoicePage(total, searchParams);
  if (pathname.endsWith('/calls')) return callPage(total, searchParams);
  return undefined;
}
