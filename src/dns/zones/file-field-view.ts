import { html, type TemplateResult } from 'lit';
import type { SharedLocalize } from '../../core/localize-controller.js';
import { dnsEditor } from '../texts/dns-editor.js';
import { textAreaField } from '../../ui/form-view.js';
import { textOf } from '../protocol/file-text.js';

export interface ZoneFileField {
  label: string;
  value: string;
  error?: string;
  edit: (text: string) => void;
  /** The file that was chosen could not be read. */
  fail: () => void;
}

/** A zone file, pasted or chosen. */
export function zoneFileField({ label, value, error, edit, fail }: ZoneFileField, i18n: SharedLocalize): TemplateResult {
  const t = i18n.in(dnsEditor);
  const choose = async (event: Event) => {
    const input = event.currentTarget as HTMLInputElement;
    const file = input.files?.[0];
    if (!file) return;
    try {
      edit(textOf(new Uint8Array(await file.arrayBuffer())));
    } catch {
      fail();
    }
    // The same file may be chosen again after it was changed.
    input.value = '';
  };
  const pick = (event: Event) => (event.currentTarget as HTMLElement).parentElement?.querySelector<HTMLElement>('input')?.click();
  return html`${textAreaField({ name: 'zone-file', label, value, hint: t('zoneFileHint'), rows: 8, spellcheck: false, edit, ...(error && { error }) })}
    <div>
      <input type="file" hidden accept=".zone,.txt,.db,text/dns,text/plain" @change=${choose} />
      <button type="button" @click=${pick}>${t('chooseFile')}</button>
    </div>`;
}
