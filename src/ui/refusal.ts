import { html, type TemplateResult } from 'lit';
import type { FormState } from '../core/forms/form-controller.js';

/** A refusal of a kind that this element knows, in its own words; `undefined`: it is of another kind, or there is none. */
export function refusal<Kind extends string>(
  { phase, error }: FormState,
  kinds: readonly Kind[],
  say: (kind: Kind) => string,
): TemplateResult | undefined {
  const kind = phase === 'failed' ? kinds.find((each) => error?.is(each)) : undefined;
  return kind && html`<div class="notice danger" part="error" role="alert"><p>${say(kind)}</p></div>`;
}
