import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { ApiError } from '../api/problem.js';
import type { SharedLocalize } from '../core/localize-controller.js';
import type { Upload, UploadRules, UploadsController } from '../core/forms/uploads-controller.js';
import { formatBytes, formatPercent } from '../i18n/units.js';
import { shared } from '../i18n/texts/shared.js';
import { uploads as texts } from '../i18n/texts/uploads.js';
import { errorText } from './messages.js';

export interface UploadField {
  /** Unique in the form; also the id of the control. */
  name: string;
  label: string;
  /** From the server; said before a file is chosen. */
  rules: UploadRules;
  /** The fault, found by the element or the server. */
  error?: string;
  required?: boolean;
}

/** Files that are chosen or dropped here and sent at once, with what has become of each. Needs `uploadStyles`. */
export function uploadField(uploads: UploadsController, i18n: SharedLocalize, field: UploadField): TemplateResult {
  const t = i18n.in(texts);
  const { name, label, rules, error } = field;
  const several = rules.maxFiles > 1;
  const arrived = uploads.items.filter(({ phase }) => phase === 'done').at(-1);
  return html`<div class="field" part="upload">
    <span class="label" id="${name}-label">${label}</span>
    <div
      class="upload"
      role="group"
      aria-labelledby="${name}-label"
      @dragover=${dragOver}
      @dragleave=${dragEnd}
      @drop=${drop(uploads, rules)}
    >
      ${fileInput(uploads, field)}
      <label class="button" for=${name}>${t(several ? 'chooseSeveral' : 'choose')}</label>
      <span class="muted" aria-hidden="true">${t(several ? 'dropSeveral' : 'drop')}</span>
      <small class="muted" id="${name}-hint">${t('limits', kinds(rules, i18n), size(rules, i18n), rules.maxFiles)}</small>
    </div>
    ${
      uploads.items.length > 0
        ? html`<ul class="files">
            ${uploads.items.map((each) => item(each, uploads, rules, i18n))}
          </ul>`
        : nothing
    }
    ${error ? html`<span class="error-text" id="${name}-error">${error}</span>` : nothing}
    <span class="visually-hidden" role="status">${arrived ? t('uploadedFile', arrived.file.name) : nothing}</span>
  </div>`;
}

function fileInput(uploads: UploadsController, { name, rules, error, required }: UploadField): TemplateResult {
  const choose = (event: Event) => {
    const input = event.currentTarget as HTMLInputElement;
    uploads.add([...(input.files ?? [])], rules);
    // The same file may be chosen again after it was removed.
    input.value = '';
  };
  return html`<input
    class="visually-hidden"
    type="file"
    id=${name}
    name=${name}
    accept=${rules.extensions.join(',')}
    ?multiple=${rules.maxFiles > 1}
    aria-required=${ifDefined(required ? 'true' : undefined)}
    aria-invalid=${error ? 'true' : 'false'}
    aria-describedby=${error ? `${name}-error ${name}-hint` : `${name}-hint`}
    @change=${choose}
  />`;
}

/** The fault that keeps the files from being used, as a text for the field, if there is one. */
export function uploadFault(uploads: UploadsController, i18n: SharedLocalize, required = false): string | undefined {
  const t = i18n.in(texts);
  if (uploads.busy) return t('stillSending');
  if (uploads.failed) return t('notSent');
  return required && uploads.ids.length === 0 ? t('required') : undefined;
}

function item(upload: Upload, uploads: UploadsController, rules: UploadRules, i18n: SharedLocalize): TemplateResult {
  const t = i18n.in(texts);
  const { file, phase, fault } = upload;
  const act = (does: () => void) => (event: Event) => {
    // What is clicked disappears.
    const field = (event.currentTarget as Element).closest('.field')!;
    does();
    field.querySelector<HTMLElement>('input[type="file"]')!.focus();
  };
  return html`<li>
    <span><bdi>${file.name}</bdi> <small class="muted number">${formatBytes(i18n.language, file.size)}</small></span>
    ${phase === 'sending' ? progress(upload, i18n) : nothing}
    ${phase === 'done' ? html`<span class="muted">✓ ${t('uploaded')}</span>` : nothing}
    ${fault ? html`<span class="error-text" role="alert">${faultText(fault, rules, i18n)}</span>` : nothing}
    ${
      fault instanceof Error && !(fault instanceof ApiError && [413, 415].includes(fault.status))
        ? html`<button type="button" class="quiet" aria-label=${t('retryFile', file.name)} @click=${act(() => uploads.retry(upload))}>
            ${i18n.in(shared)('retry')}
          </button>`
        : nothing
    }
    <button type="button" class="quiet" aria-label=${t('removeFile', file.name)} @click=${act(() => uploads.remove(upload))}>
      ${t('remove')}
    </button>
  </li>`;
}

function progress({ file, part }: Upload, i18n: SharedLocalize): TemplateResult {
  const t = i18n.in(texts);
  return part > 0
    ? html`<progress max="1" .value=${part} aria-label=${t('uploading', file.name)}></progress>
        <span class="muted number" aria-hidden="true">${formatPercent(i18n.language, Math.floor(part * 100))}</span>`
    : html`<span class="muted">${t('waiting')}</span>`;
}

function faultText(fault: NonNullable<Upload['fault']>, rules: UploadRules, i18n: SharedLocalize): string {
  const t = i18n.in(texts);
  if (fault === 'kind') return t('fault-kind', kinds(rules, i18n));
  if (fault === 'empty') return t('fault-empty');
  if (fault === 'count') return t('fault-count', rules.maxFiles);
  if (!(fault instanceof ApiError)) return fault === 'size' ? t('fault-size', size(rules, i18n)) : errorText(fault, i18n);
  if (fault.status === 413) return t('fault-size', size(rules, i18n));
  if (fault.status === 415) return t('fault-content');
  return fault.is('too-many-files') ? t('fault-many') : errorText(fault, i18n);
}

const size = ({ maxBytes }: UploadRules, { language }: SharedLocalize) => formatBytes(language, maxBytes) ?? '';

/** Endings of names as people know them: PDF, PNG or JPEG. */
function kinds({ extensions }: UploadRules, { language }: SharedLocalize): string {
  const names = extensions.map((each) => each.slice(1).toUpperCase()).filter((each) => each !== 'JPG' || !extensions.includes('.jpeg'));
  return new Intl.ListFormat(language, { type: 'disjunction' }).format(names);
}

function dragOver(event: DragEvent): void {
  event.preventDefault();
  (event.currentTarget as Element).classList.add('over');
}

const dragEnd = (event: DragEvent) => (event.currentTarget as Element).classList.remove('over');

const drop = (uploads: UploadsController, rules: UploadRules) => (event: DragEvent) => {
  event.preventDefault();
  dragEnd(event);
  uploads.add([...(event.dataTransfer?.files ?? [])], rules);
};
