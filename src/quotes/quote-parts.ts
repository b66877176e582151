import type { TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import type { LocalizeController } from '../core/localize-controller.js';
import type { quotes } from './texts/quotes.js';
import { badge, type Tone } from '../ui/badge.js';

export type QuotesLocalize = LocalizeController<typeof quotes.english>;

const tones: Record<string, Tone> = { open: 'info', expired: 'warning', accepted: 'success' };

/** The state of a quote; one that is not known to this release is shown in the company's own word. */
export function quoteStatus(
  { status, statusLabel }: Pick<components['schemas']['QuoteSummary'], 'status' | 'statusLabel'>,
  i18n: QuotesLocalize,
): TemplateResult {
  return badge(Object.hasOwn(tones, status) ? tones[status]! : 'neutral', i18n.label(`status-${status}`, statusLabel || status));
}
