import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { components } from 'portal-elements/contract';
import type { InvoiceLineTable, InvoiceReferenceTable, InvoiceTable, InvoiceTaxTable, Payee } from './tables.js';
import { compareAmounts, divide, fromUnits, decimals, negate, sumOf, toUnits } from '../http/money.js';
import { unitWord } from './units.js';

type Party = components['schemas']['Party'];
type Owned<Row> = Omit<Row, 'invoice_id'>;

/** An invoice as an e-invoice tells it, without what only the portal knows. */
export interface UblInvoice {
  invoice: Omit<InvoiceTable, 'id' | 'client_id' | 'disputed_at' | 'search'>;
  lines: Owned<InvoiceLineTable>[];
  taxes: Owned<InvoiceTaxTable>[];
  references: Owned<InvoiceReferenceTable>[];
}

/** The file is no e-invoice of the kind that is read here. */
export class NotUbl extends Error {}

/** The file is an e-invoice, but what it says is incomplete or contradicts itself. */
export class InvalidInvoice extends Error {}

const namespace = 'urn:oasis:names:specification:ubl:schema:xsd:';
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  // Needed for numeric character references.
  htmlEntities: true,
});

/**
 * Reads a UBL 2.1 Invoice or CreditNote as EN 16931 uses them. Amounts stay decimal strings throughout. A document type declaration
 * is refused, and with it every entity an attacker could define.
 */
export function readUbl(bytes: Uint8Array): UblInvoice {
  const text = decode(bytes);
  if (/<!DOCTYPE/i.test(text)) throw new NotUbl('A document type declaration (DOCTYPE) is not accepted.');
  const validity = XMLValidator.validate(text);
  if (validity !== true) throw new NotUbl(`This is not XML: ${validity.err.msg} (line ${validity.err.line})`);
  const parsed = parser.parse(text) as Record<string, unknown>;
  const root = Object.keys(parsed).find((name) => name === 'Invoice' || name === 'CreditNote');
  if (!root || !text.includes(`${namespace}${root}-2`)) throw new NotUbl('This is XML, but neither a UBL 2.1 Invoice nor a CreditNote.');
  return toInvoice(new Element(root, parsed[root]), root === 'CreditNote');
}

/** An element of the document. Asking for what is absent gives nothing; requiring it throws. */
class Element {
  constructor(
    readonly name: string,
    private readonly content: unknown,
  ) {}

  all(name: string): Element[] {
    const found = this.get(name);
    return (Array.isArray(found) ? found : found === undefined ? [] : [found]).map((content) => new Element(name, content));
  }

  first(...path: string[]): Element | undefined {
    return path.reduce<Element | undefined>((element, name) => element?.all(name)[0], this);
  }

  require(...path: string[]): Element {
    const found = this.first(...path);
    if (!found) throw new InvalidInvoice(`${[this.name, ...path].join('/')} is missing.`);
    return found;
  }

  /** The text of the element at the path; null where there is none. */
  text(...path: string[]): string | null {
    const found = this.first(...path)?.content;
    const text = typeof found === 'string' ? found : ((found as Record<string, unknown> | undefined)?.['#text'] as string | undefined);
    return text?.replaceAll('\0', '').trim() || null;
  }

  requireText(...path: string[]): string {
    const text = this.text(...path);
    if (text === null) throw new InvalidInvoice(`${[this.name, ...path].join('/')} is missing.`);
    return text;
  }

  attribute(name: string): string | null {
    return (this.get(`@${name}`) as string | undefined)?.trim() || null;
  }

  private get(name: string): unknown {
    return typeof this.content === 'object' && this.content !== null && Object.hasOwn(this.content, name)
      ? (this.content as Record<string, unknown>)[name]
      : undefined;
  }
}

