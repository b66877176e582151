import type { components } from '../api/schema.js';

export type SupportPreferences = components['schemas']['SupportPreferences'];
export type SupportPreferencesChange = components['schemas']['SupportPreferencesChange'];
export type SupportPin = components['schemas']['SupportPin'];

/** The preferences while they are edited; values that a later release knows are kept as they are. */
export interface Draft {
  notifyNew: boolean;
  notifyReply: boolean;
  notifyClose: boolean;
  othersMail: boolean;
  digest: string;
  mailFormat: string;
  language: string;
  copies: readonly string[];
  signature: string;
  replyOrder: string;
}

/** The preferences as the form has them. */
export function draftOf(preferences: SupportPreferences | undefined): Draft {
  const { notifyNew = true, notifyReply = true, notifyClose = true, othersMail = false } = preferences ?? {};
  const {
    digest = 'off',
    mailFormat = 'html',
    language = '',
    copies = [],
    signature = '',
    replyOrder = 'newest-first',
  } = preferences ?? {};
  return { notifyNew, notifyReply, notifyClose, othersMail, digest, mailFormat, language, copies, signature, replyOrder };
}

/** A PIN in groups, as it is read out. */
export const spoken = (pin: string): string => pin.replace(/(\d{3})(?=\d)/g, '$1 ');
