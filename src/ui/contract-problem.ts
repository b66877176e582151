import { html, nothing, type TemplateResult } from 'lit';
import { warnOnce } from '../core/warn.js';
import type { LocalizeController } from '../core/localize-controller.js';
import type { failure } from './messages.js';
import type { ContractChoice } from '../core/business/contract-choice.js';

/** Says why there is no contract to show: it cannot be found out, there is none, or the page does not name it. */
export function contractProblem(
  tag: string,
  { state, load }: ContractChoice,
  i18n: LocalizeController<{ noContracts: string; contractMissing: string }>,
  /** Says what failed; `undefined` while it is on its way. */
  say: typeof failure | undefined,
): TemplateResult | typeof nothing {
  if (state === 'error') return say?.(load.error, i18n, () => load.reload()) ?? nothing;
  if (state === 'missing') warnOnce(`<${tag}> needs a contract-id: this person may not list contracts.`);
  return html`<div class="message" part=${state === 'empty' ? 'empty' : 'error'}>
    ${state === 'empty' ? html`<slot name="empty">${i18n.t('noContracts')}</slot>` : i18n.t('contractMissing')}
  </div>`;
}
