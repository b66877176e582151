import { html, nothing, type TemplateResult } from 'lit';
import type { Lazy } from '../core/lazy.js';
import type { SharedLocalize } from '../core/localize.js';
import { shared } from '../i18n/shared.js';

/** What `render` makes of a part that is loaded later: nothing before it is here, a sentence with “Try again” when it cannot be loaded. */
export function lazyView<T>(lazy: Lazy<T>, i18n: SharedLocalize, render: (value: T) => unknown): unknown {
  if (lazy.value !== undefined) return render(lazy.value);
  return lazy.error === undefined ? nothing : loadFailure(i18n, lazy.retry);
}

/** That a part could not be loaded, and the way on. */
export function loadFailure(i18n: SharedLocalize, retry: () => void): TemplateResult {
  const t = i18n.in(shared);
  return html`<div class="notice danger" part="error" role="alert">
    <p>${t('partFailed')}</p>
    <button type="button" @click=${retry}>${t('retry')}</button>
  </div>`;
}
