import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import type { SharedLocalize } from '../../core/localize-controller.js';
import { targetFromInput, type Field } from '../index.js';
import { dnsEditor } from '../texts/dns-editor.js';
import { textAreaField, textField } from '../../ui/form-view.js';
import { fieldsToShow, type ValueDraft } from './draft.js';
import type { RecordForm } from './record-form.js';

const entered = (event: Event) => (event.currentTarget as HTMLInputElement).value;

function labelOf(name: string, i18n: SharedLocalize): string {
  const key = `field-${name}`;
  const known = Object.hasOwn(dnsEditor.english, key) ? (key as 'field-value') : 'field-value';
  return i18n.in(dnsEditor)(known);
}

interface ValueField {
  id: string;
  label: string;
  text: string;
  error: string | undefined;
  edit: (text: string) => void;
}

/** A field with registered values to choose from; others may be typed. */
function suggestionField({ id, label, text, error, edit }: ValueField, options: Readonly<Record<string, string>>): TemplateResult {
  const described = [error && `${id}-error`, options[text] && `${id}-hint`].filter(Boolean).join(' ');
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <input
      id=${id}
      name=${id}
      list="${id}-list"
      autocomplete="off"
      spellcheck="false"
      aria-invalid=${error ? 'true' : 'false'}
      aria-describedby=${ifDefined(described || undefined)}
      .value=${live(text)}
      @input=${(event: Event) => edit(entered(event))}
    />
    <datalist id="${id}-list">${Object.entries(options).map(([value, name]) => html`<option value=${value}>${name}</option>`)}</datalist>
    ${options[text] ? html`<small class="muted" id="${id}-hint">${options[text]}</small>` : nothing}
    ${error ? html`<span class="error-text" id="${id}-error">${error}</span>` : nothing}
  </div>`;
}

/** Text of any length, one field for each string that the server keeps apart. */
function textFields(field: ValueField, texts: string | string[], i18n: SharedLocalize, edit: (texts: string | string[]) => void): unknown {
  const t = i18n.in(dnsEditor);
  const hint = (text: string) => t(/^".*"$/s.test(text) ? 'textQuoted' : 'textHint');
  const area = { spellcheck: false, rows: 3 };
  if (typeof texts === 'string')
    return textAreaField({ ...area, ...field, name: field.id, value: texts, hint: hint(texts), edit: (text) => edit(text) });
  return texts.map((text, index) =>
    textAreaField({
      ...area,
      name: `${field.id}-${index}`,
      label: t('textPart', i18n.number(index + 1), i18n.number(texts.length)),
      value: text,
      error: index === 0 ? field.error : undefined,
      edit: (changed) => edit(texts.with(index, changed)),
    }),
  );
}

/** What a name that was typed stands for, where that is not what was typed. */
function nameHint(text: string, zone: string, i18n: SharedLocalize): string | undefined {
  const name = text.trim() ? targetFromInput(text, zone) : undefined;
  return name && name !== text ? i18n.in(dnsEditor)('fullName', name) : undefined;
}

function fieldView(
  form: RecordForm,
  value: ValueDraft,
  { name, kind, options }: Field,
  error: string | undefined,
  i18n: SharedLocalize,
): unknown {
  const content = value.fields[name] ?? '';
  const text = typeof content === 'string' ? content : content.join('');
  const edit = (changed: string) => form.editField(value, name, changed);
  const field: ValueField = { id: `value-${value.id}-${name}`, label: labelOf(name, i18n), text, error, edit };
  if (options) return suggestionField(field, options);
  if (kind === 'strings') return textFields(field, content, i18n, (texts) => form.editField(value, name, texts));
  const common = { name: field.id, label: field.label, value: text, error, edit, spellcheck: false };
  if (kind === 'any' || kind === 'base64' || kind === 'hex') return textAreaField({ ...common, rows: 2 });
  const hint =
    kind === 'name' ? nameHint(text, form.zone.name, i18n) : kind === 'parameters' ? i18n.in(dnsEditor)('parametersHint') : undefined;
  return textField({ ...common, hint, autocomplete: 'off', inputMode: kind.startsWith('uint') ? 'numeric' : undefined });
}

/** The fields of one value; what is wrong with none of them is said at the first. */
export function valueFields(form: RecordForm, value: ValueDraft, index: number, i18n: SharedLocalize): unknown {
  const path = `records/${index}/value`;
  const fields = fieldsToShow(form.draft.type, value);
  const shown = new Set(fields.map(({ name }) => `${path}/${name}`));
  const [, rest] = [...form.messages].find(([at]) => at === path || (at.startsWith(`${path}/`) && !shown.has(at))) ?? [];
  const error = ({ name }: Field, position: number) => form.messages.get(`${path}/${name}`) ?? (position === 0 ? rest : undefined);
  return fields.map((field, position) => fieldView(form, value, field, error(field, position), i18n));
}