function toInvoice(root: Element, isCredit: boolean): UblInvoice {
  const currency = root.requireText('DocumentCurrencyCode');
  if (!/^[A-Z]{3}$/.test(currency)) throw new InvalidInvoice(`DocumentCurrencyCode is not an ISO 4217 code: ${currency}`);
  const read = new Amounts(currency);
  const typeCode = root.text(isCredit ? 'CreditNoteTypeCode' : 'InvoiceTypeCode') ?? (isCredit ? '381' : '380');
  const type = isCredit || typeCode === '381' ? 'credit-note' : typeCode === '325' ? 'proforma' : 'invoice';
  const totals = root.require('LegalMonetaryTotal');
  const taxTotal = taxTotalOf(root, currency);

  const lines = root.all(isCredit ? 'CreditNoteLine' : 'InvoiceLine').map((line, index) => toLine(line, index + 1, isCredit, read));
  if (lines.length === 0) throw new InvalidInvoice('There are no lines.');
  const adjustments = root.all('AllowanceCharge').map((element) => toAdjustment(element, read));
  const taxes = (taxTotal?.all('TaxSubtotal') ?? []).map((element, index) => toTax(element, index + 1, read));

  const tax = taxTotal ? read.required(taxTotal, 'TaxAmount') : '0';
  const net = read.required(totals, 'TaxExclusiveAmount');
  const gross = read.required(totals, 'TaxInclusiveAmount');
  const prepaid = read.optional(totals, 'PrepaidAmount') ?? '0';
  const rounding = read.optional(totals, 'PayableRoundingAmount') ?? '0';
  const payable = read.required(totals, 'PayableAmount');
  const lineTotal = read.required(totals, 'LineExtensionAmount');
  requireEqual('BR-CO-10', 'LineExtensionAmount', lineTotal, 'the lines', sumOf(lines.map((line) => line.net)));
  requireEqual(
    'BR-CO-13',
    'TaxExclusiveAmount',
    net,
    'lines, allowances and charges',
    sumOf([lineTotal, ...adjustments.map(({ amount }) => amount)]),
  );
  if (taxes.length > 0) requireEqual('BR-CO-14', 'TaxAmount', tax, 'the tax subtotals', sumOf(taxes.map((one) => one.tax)));
  requireEqual('BR-CO-15', 'TaxInclusiveAmount', gross, 'net and tax', sumOf([net, tax]));
  requireEqual('BR-CO-16', 'PayableAmount', payable, 'gross, prepaid and rounding', sumOf([gross, negate(prepaid), rounding]));

  return {
    invoice: {
      number: root.requireText('ID'),
      type,
      type_code: typeCode,
      state: 'issued',
      issued_on: readDate(root, 'IssueDate') ?? missing('IssueDate'),
      due_on: type === 'credit-note' ? null : readDate(root, 'DueDate'),
      currency,
      net_total: net,
      tax_total: tax,
      rounding,
      total: sumOf([gross, rounding]),
      prepaid,
      paid: type === 'credit-note' ? '0' : prepaid,
      pending: '0',
      open: type === 'credit-note' ? '0' : payable,
      reference: root.text('BuyerReference') ?? root.text('OrderReference', 'ID'),
      note: textsOf(root.all('Note')),
      payment_terms: textsOf(root.all('PaymentTerms').flatMap((terms) => terms.all('Note'))),
      ...toPeriod(root),
      seller: toParty(root.require('AccountingSupplierParty', 'Party')),
      buyer: toParty(root.require('AccountingCustomerParty', 'Party')),
      payee: toPayee(root),
      adjustments,
    },
    lines,
    taxes,
    references: toReferences(root, type === 'credit-note' || typeCode === '384' || gross.startsWith('-')),
  };
}

/** Reads amounts, all of which must be in the document's currency. */
class Amounts {
  constructor(private readonly currency: string) {}

  required(parent: Element, name: string): string {
    return this.optional(parent, name) ?? missing(`${parent.name}/${name}`);
  }

