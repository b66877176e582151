import { sql, type Kysely } from 'kysely';
import { requirePassword } from '../session/account/passwords.js';
import type { Database } from '../database/tables.js';
import { requireMatch } from '../http/etag.js';
import type { Operation, OperationContext, OperationRequest } from '../http/operation.js';
import { Problem } from '../http/problem.js';
import { queue } from '../mail/queue.js';
import { signedIn } from '../session/operations.js';
import { normalEmail } from '../session/email.js';
import { approvedFields, columns, customFields, fieldsOf, readAddress, readCustomField, readField, type TextField } from './fields.js';
import { findProfile, profileEtag, textOf, type StoredProfile } from './stored.js';

type Body = OperationRequest<'updateProfile'>['body'];
type Faults = { pointer: string; code: string; detail: string }[];

/** The values of a request that are to be stored. */
interface Wanted {
  texts: [field: TextField, value: string | null][];
  addressLines?: string[];
  customFields: Record<string, string | null>;
}

/** Changes the profile; resolves with how it is afterwards. */
export async function changeProfile(
  context: OperationContext,
  { body, headers }: Parameters<Operation<'updateProfile'>>[1],
): Promise<StoredProfile> {
  const { database, clientId, personId } = context;
  const { person } = signedIn(context);
  const present = await findProfile(database, clientId);
  // Before the transaction, for it takes long.
  if (body.email != null && normalEmail(body.email) !== present.texts.email) {
    readWanted(body, present);
    await requirePassword(database, personId, '/password', body.password ?? '');
  }
  return await database.transaction().execute(async (transaction) => {
    const stored = await lockProfile(transaction, clientId);
    requireMatch(headers['if-match'], profileEtag(stored), 'The profile has changed in the meantime');
    const wanted = readWanted(body, stored);
    for (const [field, value] of wanted.texts) {
      if (approvedFields.includes(field)) await submit(transaction, stored, field, value, person.name);
      else if (field === 'timeZone')
        await transaction.updateTable('clients').set({ time_zone: value! }).where('id', '=', clientId).execute();
    }
    await store(transaction, stored, wanted);
    return await findProfile(transaction, clientId);
  });
}

/** Takes a pending change back; resolves with the profile, or nothing where none was pending. */
export async function withdrawChange(database: Kysely<Database>, clientId: string, field: string): Promise<StoredProfile | undefined> {
  const gone = await database
    .deleteFrom('pending_profile_changes')
    .where('client_id', '=', clientId)
    .where('field', '=', field)
    .returning('field')
    .executeTakeFirst();
  return gone && (await findProfile(database, clientId));
}

/** Changes of one client's profile wait for each other. */
async function lockProfile(transaction: Kysely<Database>, clientId: string): Promise<StoredProfile> {
  await transaction.selectFrom('clients').select('id').where('id', '=', clientId).forUpdate().executeTakeFirstOrThrow();
  return await findProfile(transaction, clientId);
}

/** The values of the request, or 422 with all that is wrong with them. */
function readWanted({ addressLines, customFields: custom = {}, password: _, ...texts }: Body, { kind }: StoredProfile): Wanted {
  const faults: Faults = [];
  const editable = (name: string) => fieldsOf(kind, true).some((field) => field.name === name);
  const wanted: Wanted = { texts: [], customFields: {} };
  const keep = <Value>(pointer: string, read: { value: Value } | { code: string; detail: string }, use: (value: Value) => void) => {
    if ('value' in read) use(read.value);
    else faults.push({ pointer, ...read });
  };
  for (const [name, value] of Object.entries(texts) as [TextField, string | null][])
    keep(`/${name}`, editable(name) ? readField(name, value) : notEditable, (read) => wanted.texts.push([name, read]));
  if (addressLines) keep('/addressLines/0', readAddress(addressLines), (value) => (wanted.addressLines = value));
  for (const [key, value] of Object.entries(custom)) {
    const field = customFields.find((each) => each.key === key);
    const read = !field ? unknownField : field.editable ? readCustomField(field, value) : notEditable;
    keep(`/customFields/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, read, (kept) => (wanted.customFields[key] = kept));
  }
  if (faults.length > 0) throw new Problem(422, 'Some fields need another look', { errors: faults });
  return wanted;
}

const notEditable = { code: 'not-editable', detail: 'This cannot be changed here.' };
const unknownField = { code: 'unknown-field', detail: 'There is no such field.' };

/** Leaves a change to the company; the value that holds takes an earlier one back. */
async function submit(
  transaction: Kysely<Database>,
  stored: StoredProfile,
  field: TextField,
  value: string | null,
  by: string,
): Promise<void> {
  const client_id = stored.client.id;
  if (value === textOf(stored, field)) {
    await withdrawChange(transaction, client_id, field);
    return;
  }
  if (stored.pending.some((change) => change.field === field && change.new_value === value)) return;
  const change = { new_value: value, requested_by: by };
  await transaction
    .insertInto('pending_profile_changes')
    .values({ client_id, field, ...change })
    .onConflict((conflict) => conflict.columns(['client_id', 'field']).doUpdateSet({ ...change, requested_at: sql<Date>`now()` }))
    .execute();
  const { number, name } = stored.client;
  await queue(transaction, {
    kind: 'note',
    subject: `Change of a profile to approve: ${number} ${name}`,
    paragraphs: [
      `${by} wants to change the profile of ${name}, client ${number}.`,
      `${field}: ${textOf(stored, field) ?? '-'} → ${value ?? '-'}`,
    ],
  });
}

async function store(transaction: Kysely<Database>, { client, kind, customFields: before }: StoredProfile, wanted: Wanted): Promise<void> {
  const direct = wanted.texts.filter(([field]) => Object.hasOwn(columns, field) && !approvedFields.includes(field));
  const changes = {
    ...Object.fromEntries(direct.map(([field, value]) => [columns[field as keyof typeof columns], value])),
    ...(wanted.addressLines && { address_lines: JSON.stringify(wanted.addressLines) }),
    custom_fields: JSON.stringify({ ...before, ...wanted.customFields }),
  };
  await transaction
    .insertInto('client_profiles')
    .values({ client_id: client.id, kind, ...changes })
    .onConflict((conflict) => conflict.column('client_id').doUpdateSet(changes))
    .execute();
}
