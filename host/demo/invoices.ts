import type { Insertable, Kysely } from 'kysely';
import { insertRows } from '../src/database/insert-rows.js';
import type {
  InvoiceAdjustment,
  InvoiceDisputeTable,
  InvoiceLineTable,
  InvoiceReferenceTable,
  InvoiceTable,
  InvoiceTaxTable,
  PaymentAllocationTable,
  PaymentTable,
} from '../src/invoices/tables.js';
import type { Database } from '../src/database/tables.js';
import { currencyExponent, divide, fromUnits, multiply, negate, sumOf } from '../src/http/money.js';
import { searchText } from '../src/http/search.js';
import { company, companyToday, type Company } from '../src/company.js';
import { hiddenStates } from '../src/invoices/status.js';
import { enterInvoices, enterPayments } from '../src/ledger/entries.js';
import { Random } from './random.js';

const day = 86_400_000;

interface Rows {
  invoices: Insertable<InvoiceTable>[];
  invoice_lines: InvoiceLineTable[];
  invoice_taxes: InvoiceTaxTable[];
  invoice_references: InvoiceReferenceTable[];
  invoice_disputes: InvoiceDisputeTable[];
  payments: PaymentTable[];
  payment_allocations: PaymentAllocationTable[];
}

interface Product {
  weight: number;
  description: string;
  unit: string | null;
  /** The net price of one in euros, in cents. */
  price: number;
  quantity: [number, number];
  contractId?: string;
  periodic?: boolean;
  reducedTax?: boolean;
}

const products: Product[] = [
  { weight: 10, description: 'Virtual server M, 4 cores, 8 GB', unit: 'month', price: 1_490, quantity: [1, 6], periodic: true },
  { weight: 6, description: 'Dedicated server X12, 128 GB', unit: 'month', price: 18_900, quantity: [1, 2], periodic: true },
  { weight: 8, description: 'Serverhousing, rack B12, half', unit: 'month', price: 29_500, quantity: [1, 1], contractId: 'con_acme_rack', periodic: true },
  { weight: 5, description: 'Electricity, rack B12', unit: 'kWh', price: 38, quantity: [180, 640], contractId: 'con_acme_rack', periodic: true },
  { weight: 5, description: 'Traffic beyond the included volume', unit: 'GB', price: 4, quantity: [120, 4_000], contractId: 'con_acme_rack', periodic: true },
  { weight: 9, description: 'Web hosting Business, acme.example', unit: 'month', price: 1_990, quantity: [1, 1], contractId: 'con_acme_web', periodic: true },
  { weight: 7, description: 'Office telephony, extensions', unit: 'piece', price: 490, quantity: [8, 24], contractId: 'con_acme_voip', periodic: true },
  { weight: 6, description: 'Calls beyond the flat rate', unit: 'minute', price: 3, quantity: [40, 2_500], contractId: 'con_acme_voip', periodic: true },
  { weight: 3, description: 'Branch office lines', unit: 'piece', price: 690, quantity: [2, 8], contractId: 'con_acme_voip2', periodic: true },
  { weight: 4, description: 'Domain renewal acme.example', unit: 'year', price: 1_250, quantity: [1, 1] },
  { weight: 3, description: 'Domain renewal żółw-hosting.example', unit: 'year', price: 2_400, quantity: [1, 1] },
  { weight: 3, description: 'TLS certificate, wildcard', unit: 'year', price: 14_900, quantity: [1, 1] },
  { weight: 3, description: 'IPv4 addresses, block /29', unit: 'month', price: 1_200, quantity: [1, 3], periodic: true },
  { weight: 3, description: 'Remote hands in the data centre', unit: 'hour', price: 9_500, quantity: [1, 4] },
  { weight: 2, description: 'Backup storage, 1 TB, second site', unit: 'month', price: 2_950, quantity: [1, 4], periodic: true },
  { weight: 1, description: 'Administrator’s handbook, printed', unit: 'piece', price: 3_900, quantity: [1, 2], reducedTax: true },
  { weight: 1, description: 'Late payment fee', unit: null, price: 4_000, quantity: [1, 1] },
]; // prettier-ignore

