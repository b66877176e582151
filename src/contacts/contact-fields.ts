import { html, type TemplateResult } from 'lit';
import type { FormController } from '../core/form-controller.js';
import { contactDialogs } from './texts/contact-dialogs.js';
import { languageName } from '../ui/display-names.js';
import { selectField, textField } from '../ui/form-view.js';
import type { ContactsLocalize } from './contact-parts.js';

/** What is typed about a person. */
export interface ContactDraft {
  name: string;
  email: string;
  title: string;
  phone: string;
  /** BCP 47 tag; empty: left to the server. */
  language: string;
}

const languages = ['en', 'de', 'cs', 'ar'];
export const pointers = ['/name', '/email', '/title', '/phone', '/language', '/password'];

/** Name and e-mail address are needed, and the address has to look like one. */
export function localFault(draft: ContactDraft, name: 'name' | 'email'): 'required' | 'invalidEmail' | undefined {
  const value = draft[name].trim();
  if (!value) return 'required';
  return name === 'email' && !/^[^\s@]+@[^\s@]+$/.test(value) ? 'invalidEmail' : undefined;
}

/** The fields of a person's details; faults found here are shown once sending has been tried (`checked`). */
export function contactFields<Values, Result>(
  draft: ContactDraft,
  form: FormController<Values, Result>,
  i18n: ContactsLocalize,
  { checked, edit, unset }: { checked: boolean; edit: (changes: Partial<ContactDraft>) => void; unset: boolean },
): TemplateResult {
  const t = i18n.in(contactDialogs);
  const taken = form.error?.problem.errors?.some(({ pointer, code }) => pointer === '/email' && code === 'already-a-contact');
  const error = (name: keyof ContactDraft): { error?: string } => {
    const fault = checked && (name === 'name' || name === 'email') ? localFault(draft, name) : undefined;
    const text = fault ? t(fault) : name === 'email' && taken ? t('alreadyContact') : form.fieldError(`/${name}`);
    return text ? { error: text } : {};
  };
  const choices = [...new Set([...languages, draft.language])].filter(Boolean).map((tag) => [tag, languageName(tag)] as const);
  const field = (name: 'name' | 'email' | 'title' | 'phone', more: object = {}) =>
    textField({
      name: `contact-${name}`,
      label: t(name),
      value: draft[name],
      edit: (value) => edit({ [name]: value }),
      autocomplete: 'off',
      ...error(name),
      ...more,
    });
  return html`<div class="row">
      ${field('name', { required: true })} ${field('email', { required: true, type: 'email', inputMode: 'email', spellcheck: false })}
    </div>
    <div class="row">${field('title', { hint: t('optional') })} ${field('phone', { hint: t('optional'), inputMode: 'tel' })}</div>
    <div class="row">
      ${selectField({
        name: 'contact-language',
        label: t('language'),
        value: draft.language,
        choices: unset ? [['', t('defaultLanguage')], ...choices] : choices,
        edit: (language) => edit({ language }),
        ...error('language'),
      })}
    </div>`;
}
