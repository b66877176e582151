import { createHash } from 'node:crypto';
import { maskIban } from './mask.js';
import type { KeptMethod, PaymentProvider } from './provider.js';

const label = 'Test card';
const soon = () => new Date(Date.now() + 20_000);
const reference = (key: string) => `test-kept-${createHash('sha256').update(key).digest('hex').slice(0, 16)}`;

/** The last day of the month two years from now. */
const inTwoYears = () => {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear() + 2, now.getUTCMonth() + 1, 0)).toISOString().slice(0, 10);
};

type Shown = Omit<KeptMethod, 'reference'>;

/** The payment methods that the tokens of the test fields stand for. */
const tokens: Readonly<Record<string, () => Shown>> = {
  'test-card': () => ({ type: 'card', brand: 'Visa', account: '••••4242', holder: 'Test card', expiresOn: inTwoYears() }),
  'test-agreement': () => ({ type: 'agreement', brand: 'PayPal', account: 'te•••@paypal.example', holder: null, expiresOn: null }),
};

/**
 * Moves no money. Its tokens say how it ends: test-ok, test-slow (succeeds 20 seconds later), what it keeps can be charged;
 * test-card and test-agreement are kept; anything else is declined. An account is verified 20 seconds later, but the one whose
 * holder is called Declined is refused.
 */
export const testProvider: PaymentProvider = {
  charge({ token }) {
    if (token === 'test-ok' || token.startsWith('test-kept-')) return Promise.resolve({ status: 'succeeded', method: label });
    if (token === 'test-slow') return Promise.resolve({ status: 'processing', method: label, settlesAt: soon() });
    const reason = token === 'test-declined' ? 'The card was declined.' : 'The provider does not know this means of payment.';
    return Promise.resolve({ status: 'declined', method: label, reason });
  },

  keep({ token, key }) {
    const shown = Object.hasOwn(tokens, token) ? tokens[token]!() : undefined;
    if (shown) return Promise.resolve({ status: 'kept', reference: reference(key), ...shown });
    const reason = token === 'test-declined' ? 'The card was declined.' : 'The provider does not know this means of payment.';
    return Promise.resolve({ status: 'declined', reason });
  },

  keepBankAccount({ iban, holder, key }) {
    if (holder.trim().toLowerCase() === 'declined')
      return Promise.resolve({ status: 'declined', reason: 'The bank does not allow direct debits from this account.' });
    const account = { type: 'bank-account', brand: null, account: maskIban(iban), holder, expiresOn: null, verifiedFrom: soon() };
    return Promise.resolve({ status: 'kept', reference: reference(key), ...account });
  },

  forget: () => Promise.resolve(),
};