/** A course that an invoice can take; `past` ones only after some weeks, `recent` ones only in the last weeks. */
interface Fate {
  name: string;
  weight: number;
  when?: 'past' | 'recent';
}

const fates: Fate[] = [
  { name: 'paid', weight: 100, when: 'past' },
  { name: 'paid-early', weight: 8, when: 'recent' },
  { name: 'unpaid', weight: 40, when: 'recent' },
  { name: 'processing', weight: 8, when: 'recent' },
  { name: 'proforma', weight: 6, when: 'recent' },
  { name: 'proforma-paid', weight: 2, when: 'past' },
  { name: 'draft', weight: 6, when: 'recent' },
  { name: 'partially-paid', weight: 6, when: 'recent' },
  { name: 'partially-overdue', weight: 1, when: 'past' },
  { name: 'overdue', weight: 3, when: 'past' },
  { name: 'collections', weight: 1, when: 'past' },
  { name: 'credited', weight: 4, when: 'past' },
  { name: 'cancelled', weight: 2, when: 'past' },
  { name: 'refunded', weight: 1.5, when: 'past' },
  { name: 'partially-refunded', weight: 1.5, when: 'past' },
  { name: 'declined-then-paid', weight: 2, when: 'past' },
  { name: 'prepaid', weight: 2, when: 'past' },
  { name: 'written-off', weight: 1, when: 'past' },
  { name: 'zero', weight: 1 },
  { name: 'negative', weight: 1, when: 'past' },
];

const methods = ['Card', 'Bank transfer', 'Direct debit', 'PayPal'];

interface Customer {
  clientId: string;
  prefix: string;
  count: number;
  seed: number;
  currencies: { currency: string; weight: number; perEuro: string }[];
  /** Currencies of the latest unpaid invoices, one each. */
  unpaidIn?: readonly string[];
  buyer: InvoiceTable['buyer'];
  /** The person who has objected to an invoice. */
  contact: string;
  /** Reverse charge instead of tax, as for businesses in other countries. */
  reverseCharge: boolean;
}

const customers: Customer[] = [
  {
    clientId: 'cli_acme',
    prefix: '',
    count: 1000,
    seed: 11,
    currencies: [
      { currency: 'EUR', weight: 92, perEuro: '1' },
      { currency: 'JPY', weight: 4, perEuro: '163' },
      { currency: 'KWD', weight: 4, perEuro: '0.334' },
      { currency: 'CHF', weight: 0.5, perEuro: '0.94' },
      { currency: 'CZK', weight: 0.5, perEuro: '24.7' },
    ],
    unpaidIn: ['CHF', 'CZK'],
    buyer: { name: 'Acme GmbH', addressLines: ['Torstraße 140', '10119 Berlin'], country: 'DE', vatId: 'DE111111125' },
    contact: 'Olivia Owner',
    reverseCharge: false,
  },
  {
    clientId: 'cli_globex',
    prefix: 'G',
    count: 60,
    seed: 12,
    currencies: [
      { currency: 'CZK', weight: 70, perEuro: '24.7' },
      { currency: 'EUR', weight: 30, perEuro: '1' },
    ],
    buyer: { name: 'Globex s.r.o.', addressLines: ['Příčná 12', '110 00 Praha 1'], country: 'CZ', vatId: 'CZ00000019' },
    contact: 'Gita Globex',
    reverseCharge: true,
  },
];

const sellerOf = ({ name, addressLines, country, vatId }: Company) => ({ name, addressLines, country, vatId });

/** Five years of invoices up to today for the clients of the demo, in every state and in currencies with 0, 2 and 3 decimals. */
export async function demoInvoices(database: Kysely<Database>, today = companyToday()): Promise<void> {
  const rows: Rows = {
    invoices: [],
    invoice_lines: [],
    invoice_taxes: [],
    invoice_references: [],
    invoice_disputes: [],
    payments: [],
    payment_allocations: [],
  };
  for (const customer of customers) new Ledger(rows, customer, today).fill();
  await insertRows(database, 'invoices', rows.invoices as InvoiceTable[]);
  await insertRows(database, 'invoice_lines', rows.invoice_lines);
  await insertRows(database, 'invoice_taxes', rows.invoice_taxes);
  await insertRows(database, 'invoice_references', rows.invoice_references);
  await insertRows(database, 'invoice_disputes', rows.invoice_disputes);
  await insertRows(database, 'payments', rows.payments);
  await insertRows(database, 'payment_allocations', rows.payment_allocations);
  await enterInvoices(database);
  await enterPayments(database);
}

