import type { Feature } from '../feature.js';
import { ofContract } from '../http/ownership.js';
import * as begin from './migrations/003-calls.js';
import * as callLegs from './migrations/008-call-legs.js';
import { callOperations } from './operations.js';

export const calls: Feature = {
  operations: callOperations,
  owners: { callId: { table: 'calls', isOf: ofContract('calls.contract_id') } },
  migrations: { '003-calls': begin, '008-call-legs': callLegs },
};
