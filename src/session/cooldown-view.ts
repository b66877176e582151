import { html, nothing, type TemplateResult } from 'lit';
import type { CooldownController } from './cooldown-controller.js';

/** Says how long to wait, or that another attempt can be made; `undefined`: nothing is held back. */
export const cooldownView = ({ panel, pending }: CooldownController): unknown => panel.value?.render() ?? (pending ? nothing : undefined);

/** A failure in the element's own words. */
export const errorNotice = (text: string): TemplateResult =>
  html`<div class="notice danger" part="error" role="alert"><p>${text}</p></div>`;
