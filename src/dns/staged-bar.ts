import { html, type nothing, type TemplateResult } from 'lit';
import type { SharedLocalize } from '../core/localize-controller.js';
import { dnsEditor } from './texts/dns-editor.js';
import { tools } from '../i18n/texts/tools.js';
import type { Notice } from '../ui/screen-dialog.js';

interface StagedBar {
  /** How many changes wait. */
  count: number;
  /** What has become of the last ones. */
  notice: Notice;
  review: () => void;
  discard: () => void;
}

/** Above the list: that changes wait to be saved, or that they have been. */
export function stagedBar({ count, notice, review, discard }: StagedBar, i18n: SharedLocalize): TemplateResult | typeof nothing {
  const t = i18n.in(dnsEditor);
  if (count > 0)
    return html`<div class="notice" part="staged">
      <p role="status">${t('staged', count)}</p>
      <button type="button" class="primary" @click=${review}>${t('review')}</button>
      <button type="button" @click=${discard}>${t('discard')}</button>
    </div>`;
  return notice.view();
}

/** Asks before staged changes are thrown away. */
export function discardView(count: number, i18n: SharedLocalize, actions: { discard: () => void; cancel: () => void }): TemplateResult {
  const t = i18n.in(dnsEditor);
  return html`<p>${t('discardText', count)}</p>
    <footer>
      <button type="button" @click=${actions.cancel}>${i18n.in(tools)('cancel')}</button>
      <button type="button" class="destructive" @click=${actions.discard}>${t('discardAll')}</button>
    </footer>`;
}
