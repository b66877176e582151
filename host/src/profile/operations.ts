import type { FastifyReply } from 'fastify';
import type { OperationContext, Operations } from '../http/operation.js';
import { notFound } from '../http/problem.js';
import { settlePayments } from '../payments/payments.js';
import { changeProfile, withdrawChange } from './change.js';
import { describeProfile } from './describe.js';
import type { Profile } from './fields.js';
import { etagOf, findProfile, type StoredProfile } from './stored.js';

/** The operations of the client's profile. */
export const profileOperations = {
  async getProfile(context, _request, reply) {
    await settlePayments(context.database, context.clientId);
    return answer(context, await findProfile(context.database, context.clientId), reply);
  },

  async updateProfile(context, request, reply) {
    return answer(context, await changeProfile(context, request), reply);
  },

  async withdrawProfileChange(context, { path }, reply) {
    const stored = await withdrawChange(context.database, context.clientId, path.field);
    if (!stored) throw notFound();
    return answer(context, stored, reply);
  },
} satisfies Partial<Operations>;

function answer(context: OperationContext, stored: StoredProfile, reply: FastifyReply): Promise<Profile> {
  reply.header('ETag', etagOf(stored));
  return describeProfile(context, stored);
}
