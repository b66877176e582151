import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { SharedLocalize } from '../../core/localize-controller.js';
import { dnsEditor } from '../texts/dns-editor.js';
import { tools } from '../../i18n/texts/tools.js';
import { checkField, focusFirstInvalid, textField } from '../../ui/form-view.js';
import { failure } from '../../ui/messages.js';
import { ownerOf, type ValueDraft } from './draft.js';
import { ttlFields, typeFields } from './choices-view.js';
import { valueFields } from './fields-view.js';
import type { RecordForm } from './record-form.js';

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
    <div class="row">
      ${textField({
        name: 'name',
        label: t('name'),
        value: draft.name,
        hint: html`<bdi>${t('nameHint', owner)}</bdi>`,
        error: messages.get('name'),
        autocomplete: 'off',
        spellcheck: false,
        edit: (name) => form.edit({ name }),
      })}
      ${typeFields(form, i18n)}
    </div>
    ${repeat(
      draft.values,
      (value) => value.id,
      (value, index) => valueView(form, value, index, i18n),
    )}
    <div><button type="button" @click=${() => form.addValue()}>${t('addValue')}</button></div>
    <div class="row">
      ${ttlFields(form, i18n)}
      ${textField({
        name: 'comment',
        label: t('comment'),
        value: draft.comment,
        hint: t('commentHint'),
        error: messages.get('comment'),
        edit: (comment) => form.edit({ comment }),
      })}
    </div>
    ${form.failure ? failure(form.failure, i18n) : nothing}
    <footer>
      <small class="muted">${t('stageHint')}</small>
      <button type="button" @click=${cancel}>${i18n.in(tools)('cancel')}</button>
      <button type="submit" class="primary" aria-disabled=${form.busy}>${t(form.busy ? 'checking' : 'stage')}</button>
    </footer>
  </form>`;
}