  optional(parent: Element, name: string): string | null {
    const element = parent.first(name);
    const text = element?.text();
    if (!element || !text) return null;
    const currency = element.attribute('currencyID');
    if (currency && currency !== this.currency) throw new InvalidInvoice(`${parent.name}/${name} is in ${currency}, not ${this.currency}.`);
    return readNumber(text, `${parent.name}/${name}`);
  }
}

function toLine(line: Element, position: number, isCredit: boolean, read: Amounts): Owned<InvoiceLineTable> {
  const quantity = line.first(isCredit ? 'CreditedQuantity' : 'InvoicedQuantity');
  const base = line.text('Price', 'BaseQuantity');
  const price = read.required(line.require('Price'), 'PriceAmount');
  const perOne = base && /[1-9]/.test(base) && Number(base) !== 1 ? divide(price, readNumber(base, 'BaseQuantity'), 10) : price;
  const item = line.require('Item');
  const category = item.first('ClassifiedTaxCategory');
  const unit = quantity?.attribute('unitCode') ?? null;
  return {
    position,
    contract_id: null,
    description: [item.text('Name') ?? item.text('Description'), line.text('Note')].filter(Boolean).join('\n') || missing('Item/Name'),
    quantity: readNumber(quantity?.text() ?? '1', 'Quantity'),
    unit: unit && unitWord(unit),
    unit_price: trimmed(perOne),
    tax_category: category?.text('ID') ?? 'O',
    tax_rate: readOptionalNumber(category?.text('Percent') ?? null, 'Percent'),
    net: read.required(line, 'LineExtensionAmount'),
    ...toPeriod(line),
  };
}

function toAdjustment(element: Element, read: Amounts): UblInvoice['invoice']['adjustments'][number] {
  const isCharge = element.text('ChargeIndicator') === 'true' || element.text('ChargeIndicator') === '1';
  const amount = read.required(element, 'Amount');
  return {
    description: element.text('AllowanceChargeReason') ?? element.text('AllowanceChargeReasonCode') ?? (isCharge ? 'Charge' : 'Allowance'),
    amount: isCharge ? amount : negate(amount),
    taxCategory: element.text('TaxCategory', 'ID') ?? 'O',
    taxRate: readOptionalNumber(element.text('TaxCategory', 'Percent'), 'Percent'),
  };
}

function toTax(element: Element, position: number, read: Amounts): Owned<InvoiceTaxTable> {
  return {
    position,
    category: element.text('TaxCategory', 'ID') ?? 'O',
    rate: readOptionalNumber(element.text('TaxCategory', 'Percent'), 'Percent'),
    base: read.required(element, 'TaxableAmount'),
    tax: read.required(element, 'TaxAmount'),
    reason: element.text('TaxCategory', 'TaxExemptionReason') ?? element.text('TaxCategory', 'TaxExemptionReasonCode'),
  };
}

/** There may be a second total in the currency of the tax office; the one of the document has its currency, and the subtotals. */
function taxTotalOf(root: Element, currency: string): Element | undefined {
  const totals = root.all('TaxTotal');
  return totals.find((total) => (total.first('TaxAmount')?.attribute('currencyID') ?? currency) === currency);
}

function toReferences(root: Element, isCorrection: boolean): Owned<InvoiceReferenceTable>[] {
  const numbers = root.all('BillingReference').map((reference) => reference.text('InvoiceDocumentReference', 'ID'));
  const distinct = [...new Set(numbers)].filter((number) => number !== null);
  return distinct.map((number) => ({ relation: isCorrection ? 'corrects' : 'refers-to', number }));
}

function toParty(party: Element): Party {
  const address = party.first('PostalAddress');
  const city = [address?.text('PostalZone'), address?.text('CityName')].filter(Boolean).join(' ');
  const tax = party.all('PartyTaxScheme').find((scheme) => scheme.text('TaxScheme', 'ID') === 'VAT');
  return {
    name: party.text('PartyLegalEntity', 'RegistrationName') ?? party.text('PartyName', 'Name') ?? missing(`${party.name}Name`),
    addressLines: [
      address?.text('StreetName'),
      address?.text('AdditionalStreetName'),
      ...(address?.all('AddressLine') ?? []).map((line) => line.text('Line')),
      city,
      address?.text('CountrySubentity'),
    ].filter((line): line is string => Boolean(line)),
    country: address?.text('Country', 'IdentificationCode') ?? null,
    vatId: tax?.text('CompanyID') ?? null,
  };
}

