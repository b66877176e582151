import type { components } from '../api/schema.js';
import type { SharedLocalize } from '../core/localize-controller.js';
import { countryName, languageName } from '../ui/display-names.js';
import { profile as texts } from './texts/profile.js';

export type Profile = components['schemas']['Profile'];
export type CustomField = components['schemas']['ProfileCustomField'];
export type PendingChange = components['schemas']['PendingProfileChange'];
type Change = components['schemas']['ProfileChange'];

/** Values by field, as in a JSON pointer: `city`, `addressLines/0` or `customFields/cost-centre`; and the own password. */
export type ProfileDraft = Record<string, string>;

/** The least number of address lines that are asked for. */
const leastLines = 2;

/** The name of a field. */
export const fieldLabel = (field: string, i18n: SharedLocalize): string => i18n.label(field, field, texts);

/** A value as it is read: a country, a language or a time zone by its name. */
export function fieldText(field: string, value: string, { language }: SharedLocalize): string {
  if (field === 'country') return countryName(language, value);
  if (field === 'language') return languageName(value);
  return field === 'timeZone' ? value.replaceAll('_', ' ') : value;
}

/** The value of a field of the company's own as it is read. */
export function customText({ type, value, choices }: CustomField, i18n: SharedLocalize): string {
  if (!value) return '';
  if (type === 'boolean') return i18n.in(texts)(value === 'true' ? 'yes' : 'no');
  if (type === 'date') return i18n.day(value);
  return choices?.find((choice) => choice.value === value)?.label ?? value;
}

/** The fields that the person may change now; none without the right to. */
export function editableFields(profile: Profile, mayUpdate: boolean): Profile['fields'] {
  return mayUpdate ? profile.fields.filter(({ editable }) => editable) : [];
}

/** The fields of the address lines that are asked for. */
export function addressFields({ addressLines }: Profile): string[] {
  return Array.from({ length: Math.max(leastLines, addressLines.length) }, (_, index) => `addressLines/${index}`);
}

const editableCustomFields = ({ customFields }: Profile) => customFields.filter(({ editable }) => editable);

/** The values of all fields that can be edited. */
export function draftOf(profile: Profile | undefined): ProfileDraft {
  if (!profile) return {};
  const draft: ProfileDraft = { password: '' };
  for (const { name } of editableFields(profile, true))
    if (name === 'addressLines') addressFields(profile).forEach((field, index) => (draft[field] = profile.addressLines[index] ?? ''));
    else draft[name] = wantedText(profile, name);
  for (const { key, value } of editableCustomFields(profile)) draft[`customFields/${key}`] = value ?? '';
  return draft;
}

function storedText(profile: Profile, name: string): string {
  const value = profile[name as keyof Profile];
  return typeof value === 'string' ? value : '';
}

/** The value that was asked for last: it may still wait for approval. */
function wantedText(profile: Profile, name: string): string {
  const waiting = profile.pendingChanges.find(({ field }) => field === name);
  return waiting ? (waiting.newValue ?? '') : storedText(profile, name);
}

/** Another main e-mail address needs the password. */
export const needsPassword = (profile: Profile, { email }: ProfileDraft): boolean =>
  email !== undefined && ![storedText(profile, 'email'), wantedText(profile, 'email')].includes(email.trim());

export function requiredFields(profile: Profile | undefined, draft: ProfileDraft): string[] {
  if (!profile) return [];
  const required = <Field extends { required?: boolean }>(fields: readonly Field[]) => fields.filter((field) => field.required);
  return [
    ...required(editableFields(profile, true)).map(({ name }) => (name === 'addressLines' ? 'addressLines/0' : name)),
    ...required(editableCustomFields(profile)).map(({ key }) => `customFields/${key}`),
    ...(needsPassword(profile, draft) ? ['password'] : []),
  ];
}

/** The change to send: address lines as a whole, the password only where it is needed. */
export function changeOf({ password, ...draft }: ProfileDraft, { password: _, ...changed }: Partial<ProfileDraft>): Change {
  const names = Object.keys(changed);
  const below = (name: string, all = names) => all.filter((field) => field.startsWith(`${name}/`));
  const value = (field: string) => draft[field]!.trim();
  const custom = below('customFields').map((field) => [field.slice('customFields/'.length), value(field) || null]);
  return {
    ...Object.fromEntries(names.filter((field) => !field.includes('/')).map((field) => [field, value(field) || null])),
    ...(below('addressLines').length > 0 && { addressLines: below('addressLines', Object.keys(draft)).map(value).filter(Boolean) }),
    ...(custom.length > 0 && { customFields: Object.fromEntries(custom) as Record<string, string | null> }),
    ...(names.includes('email') && { password: password! }),
  };
}