/** Writes the invoices of one customer, in the order of their dates. */
class Ledger {
  private readonly random: Random;
  private readonly numbers = new Map<string, number>();
  private written = 0;

  constructor(
    private readonly rows: Rows,
    private readonly customer: Customer,
    private readonly today: string,
  ) {
    this.random = new Random(customer.seed);
  }

  fill(): void {
    const plan = this.plan();
    const unpaid = plan.filter(({ fate }) => fate === 'unpaid').reverse();
    const disputed = plan.findLast(({ fate }) => fate === 'overdue');
    for (const one of plan) {
      const invoice = this.write(one.issued, one.fate, this.customer.unpaidIn?.[unpaid.indexOf(one)]);
      if (one === disputed) this.dispute(invoice);
    }
  }

  /** Dates with fates, oldest first, for as many visible documents as there shall be. */
  private plan(): { issued: string; fate: string }[] {
    const { random, customer } = this;
    const end = Date.parse(this.today);
    // Somewhat more than five years, for the oldest dates may not be needed.
    const span = Math.round(5.3 * 365);
    const dates = Array.from({ length: Math.ceil(customer.count * 1.03) }, () =>
      isoDay(end - Math.floor(random.next() ** 1.1 * span) * day),
    );
    dates.sort((left, right) => (left < right ? 1 : -1));
    const plan: { issued: string; fate: string }[] = [];
    let visible = 0;
    for (const issued of dates) {
      if (visible === customer.count) break;
      const age = (end - Date.parse(issued)) / day;
      const { name } = random.weighted(fates.filter(({ when }) => !when || (when === 'past' ? age > 30 : age <= 30)));
      const fate = name === 'credited' && visible === customer.count - 1 ? 'paid' : name;
      visible += fate === 'credited' ? 2 : hiddenStates.includes(fate) ? 0 : 1;
      plan.push({ issued, fate });
    }
    return plan.reverse();
  }

  private write(issued: string, fate: string, wanted?: string): InvoiceTable {
    const { random, customer } = this;
    const usual = random.weighted(customer.currencies);
    const { currency, perEuro } = customer.currencies.find((one) => one.currency === wanted) ?? usual;
    const isProforma = fate.startsWith('proforma');
    const invoice = this.invoice({ issued, fate, currency, perEuro, isProforma });

    const pay = (status: string, after: number, amount = invoice.open) => this.pay(invoice, amount, status, after);
    const part = divide(multiply(invoice.open, String(random.between(1, 9)), 12), '10', currencyExponent(currency));
    if (fate === 'paid' || fate === 'proforma-paid') pay('succeeded', random.between(1, 20));
    if (fate === 'paid-early') pay('succeeded', 0);
    if (fate === 'prepaid') pay('succeeded', 3);
    if (fate === 'declined-then-paid') {
      pay('failed', 5);
      pay('succeeded', 6);
    }
    if (fate === 'partially-paid') pay('succeeded', 0, part);
    if (fate === 'partially-overdue') pay('succeeded', 12, part);
    if (fate === 'processing') pay('processing', 0);
    if (fate === 'refunded') pay('refunded', 4);
    if (fate === 'partially-refunded') {
      pay('refunded', 9, part);
      pay('succeeded', 9);
    }
    if (fate === 'cancelled') invoice.open = '0';
    if (fate === 'credited') this.credit(invoice);
    return invoice;
  }

