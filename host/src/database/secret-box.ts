import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { CannotStart } from '../configuration.js';
import type { Database } from './tables.js';

/** Seals what the database is to keep but not to tell: who has the database alone, or a copy of it, cannot read it. */
export interface SecretBox {
  /** `about` names the record; sealed text that is moved to another does not open. */
  seal(text: string, about: string): string;
  /** Throws when the text was sealed with another key, for another record, or has been changed. */
  open(sealed: string, about: string): string;
}

const mark = 'v1.';

/** Tells whether a box has sealed this. */
export const isSealed = (text: string): boolean => text.startsWith(mark);

const algorithm = 'aes-256-gcm';
const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;

/** A box whose key is 32 bytes (AES-256-GCM). */
export function secretBox(key: Buffer): SecretBox {
  return {
    seal(text, about) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagBytes }).setAAD(Buffer.from(about));
      const content = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return `${mark}${Buffer.concat([nonce, cipher.getAuthTag(), content]).toString('base64url')}`;
    },
    open(sealed, about) {
      if (!isSealed(sealed)) throw new Error('This was not sealed by a box of this kind.');
      const bytes = Buffer.from(sealed.slice(mark.length), 'base64url');
      const tag = bytes.subarray(nonceBytes, nonceBytes + tagBytes);
      const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes });
      decipher.setAAD(Buffer.from(about)).setAuthTag(tag);
      return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]).toString('utf8');
    },
  };
}

/** A box whose key is forgotten with the process. */
export const passingSecretBox = (): SecretBox => secretBox(randomBytes(keyBytes));

/** The box of the configured key; else of the one in the data folder, which is made when there is none. */
export async function openSecretBox({ secretKey, dataFolder }: { secretKey: Buffer | undefined; dataFolder: string }): Promise<SecretBox> {
  return secretBox(secretKey ?? (await keptKey(dataFolder)));
}

async function keptKey(folder: string): Promise<Buffer> {
  const file = join(folder, 'secret.key');
  await mkdir(folder, { recursive: true });
  const known = await readFile(file, 'utf8').catch(() => undefined);
  const text = known ?? (await newKey(file));
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length !== keyBytes) throw new CannotStart(`${file} does not hold a key of ${keyBytes} bytes.`);
  return key;
}

/** Processes that start at once agree on one: the file appears whole, and only once. */
async function newKey(file: string): Promise<string> {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  await writeFile(draft, randomBytes(keyBytes).toString('base64'), { mode: 0o600 });
  try {
    await link(draft, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(draft);
  }
  return await readFile(file, 'utf8');
}

const witness = 'secret-key';

/** Throws `CannotStart` when what is in the database was sealed with another key. The first box is remembered. */
export async function requireSameKey(database: Kysely<Database>, box: SecretBox): Promise<void> {
  await database
    .insertInto('host_state')
    .values({ name: witness, value: box.seal(witness, witness) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { value } = await database.selectFrom('host_state').select('value').where('name', '=', witness).executeTakeFirstOrThrow();
  try {
    box.open(value, witness);
  } catch {
    throw new CannotStart('The secrets in the database were sealed with another key. Give that key as PORTAL_SECRET_KEY.');
  }
}
