import type { UploadRules } from '../http/uploads.js';

/** The files that may be sent with a post. */
export const ticketFiles: UploadRules = {
  purpose: 'ticket',
  mediaTypes: ['application/pdf', 'image/png', 'image/jpeg', 'text/plain'],
  maxBytes: 10_000_000,
  maxFiles: 5,
};

/** The number of colleagues who can be in copy of a ticket. */
export const maxCopies = 10;
