import type { PaymentProvider } from './provider.js';
import { testProvider } from './test-provider.js';

const declined = { status: 'declined', method: 'None', reason: 'Paying online is not offered.' } as const;

const noProvider: PaymentProvider = {
  charge: () => Promise.resolve(declined),
  keep: () => Promise.resolve(declined),
  keepBankAccount: () => Promise.resolve(declined),
  forget: () => Promise.resolve(),
};

const providers: Readonly<Record<string, PaymentProvider>> = { test: testProvider, none: noProvider };

/** The provider named by `PORTAL_PAYMENTS`: `test`, which the demo has, or `none`. */
export function paymentProvider(name = process.env['PORTAL_PAYMENTS'] || 'test'): PaymentProvider {
  const provider = Object.hasOwn(providers, name) ? providers[name] : undefined;
  if (!provider) throw new Error(`PORTAL_PAYMENTS must be one of ${Object.keys(providers).join(', ')}, not "${name}".`);
  return provider;
}
