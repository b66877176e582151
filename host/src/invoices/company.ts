/** The company that issues the invoices. */
export const company = {
  name: 'Nordkai GmbH',
  /** What clients call it. */
  brand: 'Nordkai',
  addressLines: ['Versmannkai 14', '20457 Hamburg'],
  country: 'DE',
  vatId: 'DE000000000',
  registration: 'Amtsgericht Hamburg, HRB 000000',
  /** In which it gets its own mail. */
  language: 'en',
  email: 'billing@nordkai.example',
  iban: 'DE02 1203 0000 0000 2020 51',
  bic: 'BYLADEM1001',
  /** For SEPA direct debits. */
  creditorId: 'DE98ZZZ09999999999',
  /** Whose calendar says when an invoice is due. */
  timeZone: 'Europe/Berlin',
};

/** Today's date in the company's calendar, as 2026-11-21. */
export function companyToday(now = new Date()): string {
  return calendar.format(now);
}

const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: company.timeZone });
