import { plural } from '../../i18n/catalogue.js';

export default {
  useCredit: 'Guthaben einlösen',
  credit: 'Guthaben',
  remainingOf: (reason: string, remaining: string) => `${reason}: ${remaining}`,
  left: 'Vom Guthaben übrig',
  toUse: 'Einzulösen',
  leftAfter: 'Danach übrig',
  useAmount: (amount: string) => `${amount} einlösen`,
  use: 'Einlösen',
  mayNotUse: 'Sie können Guthaben hier sehen, aber nicht einlösen.',
  noInvoices: 'In dieser Währung kann zurzeit keine Rechnung bezahlt werden.',
  noCredit: 'Es ist kein Guthaben mehr da, das hier eingelöst werden kann.',
  firstDue: (count: number) =>
    plural('de', count, {
      one: 'Gezeigt wird die Rechnung, die zuerst fällig ist.',
      other: 'Gezeigt werden die # Rechnungen, die zuerst fällig sind.',
    }),
  leaveEmpty: 'Bleibt ein Feld leer, wird seine Rechnung nicht bezahlt.',
  nothingTyped: 'Bitte geben Sie bei einer Rechnung einen Betrag ein.',
  moreThanLeft: (amount: string) => `Vom Guthaben sind nur ${amount} übrig.`,
  done: (amount: string, left: string) => `${amount} des Guthabens wurden eingelöst. ${left} sind noch übrig.`,
  usedUp: (amount: string) => `${amount} des Guthabens wurden eingelöst. Es ist damit verbraucht.`,
};
