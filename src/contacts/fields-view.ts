import { html, type TemplateResult } from 'lit';
import type { DraftForm, FieldError } from '../core/draft-form.js';
import type { SharedLocalize } from '../core/localize-controller.js';
import { languageName } from '../ui/display-names.js';
import { selectField, textField } from '../ui/form-view.js';
import { contactDialogs as texts } from './texts/contact-dialogs.js';

/** The details of a person while they are typed. */
export interface ContactDraft {
  name: string;
  email: string;
  title: string;
  phone: string;
  /** BCP 47 tag; empty: left to the server. */
  language: string;
}

const languages = ['en', 'de', 'cs', 'ar'];

/** The text for an address that does not look like one. */
export const emailFault = ({ email }: ContactDraft, i18n: SharedLocalize): string | false =>
  email.trim() !== '' && !/^[^\s@]+@[^\s@]+$/.test(email.trim()) && i18n.in(texts)('invalidEmail');

/** The text for an error of the server at one of the fields. */
export function fieldFault({ pointer, code }: FieldError, i18n: SharedLocalize): string | undefined {
  if (pointer === '/email' && code === 'already-a-contact') return i18n.in(texts)('alreadyContact');
  return pointer === '/password' && code === 'wrong-password' ? i18n.in(texts)('wrongPassword') : undefined;
}

/** The fields of a person's details; `unset`: the language may be left to the server. */
export function contactFields<Draft extends ContactDraft, Result, Base>(
  form: DraftForm<Draft, Result, Base>,
  i18n: SharedLocalize,
  { unset }: { unset: boolean },
): TemplateResult {
  const t = i18n.in(texts);
  const { language } = form.draft;
  const choices = [...new Set([...languages, language])].filter(Boolean).map((tag) => [tag, languageName(tag)] as const);
  const field = (name: 'name' | 'email' | 'title' | 'phone', more: object = {}) =>
    textField({ ...form.field(name), label: t(name), autocomplete: 'off', ...more });
  return html`<div class="row">${field('name')} ${field('email', { type: 'email', inputMode: 'email', spellcheck: false })}</div>
    <div class="row">${field('title', { hint: t('optional') })} ${field('phone', { hint: t('optional'), inputMode: 'tel' })}</div>
    <div class="row">
      ${selectField({
        ...form.field('language'),
        label: t('language'),
        choices: unset ? [['', t('defaultLanguage')], ...choices] : choices,
      })}
    </div>`;
}
