import { html, type TemplateResult } from 'lit';
import type { FormController } from '../core/form-controller.js';
import type { LocalizeController } from '../core/localize-controller.js';
import type { orderTasks } from './texts/order-tasks.js';

type Refusal = Extract<keyof typeof orderTasks.english, `problem-${string}`> extends `problem-${infer Kind}` ? Kind : never;

/** What has happened to the order meanwhile, in plain words, where the server has refused for one of these reasons. */
export function refusalNotice<Values, Result>(
  form: FormController<Values, Result>,
  i18n: LocalizeController<typeof orderTasks.english>,
  kinds: readonly Refusal[],
): TemplateResult | undefined {
  const kind = form.phase === 'failed' ? kinds.find((each) => form.error?.is(each)) : undefined;
  const stale = form.phase === 'failed' && form.error?.status === 412;
  if (!kind && !stale) return undefined;
  return html`<p class="notice warning" part="error" role="alert">${i18n.t(kind ? `problem-${kind}` : 'changedMeanwhile')}</p>`;
}