/** Credit transfers, by their codes of UNTDID 4461. */
const creditTransfers: readonly (string | null)[] = ['1', '30', '31', '42', '58'];

function toPayee(root: Element): Payee | null {
  const means = root.all('PaymentMeans').filter((one) => creditTransfers.includes(one.text('PaymentMeansCode')));
  const accounts = means.flatMap((one) => {
    const iban = one.text('PayeeFinancialAccount', 'ID');
    return iban === null ? [] : [{ iban, bic: one.text('PayeeFinancialAccount', 'FinancialInstitutionBranch', 'ID') }];
  });
  if (accounts.length === 0) return null;
  const other = root.text('PayeeParty', 'PartyName', 'Name');
  const seller = root.require('AccountingSupplierParty', 'Party');
  const reference = means.map((one) => one.text('PaymentID')).find((text) => text !== null) ?? null;
  return {
    name: other ?? toParty(seller).name,
    address: other === null ? toAddress(seller.first('PostalAddress')) : null,
    accounts,
    reference,
  };
}

function toAddress(address: Element | undefined): Payee['address'] {
  const [street, postalCode, town] = [address?.text('StreetName'), address?.text('PostalZone'), address?.text('CityName')];
  const country = address?.text('Country', 'IdentificationCode');
  return postalCode && town && country ? { street: street ?? '', postalCode, town, country } : null;
}

function toPeriod(element: Element): { period_from: string | null; period_to: string | null } {
  const period = element.first('InvoicePeriod');
  return { period_from: period ? readDate(period, 'StartDate') : null, period_to: period ? readDate(period, 'EndDate') : null };
}

function readDate(element: Element, name: string): string | null {
  const text = element.text(name);
  if (text === null) return null;
  const date = /^\d{4}-\d{2}-\d{2}(?=$|Z$|[+-]\d{2}:\d{2}$)/.exec(text)?.[0];
  if (!date || date < '0001' || new Date(date).toJSON()?.slice(0, 10) !== date) throw new InvalidInvoice(`${name} is not a date: ${text}`);
  return date;
}

function readNumber(text: string, name: string): string {
  if (!/^[+-]?\d{1,30}(\.\d{1,30})?$/.test(text)) throw new InvalidInvoice(`${name} is not a number: ${text}`);
  return text.replace('+', '');
}

const readOptionalNumber = (text: string | null, name: string) => (text === null ? null : trimmed(readNumber(text, name)));

/** Without zeros at the end of the fraction. */
const trimmed = (number: string) => fromUnits(toUnits(number, decimals(number)), decimals(number));

const textsOf = (elements: readonly Element[]) =>
  elements
    .map((element) => element.text())
    .filter(Boolean)
    .join('\n') || null;

function requireEqual(rule: string, name: string, stated: string, source: string, computed: string): void {
  if (compareAmounts(stated, computed) !== 0) throw new InvalidInvoice(`${name} is ${stated}, but ${source} make ${computed} (${rule}).`);
}

function missing(name: string): never {
  throw new InvalidInvoice(`${name} is missing.`);
}

/** The text of an XML file: by its byte order mark, else by its declaration, else UTF-8. */
function decode(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const marked = start.startsWith('\xff\xfe') ? 'utf-16le' : start.startsWith('\xfe\xff') ? 'utf-16be' : undefined;
  const declared = /^(?:\xef\xbb\xbf)?\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']/.exec(start)?.[1];
  try {
    return new TextDecoder(marked ?? declared ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new NotUbl(`This is not text in ${marked ?? declared ?? 'UTF-8'}.`);
  }
}
