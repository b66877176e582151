import type { Operations } from '../http/operation.js';
import { notFound } from '../http/problem.js';
import { settlePayments } from '../payments/payments.js';
import { changeProfile, withdrawChange } from './change.js';
import { describeProfile } from './describe.js';
import { findProfile } from './stored.js';

/** The operations of the client's profile. */
export const profileOperations = {
  async getProfile(context) {
    await settlePayments(context.database, context.clientId);
    return await describeProfile(context, await findProfile(context.database, context.clientId));
  },

  async updateProfile(context, request) {
    return await describeProfile(context, await changeProfile(context, request));
  },

  async withdrawProfileChange(context, { path }) {
    const stored = await withdrawChange(context.database, context.clientId, path.field);
    if (!stored) throw notFound();
    return await describeProfile(context, stored);
  },
} satisfies Partial<Operations>;
