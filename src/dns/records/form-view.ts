import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { SharedLocalize } from '../../core/localize-controller.js';
import { tools } from '../../i18n/texts/tools.js';
import { checkField, focusFirstInvalid, selectField, textAreaField, textField } from '../../ui/form-view.js';
import { failure } from '../../ui/messages.js';
import { commonTypes, type Field, parseSeconds, targetFromInput } from '../index.js';
import { dnsEditor } from '../texts/dns-editor.js';
import { humanTtl } from '../ttl.js';
import { fieldsToShow, ownerOf, type ValueDraft } from './draft.js';
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

/** The full name that a typed one stands for, where the two differ. */
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
function valueFields(form: RecordForm, value: ValueDraft, index: number, i18n: SharedLocalize): unknown {
  const path = `records/${index}/value`;
  const fields = fieldsToShow(form.draft.type, value);
  const shown = new Set(fields.map(({ name }) => `${path}/${name}`));
  const [, rest] = [...form.messages].find(([at]) => at === path || (at.startsWith(`${path}/`) && !shown.has(at))) ?? [];
  const error = ({ name }: Field, position: number) => form.messages.get(`${path}/${name}`) ?? (position === 0 ? rest : undefined);
  return fields.map((field, position) => fieldView(form, value, field, error(field, position), i18n));
}

const presets = [60, 300, 900, 3600, 14_400, 43_200, 86_400, 604_800];
const typed = new WeakMap<RecordForm, Set<'type' | 'ttl'>>();

/** Fields of the form in which the user types what is not among the choices. */
function typedFields(form: RecordForm): Set<'type' | 'ttl'> {
  let fields = typed.get(form);
  if (!fields) typed.set(form, (fields = new Set()));
  return fields;
}

/** The type of a new set: one of the usual ones, or any by its name. */
function typeFields(form: RecordForm, i18n: SharedLocalize): unknown {
  const t = i18n.in(dnsEditor);
  const { type, before } = form.draft;
  const other = typedFields(form);
  const isCommon = (commonTypes as readonly string[]).includes(type);
  const choices = [...commonTypes.map((each) => [each, each] as const), ['', t('otherType')] as const];
  const choose = (chosen: string) => {
    if (chosen) other.delete('type');
    else other.add('type');
    form.changeType(chosen);
  };
  const error = form.messages.get('type');
  if (before) return html`<div class="field"><span>${t('type')}</span><strong>${type}</strong></div>`;
  const free = other.has('type') || !isCommon;
  return [
    selectField({ name: 'type', label: t('type'), value: free ? '' : type, choices, error: free ? undefined : error, edit: choose }),
    free
      ? textField({
          name: 'other-type',
          label: t('otherTypeName'),
          value: type,
          hint: t('otherTypeHint'),
          error,
          spellcheck: false,
          edit: (text) => form.changeType(text.trim().toUpperCase()),
        })
      : nothing,
  ];
}

/** The TTL: one of the usual ones, or any within the company's limits. */
function ttlFields(form: RecordForm, i18n: SharedLocalize): unknown {
  const t = i18n.in(dnsEditor);
  const { minTtl = 0, maxTtl = 2 ** 31 - 1 } = form.zone;
  const { ttl } = form.draft;
  const other = typedFields(form);
  const known = presets.filter((each) => each >= minTtl && each <= maxTtl);
  const free = other.has('ttl') || !known.some((each) => String(each) === ttl);
  const choices = [...known.map((each) => [String(each), humanTtl(i18n.language, each)] as const), ['', t('otherTtl')] as const];
  const choose = (chosen: string) => {
    if (chosen) other.delete('ttl');
    else other.add('ttl');
    form.edit(chosen ? { ttl: chosen } : {});
  };
  const seconds = parseSeconds(ttl.trim());
  const limits = t('ttlHint', i18n.number(minTtl), i18n.number(maxTtl));
  return [
    selectField({ name: 'ttl', label: t('ttl'), value: free ? '' : ttl, choices, edit: choose }),
    free
      ? textField({
          name: 'other-ttl',
          label: t('ttlExact'),
          value: ttl,
          hint: seconds === undefined ? limits : `${humanTtl(i18n.language, seconds)}. ${limits}`,
          error: form.messages.get('ttl'),
          spellcheck: false,
          edit: (text) => form.edit({ ttl: text }),
        })
      : nothing,
  ];
}

function valueView(form: RecordForm, value: ValueDraft, index: number, i18n: SharedLocalize): TemplateResult {
  const t = i18n.in(dnsEditor);
  const number = i18n.number(index + 1);
  const several = form.draft.values.length > 1;
  return html`<fieldset>
    <legend>${t('value', number)}</legend>
    <div class="row">${valueFields(form, value, index, i18n)}</div>
    <div class="between">
      ${checkField({
        name: `disabled-${value.id}`,
        label: t('disable'),
        checked: value.disabled,
        edit: (disabled) => form.disable(value, disabled),
      })}
      ${
        several
          ? html`<button type="button" class="quiet" aria-label=${t('removeValue', number)} @click=${() => form.removeValue(value)}>
              ${t('removeShort')}
            </button>`
          : nothing
      }
    </div>
  </fieldset>`;
}

/** @param owner The full name that is meant. */
function nameField(form: RecordForm, owner: string, i18n: SharedLocalize): TemplateResult {
  const t = i18n.in(dnsEditor);
  return textField({
    name: 'name',
    label: t('name'),
    value: form.draft.name,
    hint: html`<bdi>${t('nameHint', owner)}</bdi>`,
    error: form.messages.get('name'),
    autocomplete: 'off',
    spellcheck: false,
    edit: (name) => form.edit({ name }),
  });
}

function commentField(form: RecordForm, i18n: SharedLocalize): TemplateResult {
  const t = i18n.in(dnsEditor);
  return textField({
    name: 'comment',
    label: t('comment'),
    value: form.draft.comment,
    hint: t('commentHint'),
    error: form.messages.get('comment'),
    edit: (comment) => form.edit({ comment }),
  });
}

/** The form for one record set. */
export function recordFormView(form: RecordForm, i18n: SharedLocalize, cancel: () => void): TemplateResult {
  const t = i18n.in(dnsEditor);
  const { draft, zone, messages } = form;
  const owner = ownerOf(draft, zone.name);
  const submit = async (event: Event) => {
    event.preventDefault();
    const element = event.currentTarget as HTMLFormElement;
    if (await form.save()) return;
    await new Promise(requestAnimationFrame);
    focusFirstInvalid(element);
  };
  const whole = messages.get('') ?? messages.get('records');
  return html`<form class="stack" novalidate @submit=${submit}>
    ${form.merged ? html`<div class="notice" role="status"><p>${t('existing', owner)}</p></div>` : nothing}
    ${whole ? html`<div class="notice danger" role="alert"><p>${whole}</p></div>` : nothing}
    <div class="row">${nameField(form, owner, i18n)} ${typeFields(form, i18n)}</div>
    ${repeat(
      draft.values,
      (value) => value.id,
      (value, index) => valueView(form, value, index, i18n),
    )}
    <div><button type="button" @click=${() => form.addValue()}>${t('addValue')}</button></div>
    <div class="row">${ttlFields(form, i18n)} ${commentField(form, i18n)}</div>
    ${form.failure ? failure(form.failure, i18n) : nothing}
    <footer>
      <small class="muted">${t('stageHint')}</small>
      <button type="button" @click=${cancel}>${i18n.in(tools)('cancel')}</button>
      <button type="submit" class="primary" aria-disabled=${form.busy}>${t(form.busy ? 'checking' : 'stage')}</button>
    </footer>
  </form>`;
}
