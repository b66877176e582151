/** Who takes the money. Knows nothing of invoices. */
export interface PaymentProvider {
  /** Takes the amount from what the token stands for; once for each key, however often it is asked. */
  charge(charge: { token: string; amount: { amount: string; currency: string }; key: string }): Promise<Charge>;
}

export type Charge =
  | { status: 'succeeded'; method: string }
  /** The money is under way; `settlesAt` is null where the provider will say later when it has arrived. */
  | { status: 'processing'; method: string; settlesAt: Date | null }
  | { status: 'declined'; method: string; reason: string };

const method = 'Test card';

/** Moves no money. Its tokens say how the payment ends: test-ok, test-slow (succeeds 20 seconds later), anything else is declined. */
export const testProvider: PaymentProvider = {
  charge({ token }) {
    if (token === 'test-ok') return Promise.resolve({ status: 'succeeded', method });
    if (token === 'test-slow') return Promise.resolve({ status: 'processing', method, settlesAt: new Date(Date.now() + 20_000) });
    const reason = token === 'test-declined' ? 'The card was declined.' : 'The provider does not know this means of payment.';
    return Promise.resolve({ status: 'declined', method, reason });
  },
};

const noProvider: PaymentProvider = {
  charge: () => Promise.resolve({ status: 'declined', method: 'None', reason: 'Paying online is not offered.' }),
};

const providers: Readonly<Record<string, PaymentProvider>> = { test: testProvider, none: noProvider };

/** The provider named by `PORTAL_PAYMENTS`: `test`, which the demo has, or `none`. */
export function paymentProvider(name = process.env['PORTAL_PAYMENTS'] || 'test'): PaymentProvider {
  const provider = Object.hasOwn(providers, name) ? providers[name] : undefined;
  if (!provider) throw new Error(`PORTAL_PAYMENTS must be one of ${Object.keys(providers).join(', ')}, not "${name}".`);
  return provider;
}
