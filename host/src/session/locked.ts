import { sql } from 'kysely';
import type { Limit } from './attempts.js';

/** Wrong attempts from anywhere before the account is locked. */
export const perAccount: Limit = { attempts: 10, seconds: 15 * 60 };

/** The key under which attempts to sign in to an account are counted. */
export const accountSubject = (email: string): string => `account ${email}`;

/** Tells whether the account of a row of `people` is locked, as a condition. */
export const isLocked = sql<boolean>`exists (
  select 1 from attempts where subject = 'account ' || people.email and attempts > ${perAccount.attempts} and until > now())`;
