import type { components } from 'portal-elements/contract';
import type { InvoiceAdjustment, InvoiceLineTable } from './tables.js';
import { negate, sumOf } from '../http/money.js';
import type { WholeInvoice } from './invoice.js';
import { payeeOf } from './payee.js';
import { unitCode } from './units.js';
import { amountText, optional, writeXml, type Element } from './xml.js';

type Party = components['schemas']['Party'];
type Amount = (value: string) => string;

const namespaces = 'urn:un:unece:uncefact:data:standard:';

/** The invoice as a Cross Industry Invoice (UN/CEFACT D22B) in the core of EN 16931. Elements stand in the order of the schema. */
export function writeCii(whole: WholeInvoice): string {
  const { invoice, lines } = whole;
  const amount: Amount = (value) => amountText(value, invoice.currency);
  return writeXml({
    'rsm:CrossIndustryInvoice': {
      '@xmlns:rsm': `${namespaces}CrossIndustryInvoice:100`,
      '@xmlns:ram': `${namespaces}ReusableAggregateBusinessInformationEntity:100`,
      '@xmlns:udt': `${namespaces}UnqualifiedDataType:100`,
      'rsm:ExchangedDocumentContext': { 'ram:GuidelineSpecifiedDocumentContextParameter': { 'ram:ID': 'urn:cen.eu:en16931:2017' } },
      'rsm:ExchangedDocument': {
        'ram:ID': invoice.number,
        'ram:TypeCode': invoice.type_code,
        'ram:IssueDateTime': date(invoice.issued_on),
        ...(invoice.note !== null && { 'ram:IncludedNote': { 'ram:Content': invoice.note } }),
      },
      'rsm:SupplyChainTradeTransaction': {
        'ram:IncludedSupplyChainTradeLineItem': lines.map((line) => lineItem(line, amount)),
        'ram:ApplicableHeaderTradeAgreement': {
          ...optional('ram:BuyerReference', invoice.reference),
          'ram:SellerTradeParty': party(invoice.seller),
          'ram:BuyerTradeParty': party(invoice.buyer),
        },
        'ram:ApplicableHeaderTradeDelivery': '',
        'ram:ApplicableHeaderTradeSettlement': settlement(whole, amount),
      },
    },
  });
}

/** A price is never negative (BR-27), so that the quantity is where the price would be. */
function lineItem(line: InvoiceLineTable, amount: Amount): Element {
  const isReversed = line.unit_price.startsWith('-');
  return {
    'ram:AssociatedDocumentLineDocument': { 'ram:LineID': String(line.position) },
    'ram:SpecifiedTradeProduct': { 'ram:Name': line.description },
    'ram:SpecifiedLineTradeAgreement': {
      'ram:NetPriceProductTradePrice': { 'ram:ChargeAmount': amount(isReversed ? negate(line.unit_price) : line.unit_price) },
    },
    'ram:SpecifiedLineTradeDelivery': {
      'ram:BilledQuantity': { '#text': isReversed ? negate(line.quantity) : line.quantity, '@unitCode': unitCode(line.unit) },
    },
    'ram:SpecifiedLineTradeSettlement': {
      'ram:ApplicableTradeTax': taxCategory(line.tax_category, line.tax_rate),
      ...period(line),
      'ram:SpecifiedTradeSettlementLineMonetarySummation': { 'ram:LineTotalAmount': amount(line.net) },
    },
  };
}

