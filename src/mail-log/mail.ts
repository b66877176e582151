import type { TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import type { SharedLocalize } from '../core/localize-controller.js';
import { statusBadge, type Tone } from '../ui/badge.js';
import { mailLog } from './texts/mail-log.js';

export type Mail = components['schemas']['Mail'];
export type MailSummary = components['schemas']['MailSummary'];
export type MailPage = components['schemas']['MailPage'];
export type MailOptions = components['schemas']['MailOptions'];
export type MailStep = components['schemas']['MailStep'];

const tones: Readonly<Record<string, Tone>> = {
  queued: 'info',
  deferred: 'warning',
  sent: 'info',
  delivered: 'success',
  bounced: 'danger',
  failed: 'danger',
};

/** The states that have names of their own, in the order of a mail's way. */
export const mailStates = ['queued', 'deferred', 'sent', 'delivered', 'bounced', 'failed', 'cancelled'] as const;

/** The state of a mail, or of a step on its way. */
export const stateBadge = ({ state, stateLabel }: Pick<MailStep, 'state' | 'stateLabel'>, i18n: SharedLocalize): TemplateResult =>
  statusBadge({ status: state, statusLabel: stateLabel }, tones, i18n, mailLog);

export const kindText = (i18n: SharedLocalize, kind: string, label: string): string => i18n.label(`kind-${kind}`, label || kind, mailLog);

/** The subject; of a mail that is not written yet, its kind. */
export const subjectText = (
  i18n: SharedLocalize,
  { subject, kind, kindLabel }: Pick<MailSummary, 'subject' | 'kind' | 'kindLabel'>,
): string => subject || kindText(i18n, kind, kindLabel);

/** A receiver has not got it, or not yet, and the mail server's words say why. */
export const isHeldUp = ({ state }: Pick<MailSummary, 'state'>): boolean => ['deferred', 'bounced', 'failed'].includes(state);
