import { sql, type Kysely } from 'kysely';
import type { Database } from '../src/database/tables.js';

const rate = 8000;
/** A greeting in tones, a second and a half: hertz and seconds of each. */
const melody = [
  [523, 0.2],
  [659, 0.2],
  [784, 0.3],
  [0, 0.1],
  [784, 0.2],
  [1047, 0.5],
] as const;

/** Recordings of the newest answered calls that are rated. */
export async function demoRecordings(database: Kysely<Database>): Promise<void> {
  for (const contract of ['con_acme_voip', 'con_acme_voip2', 'con_globex_voip']) {
    const calls = database
      .selectFrom('calls')
      .select(['id', sql`'audio/wav'`.as('media_type'), sql`${wav()}::bytea`.as('content')])
      .where('contract_id', '=', contract)
      .where('result', '=', 'answered')
      .orderBy('started_at', 'desc')
      .limit(8);
    await database
      .insertInto('call_recordings')
      .columns(['call_id', 'media_type', 'content'])
      .expression(calls as never)
      .execute();
  }
}

/** The melody as WAV: one channel of 8-bit samples. */
function wav(): Buffer {
  const samples = Buffer.from(melody.flatMap(([hertz, seconds]) => tone(hertz, seconds)));
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + samples.length, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE(rate, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write('data', 36);
  header.writeUInt32LE(samples.length, 40);
  return Buffer.concat([header, samples]);
}

/** A tone that fades in and out, so that it does not click. */
function tone(hertz: number, seconds: number): number[] {
  const count = Math.round(rate * seconds);
  return Array.from({ length: count }, (_, index) => {
    const loudness = 90 * Math.min(1, index / 80, (count - index) / 80);
    return Math.round(128 + loudness * Math.sin((2 * Math.PI * hertz * index) / rate));
  });
}
