import type { components } from 'portal-elements/contract';
import { requireMatch } from '../http/etag.js';
import type { Operations } from '../http/operation.js';
import { Problem } from '../http/problem.js';
import { signedIn } from '../session/operations.js';
import { describePreferences, ownPreferences } from './preferences.js';
import { renewSupportPin, revealSupportPin } from './pin.js';

type Answer = components['schemas']['SupportPreferences'];
type Change = components['schemas']['SupportPreferencesChange'];
type Fault = NonNullable<components['schemas']['Problem']['errors']>[number];

/** The operations of what a person wants of tickets. */
export const supportPreferenceOperations = {
  getSupportPreferences: (context) => describePreferences(context),

  async updateSupportPreferences(context, { body, headers }) {
    const { membershipId } = signedIn(context);
    return await context.database.transaction().execute(async (transaction) => {
      // Changes of one person's preferences wait for each other.
      await transaction.selectFrom('memberships').select('id').where('id', '=', membershipId).forUpdate().executeTakeFirstOrThrow();
      const present = await describePreferences(context, transaction);
      requireMatch(headers['if-match'], present.etag, 'The preferences have changed in the meantime');
      const errors = faultsIn(body, present);
      if (errors.length > 0) throw new Problem(422, 'Some fields need another look', { errors });
      const choices = JSON.stringify({ ...(await ownPreferences(context, transaction)), ...withTidySignature(body) });
      await transaction
        .insertInto('support_preferences')
        .values({ membership_id: membershipId, choices, pin: null, pin_renewed_at: null })
        .onConflict((conflict) => conflict.column('membership_id').doUpdateSet({ choices }))
        .execute();
      return await describePreferences(context, transaction);
    });
  },

  renewSupportPin,
  revealSupportPin,
} satisfies Partial<Operations>;

const withTidySignature = (change: Change): Change =>
  change.signature === undefined ? change : { ...change, signature: change.signature.replace(/\r\n?/g, '\n').trim() };

function faultsIn({ copies = [], language, othersMail }: Change, { colleagues, maxCopies, languages, othersPermitted }: Answer): Fault[] {
  const faults = copies.flatMap((copy, index) =>
    colleagues.some(({ id }) => id === copy)
      ? []
      : [{ pointer: `/copies/${index}`, code: 'unknown-person', detail: 'There is no such person.' }],
  );
  if (copies.length > maxCopies)
    faults.push({ pointer: '/copies', code: 'too-many-copies', detail: `At most ${maxCopies} people can be in copy.` });
  if (language && !languages.includes(language))
    faults.push({ pointer: '/language', code: 'unknown-language', detail: 'No mails are written in this language.' });
  if (othersMail && !othersPermitted)
    faults.push({ pointer: '/othersMail', code: 'not-permitted', detail: 'You may not see tickets of others.' });
  return faults;
}
