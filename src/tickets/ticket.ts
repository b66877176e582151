import type { TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import type { SharedLocalize } from '../core/localize-controller.js';
import { statusBadge, type Tone } from '../ui/badge.js';
import { tickets } from './texts/tickets.js';

export type TicketSummary = components['schemas']['TicketSummary'];
export type TicketPage = components['schemas']['TicketPage'];
export type Ticket = components['schemas']['Ticket'];
export type TicketPost = components['schemas']['TicketPost'];
export type TicketThing = components['schemas']['TicketThing'];
export type TicketOptions = components['schemas']['TicketOptions'];
export type TicketDepartment = components['schemas']['TicketDepartment'];

const tones: Record<string, Tone> = {
  open: 'info',
  'waiting-for-support': 'info',
  'waiting-for-client': 'warning',
  resolved: 'success',
};

/** The status of a ticket. */
export const ticketStatus = (ticket: Pick<TicketSummary, 'status' | 'statusLabel'>, i18n: SharedLocalize): TemplateResult =>
  statusBadge(ticket, tones, i18n, tickets);

/** A priority in a word; one that is not known to this release in the company's own. */
export const priorityText = (id: string, label: string, i18n: SharedLocalize): string => i18n.label(`priority-${id}`, label || id, tickets);

/** When the department can be expected to answer. */
export function expectationText({ answerHours, serviceTimes }: Ticket['expectation'], i18n: SharedLocalize): string {
  const t = i18n.in(tickets);
  const answer = answerHours === null || Number.isNaN(answerHours) ? '' : t('answerWithin', answerHours);
  const times = serviceTimes ? t('serviceTimes', serviceTimes) : '';
  return [answer, times].filter(Boolean).join(' ');
}

/** A text as it is sent: with the signature, where the person leaves it on. */
export const withSignature = (text: string, { signature }: Ticket['preferences'], isSigned: boolean): string =>
  isSigned && signature ? `${text.trimEnd()}\n\n${signature}` : text;

/** The key under which the words for a ticket, or for a new one, are kept: of this person alone. */
export const wordsKey = (person: string, subject: string): string => `portal-ticket:${person}:${subject}`;
