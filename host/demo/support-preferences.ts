import type { Kysely } from 'kysely';
import type { SecretBox } from '../src/database/secret-box.js';
import type { Database } from '../src/database/tables.js';
import { sealPin } from '../src/support-preferences/pin.js';
import type { Preferences } from '../src/support-preferences/preferences.js';

const chosen: Readonly<Record<string, Partial<Preferences>>> = {
  mem_acme_owner: { signature: 'Olivia Owner\nAcme Corporation', copies: ['mem_acme_tech'] },
  mem_acme_tech: { digest: 'daily', mailFormat: 'plain', replyOrder: 'oldest-first' },
};

/** What two people of the demo want of tickets, and a PIN of one of them. */
export async function demoSupportPreferences(database: Kysely<Database>, box: SecretBox): Promise<void> {
  for (const [membershipId, choices] of Object.entries(chosen)) {
    const pin = membershipId === 'mem_acme_owner' ? sealPin(box, membershipId, '402913') : null;
    await database
      .insertInto('support_preferences')
      .values({ membership_id: membershipId, choices: JSON.stringify(choices), pin, pin_renewed_at: pin === null ? null : new Date() })
      .execute();
  }
}
