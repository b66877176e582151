import { createHash, randomUUID } from 'node:crypto';
import { electronicFormatIBAN, isSEPACountry, isValidIBAN } from 'ibantools';
import type { components } from 'portal-elements/contract';
import type { OperationContext } from '../http/operation.js';
import { Problem } from '../http/problem.js';
import { companyToday } from '../company.js';
import { maskIban } from '../payment-provider/mask.js';
import type { Kept, KeptMethod, PaymentMethodKeeper } from '../payment-provider/provider.js';
import { clearDefault, hasUsable, lockMethods } from './default.js';
import { currentMandateTexts } from './mandate-text.js';
import { nameOf, searchTextOf } from './names.js';

type Schemas = components['schemas'];
type Keyed<T> = T & { key: string };

interface Extras {
  key: string;
  label?: string | undefined;
  makeDefault?: boolean | undefined;
  mandate?: { reference: string; textId: string };
}

const invalid = (pointer: string, code: string, detail: string) =>
  new Problem(422, 'Some fields need another look', { errors: [{ pointer, code, detail }] });

/** Keeps what a token stands for; returns the id of the payment method. */
export async function addMethod(
  context: OperationContext,
  provider: PaymentMethodKeeper,
  { paymentMethodToken: token, ...extras }: Keyed<Schemas['NewPaymentMethod']>,
): Promise<string> {
  return await store(context, requireKept(await provider.keep({ token, key: extras.key })), extras);
}

/** Keeps a bank account with the mandate to collect from it; returns the id of the payment method. */
export async function addBankAccount(
  context: OperationContext,
  provider: PaymentMethodKeeper,
  { iban: typed, holder, mandateTextId: textId, ...extras }: Keyed<Schemas['NewBankAccount']>,
): Promise<string> {
  const iban = electronicFormatIBAN(typed) ?? '';
  if (!isValidIBAN(iban)) throw invalid('/iban', 'invalid-iban', 'This is not an IBAN; please compare it with your bank card.');
  if (!isSEPACountry(iban.slice(0, 2))) throw invalid('/iban', 'not-sepa', 'We can collect from accounts in the SEPA area only.');
  if (!currentMandateTexts.has(textId))
    throw invalid('/mandateTextId', 'outdated', 'The text of the mandate has changed; please read it again.');
  await requireNew(context, maskIban(iban), extras.key);
  const reference = mandateReference(extras.key);
  const kept = requireKept(await provider.keepBankAccount({ iban, holder: holder.trim(), mandateReference: reference, key: extras.key }));
  return await store(context, kept, { ...extras, mandate: { reference, textId } });
}

/** The same account is not wanted twice; what the same request has made before is not the same account twice. */
async function requireNew({ database, clientId }: OperationContext, account: string, key: string): Promise<void> {
  const twin = await database
    .selectFrom('payment_methods')
    .select('id')
    .where('client_id', '=', clientId)
    .where('type', '=', 'bank-account')
    .where('account', '=', account)
    .where('key', '<>', key)
    .where('status', '<>', 'failed')
    .executeTakeFirst();
  if (twin) throw invalid('/iban', 'already-added', 'This bank account has been added already.');
}

function requireKept(kept: Kept): KeptMethod {
  if (kept.status === 'kept') return kept;
  throw new Problem(402, 'The payment provider did not accept this', { type: 'payment-method-declined', detail: kept.reason });
}

async function store(
  context: OperationContext,
  kept: KeptMethod,
  { key, label = '', makeDefault = false, mandate }: Extras,
): Promise<string> {
  const { database, clientId, caller } = context;
  const { brand, account, holder, verifiedFrom } = kept;
  return await database.transaction().execute(async (transaction) => {
    await lockMethods(transaction, clientId);
    const known = await transaction.selectFrom('payment_methods').select('id').where('key', '=', key).executeTakeFirst();
    if (known) return known.id;
    const id = `pm_${randomUUID()}`;
    const named = { label: label.trim(), brand, account, holder };
    const pending = verifiedFrom !== undefined;
    // The first is the default one without being asked.
    const isDefault = makeDefault || !(await hasUsable(transaction, clientId));
    if (isDefault) await clearDefault(transaction, clientId);
    if (mandate)
      await transaction
        .insertInto('sepa_mandates')
        .values({
          reference: mandate.reference,
          client_id: clientId,
          text_id: mandate.textId,
          account,
          holder: holder ?? '',
          signed_on: companyToday(),
          signed_by: caller?.person.name ?? '',
        })
        .execute();
    await transaction
      .insertInto('payment_methods')
      .values({
        id,
        client_id: clientId,
        type: kept.type,
        ...named,
        expires_on: kept.expiresOn,
        is_default: isDefault,
        status: pending ? 'pending-verification' : 'active',
        status_note: pending ? 'We transfer one cent to the account to see that it exists. This takes up to two working days.' : null,
        verified_from: verifiedFrom ?? null,
        provider_reference: kept.reference,
        mandate_reference: mandate?.reference ?? null,
        key,
        created_at: new Date(),
        name: nameOf(named),
        search_text: searchTextOf(named),
      })
      .execute();
    return id;
  });
}

/** The same for every attempt of a request; easily read out, without letters and digits that are taken for one another. */
function mandateReference(key: string): string {
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
  const code = [...createHash('sha256').update(key).digest().subarray(0, 12)].map((byte) => letters[byte % letters.length]).join('');
  return `M-${code.replace(/(.{4})(?=.)/g, '$1-')}`;
}
