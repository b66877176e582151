import type { TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import type { SharedLocalize } from '../core/localize-controller.js';
import { statusBadge, type Tone } from '../ui/badge.js';
import { credits } from './texts/credits.js';

export type CreditSummary = components['schemas']['CreditSummary'];
export type CreditPage = components['schemas']['CreditPage'];
export type Credit = components['schemas']['Credit'];

/** The credits that can be used, and the invoices that can be paid from them. */
export interface CreditChoices {
  credits: CreditSummary[];
  invoices: components['schemas']['InvoiceSummary'][];
  /** There are more invoices than these. */
  more: boolean;
}

const tones: Record<string, Tone> = { available: 'success', 'partly-used': 'info', expired: 'warning', void: 'danger' };

/** The status of a credit. */
export const creditStatus = (credit: CreditSummary, i18n: SharedLocalize): TemplateResult => statusBadge(credit, tones, i18n, credits);

/** The kind of credit. */
export const creditType = ({ type, typeLabel }: CreditSummary, i18n: SharedLocalize): string =>
  i18n.label(`type-${type}`, typeLabel || type, credits);

/** Invoices can be paid from it. */
export const isUsable = ({ allowedActions }: CreditSummary): boolean => allowedActions.includes('apply');
