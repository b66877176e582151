import { sql } from 'kysely';

/** Tells whether a service is still to be paid: it has not ended, nor failed to begin. */
export const isPaidService = sql<boolean>`services.status not in ('cancelled', 'expired', 'failed', 'ended')`;

/** Tells whether a service renews by itself, and so needs something that can be charged. */
export const needsMethod = sql<boolean>`${isPaidService} and services.auto_renew and services.cancel_at is null`;
