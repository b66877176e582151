import { plural } from '../../i18n/catalogue.js';

export default {
  useCredit: 'Use a credit',
  credit: 'Credit',
  remainingOf: (reason: string, remaining: string) => `${reason}: ${remaining}`,
  left: 'Left of the credit',
  toUse: 'To be used',
  leftAfter: 'Left after that',
  useAmount: (amount: string) => `Use ${amount}`,
  use: 'Use',
  mayNotUse: 'You may see credits here, but not use them.',
  noInvoices: 'No invoice in this currency can be paid at the moment.',
  noCredit: 'There is no credit left that can be used here.',
  firstDue: (count: number) =>
    plural('en', count, { one: 'The invoice that is due first is shown.', other: 'The # invoices that are due first are shown.' }),
  leaveEmpty: 'Leave a field empty to keep its invoice out.',
  nothingTyped: 'Please enter an amount for an invoice.',
  moreThanLeft: (amount: string) => `Only ${amount} is left of the credit.`,
  done: (amount: string, left: string) => `${amount} of the credit has been used. ${left} is left.`,
  usedUp: (amount: string) => `${amount} of the credit has been used. It is used up.`,
};
