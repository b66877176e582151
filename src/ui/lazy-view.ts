import { html, nothing, type TemplateResult } from 'lit';
import type { Lazy } from '../core/lazy.js';
import type { SharedLocalize } from '../core/localize-controller.js';
import { shared } from '../i18n/texts/shared.js';

/** Renders a part that is loaded later with `render`: nothing before it is here, a sentence with “Try again” when it cannot be loaded. */
export function lazyView<T>(lazy: Lazy<T>, i18n: SharedLocalize, render: (value: T) => unknown): unknown {
  if (lazy.value !== undefined) return render(lazy.value);
  return lazy.error === undefined ? nothing : loadFailure(lazy, i18n);
}

/** That a part could not be loaded, and the way on; once trying again has not helped, also to load the page anew. */
export function loadFailure({ failures, retry }: Pick<Lazy<unknown>, 'failures' | 'retry'>, i18n: SharedLocalize): TemplateResult {
  const t = i18n.in(shared);
  return html`<div class="notice danger" part="error" role="alert">
    <p>${t('partFailed')}</p>
    <button type="button" @click=${retry}>${t('retry')}</button>
    ${failures > 1 ? html`<button type="button" @click=${() => location.reload()}>${t('reloadPage')}</button>` : nothing}
  </div>`;
}