  private invoice(about: { issued: string; fate: string; currency: string; perEuro: string; isProforma: boolean }): InvoiceTable {
    const { random, customer } = this;
    const { issued, fate, currency, perEuro, isProforma } = about;
    const scale = currencyExponent(currency);
    const id = this.nextId();
    const sign = fate === 'negative' ? '-1' : '1';
    const count = Math.min(random.between(1, 5), random.between(1, 9)) + (random.chance(0.01) ? 40 : 0);
    const lines = Array.from({ length: count }, (_, index): InvoiceLineTable => {
      const product = random.weighted(products);
      const quantity = String(fate === 'zero' ? 0 : random.between(...product.quantity));
      const price = multiply(fromUnits(BigInt(product.price), 2), perEuro, scale);
      const period = product.periodic ? monthBefore(issued) : { period_from: null, period_to: null };
      return {
        invoice_id: id,
        position: index + 1,
        contract_id: customer.clientId === 'cli_acme' ? (product.contractId ?? null) : null,
        description: fate === 'negative' ? `Refund: ${product.description}` : product.description,
        quantity: multiply(quantity, sign, 0),
        unit: product.unit,
        unit_price: price,
        tax_category: customer.reverseCharge ? 'AE' : 'S',
        tax_rate: customer.reverseCharge ? '0' : product.reducedTax ? '7' : '19',
        net: multiply(multiply(price, quantity, scale), sign, scale),
        ...period,
      };
    });
    const adjustments = fate === 'zero' || fate === 'negative' ? [] : this.adjustments(lines[0]!, scale);
    const taxes = taxesOf(id, lines, adjustments, scale);
    const net = sumOf([...lines.map((line) => line.net), ...adjustments.map(({ amount }) => amount)]);
    const tax = sumOf(taxes.map((one) => one.tax));
    const gross = sumOf([net, tax]);
    const total = currency === 'CZK' ? multiply(gross, '1', 0) : gross;
    const prepaid = fate === 'prepaid' ? divide(total, '4', scale) : '0';
    const reference = random.chance(0.4) ? `PO-${random.between(1000, 9999)}` : null;
    const number = this.nextNumber(isProforma ? 'P' : fate === 'draft' ? 'D' : '', issued);
    const invoice: InvoiceTable = {
      id,
      client_id: customer.clientId,
      number,
      type: isProforma ? 'proforma' : 'invoice',
      type_code: isProforma ? '325' : '380',
      state: ['draft', 'written-off', 'cancelled', 'refunded', 'partially-refunded', 'collections'].includes(fate) ? fate : 'issued',
      issued_on: issued,
      due_on: addDays(issued, 14),
      currency,
      net_total: net,
      tax_total: tax,
      rounding: sumOf([total, negate(gross)]),
      total,
      prepaid,
      paid: prepaid,
      pending: '0',
      open: fate === 'negative' ? total : sumOf([total, negate(prepaid)]),
      reference,
      note: random.chance(0.08) ? 'Thank you for five years with us. Děkujeme za pět let s námi.' : null,
      payment_terms: 'Payable within 14 days without deduction.',
      ...monthBefore(issued),
      seller: sellerOf(company),
      buyer: customer.buyer,
      adjustments,
      disputed_at: null,
      payee: null,
      search: searchText([number, reference, ...lines.map(({ description }) => description)]),
    };
    this.rows.invoices.push(invoice);
    this.rows.invoice_lines.push(...lines);
    this.rows.invoice_taxes.push(...taxes);
    return invoice;
  }

  private adjustments(first: InvoiceLineTable, scale: number): InvoiceAdjustment[] {
    const adjustment = (description: string, share: string) => ({
      description,
      amount: multiply(first.net, share, scale),
      taxCategory: first.tax_category,
      taxRate: first.tax_rate,
    });
    if (this.random.chance(0.06)) return [adjustment('Loyalty discount, 5 % of the first line', '-0.05')];
    if (this.random.chance(0.02)) return [adjustment('Express surcharge', '0.1')];
    return [];
  }

  private pay(invoice: InvoiceTable, amount: string, status: string, after: number): void {
    const { random } = this;
    const at = Math.min(
      Date.parse(invoice.issued_on) + after * day + random.between(30_000, 60_000) * 1000,
      Date.parse(this.today) + 3_600_000,
    );
    const id = `pay_${invoice.id.slice(4)}_${this.rows.payments.length}`;
    this.rows.payments.push({
      id,
      client_id: invoice.client_id,
      key: `demo:${id}`,
      created_at: new Date(at),
      method: status === 'processing' ? 'Direct debit' : random.pick(methods),
      currency: invoice.currency,
      amount,
      status,
      settles_at: null,
      credit_id: null,
    });
    this.rows.payment_allocations.push({ payment_id: id, invoice_id: invoice.id, amount });
    if (status === 'processing') invoice.pending = amount;
    if (status === 'succeeded') invoice.paid = sumOf([invoice.paid, amount]);
    if (status === 'succeeded' || status === 'refunded') invoice.open = sumOf([invoice.open, negate(amount)]);
  }

