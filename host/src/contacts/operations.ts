import type { Operations } from '../http/operation.js';
import { listContactChanges } from './audit-log.js';
import { updateContact } from './details.js';
import { cancelInvitation, inviteContact, resendInvitation } from './invite.js';
import { getContact, listContacts } from './list.js';
import { setContactPermissions } from './permissions.js';
import { contactRoles, hideableFields } from './roles.js';
import { deactivateContact, deleteContact, reactivateContact, resetContactSecondFactor } from './status.js';

/** The operations of a client's contacts. */
export const contactOperations = {
  listContacts,
  inviteContact,
  getContact,
  updateContact,
  deleteContact,
  setContactPermissions,
  deactivateContact,
  reactivateContact,
  resendInvitation,
  cancelInvitation,
  resetContactSecondFactor,
  listContactChanges,
  listContactRoles: () => Promise.resolve({ items: contactRoles, fields: hideableFields }),
} satisfies Partial<Operations>;
