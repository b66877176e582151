/** An IBAN of which country, check digits and the last four characters can be read. */
export function maskIban(iban: string): string {
  return iban.slice(0, 4) + '•'.repeat(Math.max(0, iban.length - 8)) + iban.slice(-4);
}
