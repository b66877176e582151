import type { components } from '../api/schema.js';
import type { LocalizeController } from '../core/localize-controller.js';
import type { profile } from './texts/profile.js';
import { countryName, languageName } from '../ui/display-names.js';

export type Profile = components['schemas']['Profile'];
export type CustomField = components['schemas']['ProfileCustomField'];
export type PendingChange = components['schemas']['PendingProfileChange'];
export type ProfileLocalize = LocalizeController<typeof profile.english>;

/** The name of a field. */
export const fieldLabel = (field: string, i18n: ProfileLocalize): string => i18n.label(field, field);

/** A value as it is read: a country, a language or a time zone by its name. */
export function fieldText(field: string, value: string, { language }: ProfileLocalize): string {
  if (field === 'country') return countryName(language, value);
  if (field === 'language') return languageName(value);
  return field === 'timeZone' ? value.replaceAll('_', ' ') : value;
}

/** The value of a field of the company's own as it is read. */
export function customText({ type, value, choices }: CustomField, { t, day }: ProfileLocalize): string {
  if (!value) return '';
  if (type === 'boolean') return t(value === 'true' ? 'yes' : 'no');
  if (type === 'date') return day(value);
  return choices?.find((choice) => choice.value === value)?.label ?? value;
}

/** The fields that the person may change now; none without the right to. */
export function editableFields(profile: Profile, mayUpdate: boolean): Profile['fields'] {
  return mayUpdate ? profile.fields.filter(({ editable }) => editable) : [];
}
