/** The company that issues the invoices. */
export const company = {
  name: 'Nordkai GmbH',
  /** The name by which clients know it. */
  brand: 'Nordkai',
  street: 'Versmannkai 14',
  postalCode: '20457',
  town: 'Hamburg',
  country: 'DE',
  addressLines: ['Versmannkai 14', '20457 Hamburg'],
  vatId: 'DE000000000',
  registration: 'Amtsgericht Hamburg, HRB 000000',
  /** The language of mail to the company's own people. */
  language: 'en',
  email: 'billing@nordkai.example',
  /** The accounts to which clients pay by bank transfer, by currency; what is in another goes to the account in euros. */
  accounts: {
    EUR: { iban: 'DE02120300000000202051', bic: 'BYLADEM1001' },
    CZK: { iban: 'CZ6508000000192000145399', bic: 'GIBACZPX' },
    CHF: { iban: 'CH4431999123000889012', bic: null },
  } as Readonly<Record<string, { iban: string; bic: string | null }>>,
  /** For SEPA direct debits. */
  creditorId: 'DE98ZZZ09999999999',
  /** The time zone whose calendar says when an invoice is due. */
  timeZone: 'Europe/Berlin',
};

/** Today's date in the company's calendar, as 2026-11-21. */
export function companyToday(now = new Date()): string {
  return calendar.format(now);
}

const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: company.timeZone });
