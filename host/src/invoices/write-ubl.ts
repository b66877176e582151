import type { components } from 'portal-elements/contract';
import type { InvoiceAdjustment } from './tables.js';
import { currencyExponent, negate, sumOf } from '../http/money.js';
import type { WholeInvoice } from './invoice.js';
import { payeeOf } from './payee.js';
import { unitCode } from './units.js';
import { amountText, optional, writeXml, type Element } from './xml.js';

type Party = components['schemas']['Party'];

const namespaces = 'urn:oasis:names:specification:ubl:schema:xsd:';

/** The invoice as UBL 2.1 in the core of EN 16931: an Invoice, or a CreditNote. Elements stand in the order of the schema. */
export function writeUbl(whole: WholeInvoice): string {
  const { invoice, lines, taxes, related } = whole;
  const isCredit = invoice.type === 'credit-note';
  const root = isCredit ? 'CreditNote' : 'Invoice';
  const { currency } = invoice;
  const payee = isCredit ? undefined : payeeOf(invoice);
  const amount = (value: string) => ({ '#text': amountText(value, currency), '@currencyID': currency });
  const corrected = related.filter(({ relation }) => relation === 'corrects' || relation === 'refers-to');
  const allowances = invoice.adjustments.filter((adjustment) => adjustment.amount.startsWith('-'));
  const charges = invoice.adjustments.filter((adjustment) => !adjustment.amount.startsWith('-'));

  const document: Element = {
    '@xmlns': `${namespaces}${root}-2`,
    '@xmlns:cac': `${namespaces}CommonAggregateComponents-2`,
    '@xmlns:cbc': `${namespaces}CommonBasicComponents-2`,
    // Amounts of EN 16931 have two decimals at most (BR-DEC): what has three is UBL and does not claim to be more.
    ...(currencyExponent(currency) <= 2 && { 'cbc:CustomizationID': 'urn:cen.eu:en16931:2017' }),
    'cbc:ID': invoice.number,
    'cbc:IssueDate': invoice.issued_on,
    ...(!isCredit && invoice.due_on !== null && { 'cbc:DueDate': invoice.due_on }),
    [`cbc:${root}TypeCode`]: invoice.type_code,
    ...optional('cbc:Note', invoice.note),
    'cbc:DocumentCurrencyCode': currency,
    ...optional('cbc:BuyerReference', invoice.reference),
    ...period(invoice),
    'cac:BillingReference': corrected.map(({ number }) => ({ 'cac:InvoiceDocumentReference': { 'cbc:ID': number } })),
    'cac:AccountingSupplierParty': { 'cac:Party': party(invoice.seller) },
    'cac:AccountingCustomerParty': { 'cac:Party': party(invoice.buyer) },
    ...(payee && {
      'cac:PaymentMeans': payee.accounts.map(({ iban, bic }) => ({
        'cbc:PaymentMeansCode': '30',
        'cbc:PaymentID': payee.reference ?? invoice.number,
        'cac:PayeeFinancialAccount': {
          'cbc:ID': iban.replaceAll(' ', ''),
          ...(bic !== null && { 'cac:FinancialInstitutionBranch': { 'cbc:ID': bic } }),
        },
      })),
    }),
    ...(invoice.payment_terms !== null && { 'cac:PaymentTerms': { 'cbc:Note': invoice.payment_terms } }),
    'cac:AllowanceCharge': invoice.adjustments.map((adjustment) => ({
      'cbc:ChargeIndicator': String(!adjustment.amount.startsWith('-')),
      'cbc:AllowanceChargeReason': adjustment.description,
      'cbc:Amount': amount(adjustment.amount.replace('-', '')),
      ...taxCategory('cac:TaxCategory', adjustment.taxCategory, adjustment.taxRate),
    })),
    'cac:TaxTotal': {
      'cbc:TaxAmount': amount(invoice.tax_total),
      'cac:TaxSubtotal': taxes.map((tax) => ({
        'cbc:TaxableAmount': amount(tax.base),
        'cbc:TaxAmount': amount(tax.tax),
        ...taxCategory('cac:TaxCategory', tax.category, tax.rate, tax.reason),
      })),
    },
    'cac:LegalMonetaryTotal': {
      'cbc:LineExtensionAmount': amount(sumOf(lines.map(({ net }) => net))),
      'cbc:TaxExclusiveAmount': amount(invoice.net_total),
      'cbc:TaxInclusiveAmount': amount(sumOf([invoice.net_total, invoice.tax_total])),
      ...total('cbc:AllowanceTotalAmount', allowances, (sum) => amount(negate(sum))),
      ...total('cbc:ChargeTotalAmount', charges, amount),
      'cbc:PrepaidAmount': amount(invoice.prepaid),
      'cbc:PayableRoundingAmount': amount(invoice.rounding),
      'cbc:PayableAmount': amount(sumOf([invoice.total, negate(invoice.prepaid)])),
    },
    [`cac:${root}Line`]: lines.map((line) => ({
      'cbc:ID': String(line.position),
      [isCredit ? 'cbc:CreditedQuantity' : 'cbc:InvoicedQuantity']: { '#text': line.quantity, '@unitCode': unitCode(line.unit) },
      'cbc:LineExtensionAmount': amount(line.net),
      ...period(line),
      'cac:Item': { 'cbc:Name': line.description, ...taxCategory('cac:ClassifiedTaxCategory', line.tax_category, line.tax_rate) },
      'cac:Price': { 'cbc:PriceAmount': amount(line.unit_price) },
    })),
  };
  return writeXml({ [root]: document });
}

function total(name: string, adjustments: InvoiceAdjustment[], write: (sum: string) => unknown): Element {
  return adjustments.length === 0 ? {} : { [name]: write(sumOf(adjustments.map((adjustment) => adjustment.amount))) };
}

function period({ period_from, period_to }: { period_from: string | null; period_to: string | null }): Element {
  if (period_from === null && period_to === null) return {};
  return { 'cac:InvoicePeriod': { ...optional('cbc:StartDate', period_from), ...optional('cbc:EndDate', period_to) } };
}

function taxCategory(name: string, category: string, rate: string | null, reason: string | null = null): Element {
  return {
    [name]: {
      'cbc:ID': category,
      ...optional('cbc:Percent', rate),
      ...optional('cbc:TaxExemptionReason', reason),
      'cac:TaxScheme': { 'cbc:ID': 'VAT' },
    },
  };
}

function party({ name, addressLines, country, vatId }: Party): Element {
  const [street, second, ...rest] = addressLines;
  return {
    'cac:PostalAddress': {
      ...(street !== undefined && { 'cbc:StreetName': street }),
      ...(second !== undefined && { 'cbc:AdditionalStreetName': second }),
      'cac:AddressLine': rest.map((line) => ({ 'cbc:Line': line })),
      ...(country && { 'cac:Country': { 'cbc:IdentificationCode': country } }),
    },
    ...(vatId && { 'cac:PartyTaxScheme': { 'cbc:CompanyID': vatId, 'cac:TaxScheme': { 'cbc:ID': 'VAT' } } }),
    'cac:PartyLegalEntity': { 'cbc:RegistrationName': name },
  };
}
