import type { TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import type { SharedLocalize } from '../core/localize-controller.js';
import { statusBadge, type Tone } from '../ui/badge.js';
import { quotes } from './texts/quotes.js';

export type QuoteSummary = components['schemas']['QuoteSummary'];
export type QuotePage = components['schemas']['QuotePage'];
export type Quote = components['schemas']['Quote'];
export type QuoteTask = 'accept' | 'decline' | 'ask';

const tones: Record<string, Tone> = { open: 'info', expired: 'warning', accepted: 'success' };

/** The status of a quote. */
export const quoteStatus = (quote: Pick<QuoteSummary, 'status' | 'statusLabel'>, i18n: SharedLocalize): TemplateResult =>
  statusBadge(quote, tones, i18n, quotes);
