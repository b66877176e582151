import { html, nothing, type TemplateResult } from 'lit';
import { shared } from '../../i18n/texts/shared.js';
import type { Lazy } from '../lazy.js';
import type { SharedLocalize } from '../localize-controller.js';

/**
 * That a part could not be loaded, and the way on; once trying again has not helped, also to load the page anew.
 * @param missing The consequence for the person, where it cannot be seen.
 */
export function loadFailure(
  { failures, retry }: Pick<Lazy<unknown>, 'failures' | 'retry'>,
  i18n: SharedLocalize,
  missing = '',
): TemplateResult {
  const t = i18n.in(shared);
  return html`<div class="notice danger" part="error" role="alert">
    <p>${t('partFailed')} ${missing}</p>
    <button type="button" @click=${retry}>${t('retry')}</button>
    ${failures > 1 ? html`<button type="button" @click=${() => location.reload()}>${t('reloadPage')}</button>` : nothing}
  </div>`;
}
