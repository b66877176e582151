import { html, nothing, type TemplateResult } from 'lit';
import type { SharedLocalize } from '../../core/localize-controller.js';
import { dnsEditor } from '../texts/dns-editor.js';
import { focusFirstInvalid, formStatus, submitButton } from '../../ui/form-view.js';
import { rrsetDiff } from '../rrset-diff.js';
import { zoneFileField } from './zone-file-field.js';
import type { ImportResult, ZoneImport } from './zone-import.js';

function modeChoice(task: ZoneImport, i18n: SharedLocalize): TemplateResult {
  const t = i18n.in(dnsEditor);
  const choice = (mode: ZoneImport['mode'], label: string) =>
    html`<label class="check-field">
      <input type="radio" name="mode" .checked=${task.mode === mode} @change=${() => task.edit({ mode })} /><span>${label}</span>
    </label>`;
  return html`<fieldset>
    <legend>${t('mode')}</legend>
    ${choice('merge', t('modeMerge'))} ${choice('replace', t('modeReplace'))}
  </fieldset>`;
}

function skippedLines({ skipped }: ImportResult, i18n: SharedLocalize): TemplateResult | typeof nothing {
  if (skipped.length === 0) return nothing;
  const t = i18n.in(dnsEditor);
  return html`<details part="skipped" ?open=${skipped.length <= 10}>
    <summary>${t('skipped', skipped.length)}</summary>
    <ul>
      ${skipped.map(({ line, detail }) => html`<li>${t('line', i18n.number(line))}: <bdi>${detail}</bdi></li>`)}
    </ul>
  </details>`;
}

function previewView(task: ZoneImport, preview: ImportResult, i18n: SharedLocalize): TemplateResult {
  const t = i18n.in(dnsEditor);
  const { added, changed, removed, unchanged } = preview.counts;
  const total = added + changed + removed;
  const more = total - preview.changes.length;
  const [a = '', c = '', r = '', u = ''] = [added, changed, removed, unchanged].map((count) => i18n.number(count));
  const apply = (event: Event) => {
    event.preventDefault();
    if (total > 0) void task.apply();
  };
  return html`<form class="stack" @submit=${apply}>
    ${task.renewed ? html`<div class="notice warning" role="status"><p>${t('importStale')}</p></div>` : nothing}
    <div role="status">
      <h3 tabindex="-1" id="preview-title">${t('previewTitle')}</h3>
      <p>${total > 0 ? t('counts', a, c, r, u) : t('nothingToImport')}</p>
    </div>
    ${skippedLines(preview, i18n)}
    <ul class="plain">
      ${preview.changes.map((change) => html`<li>${rrsetDiff(change, task.zone.name, i18n)}</li>`)}
    </ul>
    ${more > 0 ? html`<p class="muted">${t('more', more)}</p>` : nothing}
    ${task.form.error?.status === 412 ? nothing : formStatus(task.form, i18n)}
    <footer>
      <button type="button" @click=${() => task.edit({})}>${t('back')}</button>
      ${total > 0 ? submitButton(task.form, i18n, t('applyImport')) : nothing}
    </footer>
  </form>`;
}

/** A zone file into a zone: first the file, then what it would change. */
export function zoneImportView(task: ZoneImport, i18n: SharedLocalize): TemplateResult {
  if (task.preview) return previewView(task, task.preview, i18n);
  const t = i18n.in(dnsEditor);
  const { form } = task;
  const look = async (event: Event) => {
    event.preventDefault();
    const element = event.currentTarget as HTMLFormElement;
    const root = element.getRootNode() as ShadowRoot;
    const succeeded = await task.look();
    await new Promise(requestAnimationFrame);
    if (succeeded) root.getElementById('preview-title')?.focus();
    else focusFirstInvalid(element);
  };
  const errors = (form.error?.problem.errors ?? []).filter(({ pointer }) => pointer === '/zoneFile');
  const error = task.unreadable ? t('fileUnreadable') : errors.map(({ detail }) => detail).join(' ');
  return html`<form class="stack" novalidate @submit=${look}>
    ${zoneFileField(
      {
        label: t('zoneFile'),
        value: task.zoneFile,
        error,
        edit: (zoneFile) => task.edit({ zoneFile }),
        fail: () => task.edit({ unreadable: true }),
      },
      i18n,
    )}
    ${modeChoice(task, i18n)} ${form.error?.status === 412 ? nothing : formStatus(form, i18n, ['/zoneFile'])}
    <footer>${submitButton(form, i18n, t('preview'))}</footer>
  </form>`;
}
