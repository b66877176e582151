import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { components } from 'portal-elements/contract';
import type { SecretBox } from '../database/secret-box.js';
import type { Database } from '../database/tables.js';
import type { Operation } from '../http/operation.js';
import { notFound } from '../http/problem.js';
import { limitAttempts, type Limit } from '../session/attempts.js';
import { signedIn } from '../session/operations.js';

type ServiceSecret = components['schemas']['ServiceSecret'];

/** The time for which a secret is shown. */
const seconds = 30;
const perPerson: Limit = { attempts: 30, seconds: 5 * 60 };

const subject = (id: string) => `service secret ${id}`;

/** A secret as the database keeps it. */
export const sealSecret = (box: SecretBox, id: string, value: string): string => box.seal(value, subject(id));

/** The secrets of a service, and who was shown each last; never the secrets. */
export async function secretsOf(database: Kysely<Database>, serviceId: string): Promise<ServiceSecret[]> {
  const secrets = await database
    .selectFrom('service_secrets')
    .select(['id', 'kind', 'label'])
    .where('service_id', '=', serviceId)
    .orderBy('position')
    .execute();
  const reveals = await database
    .selectFrom('service_reveals')
    .distinctOn('secret_id')
    .select(['secret_id', 'at', 'by_name'])
    .where('service_id', '=', serviceId)
    .orderBy('secret_id')
    .orderBy('at', 'desc')
    .execute();
  return secrets.map(({ id, kind, label }) => {
    const last = reveals.find(({ secret_id: secretId }) => secretId === id);
    return { id, kind, label, lastRevealed: last ? { at: last.at.toISOString(), by: last.by_name } : null };
  });
}

/** Shows a secret. That it was shown is written down before. */
export const revealServiceSecret: Operation<'revealServiceSecret'> = async (context, { path, raw }) => {
  const { database, clientId, personId, secretBox } = context;
  const { person, membershipId } = signedIn(context);
  const secret = await database
    .selectFrom('service_secrets')
    .select(['id', 'label', 'sealed'])
    .where('id', '=', path.serviceSecretId)
    .where('service_id', '=', path.serviceId)
    .executeTakeFirst();
  if (!secret) throw notFound();
  await limitAttempts(database, `reveal ${personId}`, perPerson);
  await database
    .insertInto('service_reveals')
    .values({
      id: `rev_${randomUUID()}`,
      client_id: clientId,
      service_id: path.serviceId,
      secret_id: secret.id,
      label: secret.label,
      membership_id: membershipId,
      by_name: person.name,
      address: raw.ip,
      at: new Date(),
    })
    .execute();
  return { id: secret.id, value: secretBox.open(secret.sealed, subject(secret.id)), seconds };
};
