import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CannotStart } from '../configuration.js';
import type { PaymentProvider } from './provider.js';
import { testProvider } from './test-provider.js';

const declined = { status: 'declined', method: 'None', reason: 'Paying online is not offered.' } as const;

const noProvider: PaymentProvider = {
  charge: () => Promise.resolve(declined),
  keep: () => Promise.resolve(declined),
  keepBankAccount: () => Promise.resolve(declined),
  forget: () => Promise.resolve(),
};

const own: Readonly<Record<string, PaymentProvider>> = { test: testProvider, none: noProvider };
const acts = ['charge', 'keep', 'keepBankAccount', 'forget'] as const;

/** The provider that `PORTAL_PAYMENTS` names: one of the host's own, or the default export of a module (a path or a package). */
export async function paymentProvider(name: string): Promise<PaymentProvider> {
  if (Object.hasOwn(own, name)) return own[name]!;
  const module = /^\.{0,2}\//.test(name) ? pathToFileURL(resolve(name)).href : name;
  const { default: provider } = await load(name, module);
  const missing = acts.filter((act) => typeof provider?.[act] !== 'function');
  if (missing.length > 0) throw new CannotStart(`PORTAL_PAYMENTS: the default export of ${name} has no ${missing.join(', ')}.`);
  return provider as PaymentProvider;
}

async function load(name: string, module: string): Promise<{ default?: Partial<PaymentProvider> }> {
  try {
    return (await import(module)) as { default?: Partial<PaymentProvider> };
  } catch (error) {
    throw new CannotStart(`PORTAL_PAYMENTS must be none, test or a module, not "${name}": ${(error as Error).message}`);
  }
}
