import type { Operations } from '../../http/operation.js';
import { checkMailedCode, requestAccount, requestPasswordReset, setPassword } from './guest.js';
import { beginSecondFactor, confirmSecondFactor, createRecoveryCodes, removeSecondFactor } from './own-second-factor.js';
import { changePassword, getAccountSecurity } from './own-password.js';
import { endAccountSession, endOtherSessions, listAccountSessions } from './own-sessions.js';
import { passwordPolicy } from './password-policy.js';

/** The operations of the own account: asking for one, its password, second factor and sessions. */
export const accountOperations = {
  requestAccount,
  requestPasswordReset,
  checkMailedCode,
  setPassword,
  getPasswordPolicy: () => Promise.resolve(passwordPolicy),
  changePassword,
  getAccountSecurity,
  beginSecondFactor,
  confirmSecondFactor,
  removeSecondFactor,
  createRecoveryCodes,
  listAccountSessions,
  endOtherSessions,
  endAccountSession,
} satisfies Partial<Operations>;
