import { plural } from '../catalogue.js';

export default {
  oneCurrency: 'Only invoices in the same currency can be paid together.',
  amount: 'Amount',
  pay: 'Pay',
  payAmount: (amount: string) => `Pay ${amount}`,
  mayNotPay: 'You may read invoices here, but not pay them.',
  nothingToPay: 'None of these invoices is left to be paid.',
  notPayable: 'Can no longer be paid; it is left out.',
  dueOn: (day: string) => `Due ${day}`,
  amountIn: (currency: string) => `Amount in ${currency}`,
  openAmount: (amount: string) => `Open: ${amount}`,
  toPay: 'To pay',
  howToPay: 'Payment details',
  noFields: 'Paying online is not possible here at the moment. Please contact us.',
  fieldsFailed: 'The payment details could not be used. Please check them.',
  notAmount: (example: string) => `Please enter an amount such as ${example}.`,
  tooManyDecimals: (count: number) =>
    count === 0
      ? 'This currency has no decimals.'
      : plural('en', count, { one: 'At most # decimal, please.', other: 'At most # decimals, please.' }),
  notPositive: 'Please enter an amount above zero.',
  moreThanOpen: (amount: string) => `Only ${amount} is open.`,
  notCharged: 'Nothing has been charged. You can try again, also with other details.',
  received: 'Thank you. We have received your payment.',
  underWay: 'Thank you. Your payment is under way.',
  underWayNext: 'You need not do anything else. The invoice shows as paid as soon as the money is here.',
};
