import type { TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import type { LocalizeController } from '../core/localize-controller.js';
import type { credits } from './texts/credits.js';
import { badge, type Tone } from '../ui/badge.js';

type Credit = components['schemas']['CreditSummary'];
type CreditsLocalize = LocalizeController<typeof credits.english>;

const tones: Record<string, Tone> = { available: 'success', 'partly-used': 'info', expired: 'warning', void: 'danger' };

/** The state of a credit; one that is not known to this release is shown in the company's own word. */
export function creditStatus({ status, statusLabel }: Credit, i18n: CreditsLocalize): TemplateResult {
  const tone = Object.hasOwn(tones, status) ? tones[status]! : 'neutral';
  return badge(tone, i18n.label(`status-${status}`, statusLabel || status));
}

/** What kind of credit it is. */
export const creditType = ({ type, typeLabel }: Credit, i18n: CreditsLocalize): string => i18n.label(`type-${type}`, typeLabel || type);

/** Whether invoices can be paid from it. */
export const isUsable = ({ allowedActions }: Credit): boolean => allowedActions.includes('apply');
