import { plural } from '../catalogue.js';

export default {
  oneCurrency: 'Nur Rechnungen in derselben Währung können zusammen bezahlt werden.',
  amount: 'Betrag',
  pay: 'Bezahlen',
  payAmount: (amount: string) => `${amount} bezahlen`,
  mayNotPay: 'Sie können hier Rechnungen lesen, aber nicht bezahlen.',
  nothingToPay: 'Von diesen Rechnungen ist keine mehr zu bezahlen.',
  notPayable: 'Kann nicht mehr bezahlt werden und bleibt außen vor.',
  dueOn: (day: string) => `Fällig am ${day}`,
  amountIn: (currency: string) => `Betrag in ${currency}`,
  openAmount: (amount: string) => `Offen: ${amount}`,
  toPay: 'Zu zahlen',
  howToPay: 'Zahlungsdaten',
  noFields: 'Eine Online-Zahlung ist hier zurzeit nicht möglich. Bitte wenden Sie sich an uns.',
  fieldsFailed: 'Die Zahlungsdaten konnten nicht verwendet werden. Bitte prüfen Sie sie.',
  notAmount: (example: string) => `Bitte geben Sie einen Betrag wie ${example} ein.`,
  tooManyDecimals: (count: number) =>
    count === 0
      ? 'Diese Währung hat keine Nachkommastellen.'
      : plural('de', count, { one: 'Bitte höchstens # Nachkommastelle.', other: 'Bitte höchstens # Nachkommastellen.' }),
  notPositive: 'Bitte geben Sie einen Betrag über null ein.',
  moreThanOpen: (amount: string) => `Offen sind nur ${amount}.`,
  notCharged: 'Es wurde nichts abgebucht. Sie können es erneut versuchen, auch mit anderen Zahlungsdaten.',
  received: 'Vielen Dank. Ihre Zahlung ist eingegangen.',
  underWay: 'Vielen Dank. Ihre Zahlung ist unterwegs.',
  underWayNext: 'Sie müssen nichts weiter tun. Die Rechnung gilt als bezahlt, sobald das Geld eingegangen ist.',
};
