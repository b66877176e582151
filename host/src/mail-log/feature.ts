import type { Feature } from '../feature.js';
import * as begin from './migrations/021-mail-log.js';
import { mailLogOperations } from './operations.js';

export const mailLog: Feature = {
  operations: mailLogOperations,
  // Which mail somebody may know of is more than whose it is.
  owners: { mailId: { table: 'mails', isFoundByHandler: true } },
  migrations: { '021-mail-log': begin },
};