function settlement({ invoice, lines, taxes, related }: WholeInvoice, amount: Amount): Element {
  const payee = invoice.type === 'credit-note' ? undefined : payeeOf(invoice);
  const gross = sumOf([invoice.net_total, invoice.tax_total]);
  const corrected = related.filter(({ relation }) => relation === 'corrects' || relation === 'refers-to');
  return {
    ...(payee && { 'ram:PaymentReference': payee.reference ?? invoice.number }),
    'ram:InvoiceCurrencyCode': invoice.currency,
    ...(payee && payee.name !== invoice.seller.name && { 'ram:PayeeTradeParty': { 'ram:Name': payee.name } }),
    'ram:SpecifiedTradeSettlementPaymentMeans': (payee?.accounts ?? []).map(({ iban, bic }) => ({
      'ram:TypeCode': '30',
      'ram:PayeePartyCreditorFinancialAccount': { 'ram:IBANID': iban.replaceAll(' ', '') },
      ...(bic !== null && { 'ram:PayeeSpecifiedCreditorFinancialInstitution': { 'ram:BICID': bic } }),
    })),
    'ram:ApplicableTradeTax': taxes.map((tax) => ({
      'ram:CalculatedAmount': amount(tax.tax),
      'ram:TypeCode': 'VAT',
      ...optional('ram:ExemptionReason', isTaxed(tax.category) ? null : tax.reason),
      'ram:BasisAmount': amount(tax.base),
      'ram:CategoryCode': tax.category,
      ...optional('ram:RateApplicablePercent', tax.rate),
    })),
    ...period(invoice),
    'ram:SpecifiedTradeAllowanceCharge': invoice.adjustments.map((adjustment) => ({
      'ram:ChargeIndicator': { 'udt:Indicator': String(!isAllowance(adjustment)) },
      'ram:ActualAmount': amount(adjustment.amount.replace('-', '')),
      'ram:Reason': adjustment.description,
      'ram:CategoryTradeTax': taxCategory(adjustment.taxCategory, adjustment.taxRate),
    })),
    ...terms(invoice),
    'ram:SpecifiedTradeSettlementHeaderMonetarySummation': {
      'ram:LineTotalAmount': amount(sumOf(lines.map(({ net }) => net))),
      'ram:ChargeTotalAmount': amount(sumOf(amountsOf(invoice.adjustments.filter((one) => !isAllowance(one))))),
      'ram:AllowanceTotalAmount': amount(negate(sumOf(amountsOf(invoice.adjustments.filter(isAllowance))))),
      'ram:TaxBasisTotalAmount': amount(invoice.net_total),
      'ram:TaxTotalAmount': { '#text': amount(invoice.tax_total), '@currencyID': invoice.currency },
      'ram:RoundingAmount': amount(invoice.rounding),
      'ram:GrandTotalAmount': amount(gross),
      'ram:TotalPrepaidAmount': amount(invoice.prepaid),
      'ram:DuePayableAmount': amount(sumOf([invoice.total, negate(invoice.prepaid)])),
    },
    'ram:InvoiceReferencedDocument': corrected.map(({ number }) => ({ 'ram:IssuerAssignedID': number })),
  };
}

function terms({ payment_terms, due_on }: Pick<WholeInvoice['invoice'], 'payment_terms' | 'due_on'>): Element {
  if (payment_terms === null && due_on === null) return {};
  const due = due_on === null ? {} : { 'ram:DueDateDateTime': date(due_on) };
  return { 'ram:SpecifiedTradePaymentTerms': { ...optional('ram:Description', payment_terms), ...due } };
}

function period({ period_from, period_to }: { period_from: string | null; period_to: string | null }): Element {
  if (period_from === null && period_to === null) return {};
  return {
    'ram:BillingSpecifiedPeriod': {
      ...(period_from !== null && { 'ram:StartDateTime': date(period_from) }),
      ...(period_to !== null && { 'ram:EndDateTime': date(period_to) }),
    },
  };
}

function party({ name, addressLines, country, vatId }: Party): Element {
  const [first, second, ...others] = addressLines;
  return {
    'ram:Name': name,
    'ram:PostalTradeAddress': {
      ...optional('ram:LineOne', first),
      ...optional('ram:LineTwo', second),
      ...optional('ram:LineThree', others.length > 0 ? others.join(', ') : null),
      ...optional('ram:CountryID', country),
    },
    ...(vatId && { 'ram:SpecifiedTaxRegistration': { 'ram:ID': { '#text': vatId, '@schemeID': 'VA' } } }),
  };
}

const taxCategory = (category: string, rate: string | null): Element => ({
  'ram:TypeCode': 'VAT',
  'ram:CategoryCode': category,
  ...optional('ram:RateApplicablePercent', rate),
});

/** Tells whether a category is taxed; no reason for leaving out the tax may be given then. */
const isTaxed = (category: string) => category === 'S' || category === 'Z';
const isAllowance = ({ amount }: InvoiceAdjustment) => amount.startsWith('-');
const amountsOf = (adjustments: readonly InvoiceAdjustment[]) => adjustments.map(({ amount }) => amount);

/** A day as the standard writes it (UNTDID 2379, 102). */
const date = (day: string): Element => ({ 'udt:DateTimeString': { '#text': day.replaceAll('-', ''), '@format': '102' } });
