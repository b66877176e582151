import { html, nothing, type TemplateResult } from 'lit';
import type { DraftForm } from '../core/draft-form.js';
import type { SharedLocalize } from '../core/localize-controller.js';
import { countryChoices } from '../ui/countries.js';
import { languageName } from '../ui/display-names.js';
import { checkField, selectField, textAreaField, textField, type Field } from '../ui/form-view.js';
import {
  addressFields,
  editableFields,
  fieldLabel,
  fieldText,
  needsPassword,
  type CustomField,
  type Profile,
  type ProfileDraft,
} from './profile.js';
import { profileEdit } from './texts/profile-edit.js';

type Form = DraftForm<ProfileDraft, Profile, Profile>;

interface Context {
  form: Form;
  profile: Profile;
  i18n: SharedLocalize;
  t: ReturnType<typeof texts>;
}

const texts = (i18n: SharedLocalize) => i18n.in(profileEdit);

const languages = ['en', 'de', 'cs', 'ar'];

/** In the order in which they are asked for; the password stands below the address that needs it. */
const groups = [
  ['who', ['company', 'name', 'vatId', 'registrationId']],
  ['address', ['addressLines', 'postcode', 'city', 'region', 'country']],
  ['reach', ['email', 'password', 'billingEmail', 'phone', 'mobile']],
  ['preferences', ['language', 'timeZone']],
] as const;

/** Labels that differ from those of reading. */
const ownLabels = { postcode: 'postcode', city: 'city', region: 'region', country: 'country' } as const;

const mail = { type: 'email', inputMode: 'email', spellcheck: false } as const;

const attributes: Readonly<Record<string, Partial<Parameters<typeof textField>[0]>>> = {
  company: { autocomplete: 'organization' },
  name: { autocomplete: 'name' },
  vatId: { spellcheck: false },
  registrationId: { spellcheck: false },
  postcode: { autocomplete: 'postal-code' },
  city: { autocomplete: 'address-level2' },
  region: { autocomplete: 'address-level1' },
  email: { ...mail, autocomplete: 'email' },
  billingEmail: mail,
  phone: { inputMode: 'tel', autocomplete: 'tel' },
  mobile: { inputMode: 'tel' },
};

/** The fields of the profile that can be changed, in groups. */
export function profileFields(form: Form, i18n: SharedLocalize): unknown {
  const profile = form.base!;
  const context = { form, profile, i18n, t: texts(i18n) };
  const custom = profile.customFields.filter(({ editable }) => editable);
  return [
    ...groups.map(([legend, names]) =>
      group(
        context.t(legend),
        names.flatMap((name) => fieldsOf(name, context)),
      ),
    ),
    group(
      context.t('more'),
      custom.map((field) => customField(field, context)),
    ),
  ];
}

/** Fields that belong together; nothing where none of them is there. */
function group(legend: string, fields: readonly unknown[]): TemplateResult | typeof nothing {
  if (fields.length === 0) return nothing;
  return html`<fieldset>
    <legend>${legend}</legend>
    <div class="row wide">${fields}</div>
  </fieldset>`;
}

/** The fields of one name: none where it cannot be changed, several for the lines of an address. */
function fieldsOf(name: string, context: Context): TemplateResult[] {
  const { form, profile, i18n, t } = context;
  if (name === 'password') return needsPassword(profile, form.draft) ? [passwordField(context)] : [];
  const field = editableFields(profile, true).find((each) => each.name === name);
  if (!field) return [];
  if (name === 'addressLines') return addressFields(profile).map((line, index) => addressLine(line, index, context));
  const label = Object.hasOwn(ownLabels, name) ? t(ownLabels[name as keyof typeof ownLabels]) : fieldLabel(name, i18n);
  const options = bound(name, label, hintsOf(field, context), context);
  const choices = choicesOf(name, context);
  return [choices ? selectField({ ...options, choices }) : textField({ ...options, autocomplete: 'off', ...attributes[name] })];
}

/** A field with its label and hints. */
function bound(name: string, label: string, hints: readonly (string | undefined)[], { form, t }: Context): Field {
  const field = form.field(name);
  const shown = hints.filter(Boolean);
  return {
    ...field,
    name: field.name.replace(/[^\w-]/g, '-'),
    label: field.required ? label : t('optional', label),
    ...(shown.length > 0 && { hint: shown.map((hint) => html`<span>${hint}</span>`) }),
  };
}

function hintsOf({ name, needsApproval }: Profile['fields'][number], { profile, t }: Context): (string | undefined)[] {
  const pending = profile.pendingChanges.find((change) => change.field === name);
  return [
    name === 'phone' || name === 'mobile' ? t('phoneHint') : undefined,
    needsApproval && !pending ? t('approval') : undefined,
    pending ? t('waiting', pending.newValue || t('nothing')) : undefined,
  ];
}

/** The values of a field that is chosen; one that this release does not know is among them. */
function choicesOf(name: string, { form, i18n, t }: Context): (readonly [string, string])[] | undefined {
  const choices = ownChoices(name, i18n, t);
  const value = form.draft[name];
  if (choices && value && !choices.some(([choice]) => choice === value)) choices.push([value, fieldText(name, value, i18n)]);
  return choices;
}

function ownChoices(name: string, i18n: SharedLocalize, t: Context['t']): (readonly [string, string])[] | undefined {
  if (name === 'country') return [['', t('choose')], ...countryChoices(i18n.language)];
  if (name === 'language') return [['', t('companyLanguage')], ...languages.map((tag) => [tag, languageName(tag)] as const)];
  return name === 'timeZone' ? [...timeZones(i18n)] : undefined;
}

const addressLine = (line: string, index: number, context: Context): TemplateResult =>
  textField({
    ...bound(line, context.t(index === 0 ? 'addressLine' : 'addressMore'), [], context),
    autocomplete: `address-line${index + 1}`,
  });

const passwordField = ({ form, t }: Context): TemplateResult =>
  textField({
    ...form.field('password'),
    label: t('password'),
    hint: t('passwordHint'),
    type: 'password',
    autocomplete: 'current-password',
  });

/** A field of the company's own. */
function customField({ key, type, label, hint, choices = [] }: CustomField, context: Context): TemplateResult {
  const options = bound(`customFields/${key}`, label, [hint], context);
  if (type === 'boolean') {
    const { name, value, edit, clash } = options;
    const theirs = clash && { clash: { ...clash, theirs: clash.theirs === 'true' } };
    return checkField({ name, label, checked: value === 'true', edit: (on) => edit(String(on)), ...theirs });
  }
  if (type === 'choice')
    return selectField({
      ...options,
      choices: [['', context.t('choose')], ...choices.map((choice) => [choice.value, choice.label] as const)],
    });
  if (type === 'multiline') return textAreaField(options);
  if (type === 'date') return textField({ ...options, type: 'date' });
  return textField({ ...options, autocomplete: 'off', ...(type === 'number' && { inputMode: 'decimal' }) });
}

let zones: readonly (readonly [string, string])[] | undefined;

const timeZones = (i18n: SharedLocalize) =>
  (zones ??= [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])].map(
    (zone) => [zone, fieldText('timeZone', zone, i18n)] as const,
  ));