  private dispute(invoice: InvoiceTable): void {
    const raised = new Date(Date.parse(invoice.due_on!) + 2 * day + 34_000_000);
    invoice.disputed_at = raised;
    this.rows.invoice_disputes.push({
      id: `dis_${invoice.id.slice(4)}`,
      invoice_id: invoice.id,
      reason: 'wrong-quantity',
      text: 'We gave back one of these in the month before. Please check the quantity and send a corrected invoice.',
      lines: [1],
      raised_by: this.customer.contact,
      raised_at: raised,
      withdrawn_at: null,
    });
  }

  /** A credit note for the whole invoice, some days later; the invoice then owes nothing. */
  private credit(invoice: InvoiceTable): void {
    const id = this.nextId();
    const issued = addDays(invoice.issued_on, this.random.between(2, 20));
    const number = this.nextNumber('C', issued);
    const owned = <Row extends { invoice_id: string }>(rows: Row[]) => rows.filter((row) => row.invoice_id === invoice.id);
    invoice.state = 'cancelled';
    invoice.open = '0';
    this.rows.invoices.push({
      ...invoice,
      id,
      number,
      type: 'credit-note',
      type_code: '381',
      state: 'issued',
      issued_on: issued,
      due_on: null,
      prepaid: '0',
      paid: '0',
      note: `Credit for invoice ${invoice.number}.`,
      payment_terms: null,
      search: `${invoice.search}\n${searchText([number, invoice.number])}`,
    });
    this.rows.invoice_lines.push(...owned(this.rows.invoice_lines).map((line) => ({ ...line, invoice_id: id })));
    this.rows.invoice_taxes.push(...owned(this.rows.invoice_taxes).map((tax) => ({ ...tax, invoice_id: id })));
    this.rows.invoice_references.push({ invoice_id: id, relation: 'corrects', number: invoice.number });
  }

  private nextId(): string {
    this.written += 1;
    return `inv_${this.customer.clientId.slice(4)}_${String(this.written).padStart(4, '0')}`;
  }

  private nextNumber(series: string, date: string): string {
    const start = `${this.customer.prefix}${series}${date.slice(0, 4)}`;
    const last = (this.numbers.get(start) ?? 0) + 1;
    this.numbers.set(start, last);
    return `${start}-${String(last).padStart(4, '0')}`;
  }
}

function taxesOf(id: string, lines: InvoiceLineTable[], adjustments: InvoiceAdjustment[], scale: number): InvoiceTaxTable[] {
  const parts = [
    ...lines.map((line) => ({ category: line.tax_category, rate: line.tax_rate, amount: line.net })),
    ...adjustments.map(({ taxCategory, taxRate, amount }) => ({ category: taxCategory, rate: taxRate, amount })),
  ];
  const rates = [...new Set(parts.map(({ rate }) => rate))];
  return rates.map((rate, index) => {
    const taxed = parts.filter((part) => part.rate === rate);
    const base = sumOf(taxed.map(({ amount }) => amount));
    const category = taxed[0]!.category;
    return {
      invoice_id: id,
      position: index + 1,
      category,
      rate,
      base,
      tax: multiply(base, divide(rate ?? '0', '100', 4), scale),
      reason: category === 'AE' ? 'Reverse charge: the recipient of the service owes the tax.' : null,
    };
  });
}

const isoDay = (time: number) => new Date(time).toISOString().slice(0, 10);
const addDays = (date: string, days: number) => isoDay(Date.parse(date) + days * day);

function monthBefore(date: string): { period_from: string; period_to: string } {
  const first = `${date.slice(0, 8)}01`;
  const last = addDays(first, -1);
  return { period_from: `${last.slice(0, 8)}01`, period_to: last };
}
