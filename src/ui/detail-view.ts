import { html, nothing, type TemplateResult } from 'lit';
import type { LoadController } from '../core/loading/load-controller.js';
import type { SharedLocalize } from '../core/localize-controller.js';
import { shared } from '../i18n/texts/shared.js';
import { tools } from '../i18n/texts/tools.js';
import { skeleton } from './lists/list-view.js';
import { failure } from './messages.js';

/** One record: its placeholder, its failure, or what `ready` makes of it; what is shown stays while it is loaded again. */
export function detailView<T>(
  load: LoadController<T>,
  i18n: SharedLocalize,
  ready: (value: T) => TemplateResult,
  rows = 8,
): TemplateResult {
  if (load.missing) return html`<div class="message" part="empty"><p>${i18n.in(tools)('missingId')}</p></div>`;
  const failed = load.error !== undefined && !load.busy;
  return html`<section part="detail" aria-busy=${load.busy}>
    ${failed ? failure(load.error, i18n, () => load.reload(), load.loadedAt) : nothing}
    ${load.value !== undefined ? ready(load.value) : failed ? nothing : skeleton(rows, i18n.in(shared)('loading'))}
  </section>`;
}

/** Facts with their names, or the few figures that matter most (`summary`); what is not known is left out. */
export function facts(entries: readonly (readonly [label: string, value: unknown])[], look: 'facts' | 'summary' = 'facts'): TemplateResult {
  return html`<dl class=${look} part=${look}>
    ${entries
      .filter(([, value]) => value !== undefined && value !== null && value !== '')
      .map(
        ([label, value]) =>
          html`<div>
            <dt>${label}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
  </dl>`;
}
