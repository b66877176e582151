import { html, type TemplateResult } from 'lit';
import type { SharedLocalize } from '../core/localize-controller.js';
import type { Catalogue, Text } from '../i18n/catalogue.js';
import { shared } from '../i18n/texts/shared.js';

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger';

/** A short word of state; the tone only repeats in colour what the word says. */
export function badge(tone: Tone, label: string): TemplateResult {
  return html`<span class="badge ${tone}" part="badge" .textContent=${label}></span>`;
}

/** A record's status as a badge; one that is not known to this release is shown in the company's own word. */
export function statusBadge(
  { status, statusLabel }: { status: string; statusLabel?: string | null },
  tones: Readonly<Record<string, Tone>>,
  i18n: SharedLocalize,
  catalogue: Catalogue<Record<string, Text>>,
): TemplateResult {
  const tone = Object.hasOwn(tones, status) ? tones[status]! : 'neutral';
  return badge(tone, i18n.label(`status-${status}`, statusLabel || status || i18n.in(shared)('none'), catalogue));
}
