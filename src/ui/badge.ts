import { html, type TemplateResult } from 'lit';

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger';

/** A short word of state; the tone only repeats in colour what the word says. */
export function badge(tone: Tone, label: string): TemplateResult {
  return html`<span class="badge ${tone}" part="badge" .textContent=${label}></span>`;
}
