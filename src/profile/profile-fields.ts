import { html, nothing, type TemplateResult } from 'lit';
import type { FormController } from '../core/form-controller.js';
import { profileEdit } from './texts/profile-edit.js';
import { tools } from '../i18n/texts/tools.js';
import { countryChoices } from '../ui/countries.js';
import { languageName } from '../ui/display-names.js';
import { checkField, selectField, textAreaField, textField } from '../ui/form-view.js';
import { addressFields, storedText, type ProfileDraft } from './profile-draft.js';
import { editableFields, fieldLabel, fieldText, type CustomField, type Profile, type ProfileLocalize } from './profile-record.js';

interface Editing<Values, Result> {
  draft: ProfileDraft;
  form: FormController<Values, Result>;
  /** The profile before somebody else changed it meanwhile. */
  former: Profile | undefined;
  /** Fields in which something is missing, once sending has been tried. */
  missing: readonly string[];
  edit: (field: string, value: string) => void;
  /** The field for the own password, where it is needed. */
  password: () => unknown;
}

const languages = ['en', 'de', 'cs', 'ar'];

/** What is wrong, by the code of the server. */
const faults = {
  'invalid-email': 'invalidEmail',
  'invalid-phone': 'invalidPhone',
  'invalid-vat-id': 'invalidVatId',
  'invalid-country': 'invalidValue',
  'invalid-language': 'invalidValue',
  'invalid-time-zone': 'invalidValue',
  'invalid-value': 'invalidValue',
  'not-editable': 'notEditable',
} as const;

/** The fields of the profile that can be changed, in groups. */
export function profileFields<Values, Result>(profile: Profile, i18n: ProfileLocalize, editing: Editing<Values, Result>): TemplateResult {
  const { draft, form, former, missing, edit } = editing;
  const t = i18n.in(profileEdit);
  const known = new Map(editableFields(profile, true).map((field) => [field.name, field]));

  /** What every field has in common; `field` is its place in the profile. */
  const common = (field: string, label: string, needed: boolean | undefined, hints: (string | undefined)[]) => {
    const fault = form.error?.problem.errors?.find(({ pointer }) => pointer === `/${field}`);
    const words = fault?.code && Object.hasOwn(faults, fault.code) ? t(faults[fault.code as keyof typeof faults]) : fault?.detail;
    const error = missing.includes(field) || fault?.code === 'required' ? i18n.in(tools)('required') : words;
    const now = storedText(profile, field);
    const meanwhile = former && draft.differs(profile, field) && storedText(former, field) !== now;
    const all = [...hints, meanwhile ? t('meanwhile', now ? fieldText(field, now, i18n) : t('nothing')) : undefined].filter(Boolean);
    return {
      name: `profile-${field.replace(/[^\w-]/g, '-')}`,
      label: needed ? label : t('optional', label),
      value: draft.value(profile, field),
      required: !!needed,
      edit: (value: string) => edit(field, value),
      ...(all.length > 0 && { hint: html`${all.map((hint) => html`<span>${hint}</span>`)}` }),
      ...(error && { error }),
    };
  };
  const hintsOf = (name: string, hint?: string) => {
    const { needsApproval } = known.get(name)!;
    const pending = profile.pendingChanges.find((change) => change.field === name);
    return [
      hint,
      needsApproval && !pending ? t('approval') : undefined,
      pending ? t('waiting', pending.newValue || t('nothing')) : undefined,
    ];
  };
  const text = (name: string, more: Partial<Parameters<typeof textField>[0]> & { words?: string } = {}) => {
    if (!known.has(name)) return nothing;
    const { words, ...attributes } = more;
    const field = common(name, name in profileLabels ? t(profileLabels[name as keyof typeof profileLabels]) : fieldLabel(name, i18n), known.get(name)!.required, hintsOf(name, words)); // prettier-ignore
    return textField({ ...field, autocomplete: 'off', ...attributes });
  };
  const select = (name: string, label: string, choices: readonly (readonly [string, string])[]) => {
    if (!known.has(name)) return nothing;
    const value = draft.value(profile, name);
    const all =
      !value || choices.some(([choice]) => choice === value) ? choices : [...choices, [value, fieldText(name, value, i18n)] as const];
    return selectField({ ...common(name, label, known.get(name)!.required, hintsOf(name)), choices: all });
  };
  const address = !known.has('addressLines')
    ? []
    : addressFields(profile).map((field, index) =>
        textField({
          ...common(field, t(index === 0 ? 'addressLine' : 'addressMore'), index === 0, []),
          autocomplete: `address-line${index + 1}`,
        }),
      );
  const mail = { type: 'email', inputMode: 'email', spellcheck: false } as const;
  const call = { inputMode: 'tel', words: t('phoneHint') };
  const code = { spellcheck: false };
  const custom = (field: CustomField) => {
    return customField(field, common(`customFields/${field.key}`, field.label, field.required, [field.hint]), t('choose'));
  };
  const tongues = languages.map((tag) => [tag, languageName(tag)] as const);
  const groups = [
    [
      t('who'),
      text('company', { autocomplete: 'organization' }),
      text('name', { autocomplete: 'name' }),
      text('vatId', code),
      text('registrationId', code),
    ],
    [
      t('address'),
      ...address,
      text('postcode', { autocomplete: 'postal-code' }),
      text('city', { autocomplete: 'address-level2' }),
      text('region', { autocomplete: 'address-level1' }),
      select('country', t('country'), [['', t('choose')], ...countryChoices(i18n.language)]),
    ],
    [
      t('reach'),
      text('email', { ...mail, autocomplete: 'email' }),
      editing.password(),
      text('billingEmail', mail),
      text('phone', { ...call, autocomplete: 'tel' }),
      text('mobile', call),
    ],
    [
      t('preferences'),
      select('language', fieldLabel('language', i18n), [['', t('companyLanguage')], ...tongues]),
      select('timeZone', fieldLabel('timeZone', i18n), timeZones(i18n)),
    ],
    [t('more'), ...profile.customFields.filter(({ editable }) => editable).map(custom)],
  ] as const;
  return html`${groups.map(([label, ...fields]) => group(label, fields))}`;
}

/** Labels that differ from those of reading. */
const profileLabels = { postcode: 'postcode', city: 'city', region: 'region' } as const;

/** Fields that belong together; nothing where none of them is there. */
function group(label: string, fields: readonly unknown[]): TemplateResult | typeof nothing {
  const shown = fields.filter((field) => field !== nothing);
  if (shown.length === 0) return nothing;
  return html`<fieldset>
    <legend>${label}</legend>
    <div class="row wide">${shown}</div>
  </fieldset>`;
}

function customField(field: CustomField, common: Parameters<typeof textField>[0], choose: string): TemplateResult {
  const { type, choices = [] } = field;
  if (type === 'boolean')
    return checkField({ name: common.name, label: field.label, checked: common.value === 'true', edit: (on) => common.edit(String(on)) });
  if (type === 'choice')
    return selectField({ ...common, choices: [['', choose], ...choices.map(({ value, label }) => [value, label] as const)] });
  if (type === 'multiline') return textAreaField(common);
  if (type === 'date') return textField({ ...common, type: 'date' });
  return textField({ ...common, autocomplete: 'off', ...(type === 'number' && { inputMode: 'decimal' }) });
}

let zones: readonly (readonly [string, string])[] | undefined;

const timeZones = (i18n: ProfileLocalize) =>
  (zones ??= [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])].map(
    (zone) => [zone, fieldText('timeZone', zone, i18n)] as const,
  ));
