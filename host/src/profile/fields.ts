import type { components } from 'portal-elements/contract';
import { isEmail, normalEmail } from '../session/email.js';

export type Profile = components['schemas']['Profile'];
type CustomField = Omit<Profile['customFields'][number], 'value'>;

/** Fields of one line of text, with the column of `client_profiles` that holds each. */
export const columns = {
  name: 'name',
  city: 'city',
  region: 'region',
  postcode: 'postcode',
  country: 'country',
  email: 'email',
  billingEmail: 'billing_email',
  phone: 'phone',
  mobile: 'mobile',
  vatId: 'vat_id',
  registrationId: 'registration_id',
  language: 'language',
} as const;

export type TextField = keyof typeof columns | 'company' | 'timeZone';
export type FieldName = TextField | 'addressLines';

/** Changes of these say who the contract is with, so that the company looks at them first. */
export const approvedFields: readonly TextField[] = ['name', 'company', 'vatId'];

const requiredFields: readonly FieldName[] = ['name', 'company', 'addressLines', 'city', 'country', 'email', 'timeZone'];
const onlyOfCompanies: readonly FieldName[] = ['company', 'registrationId'];

/** The fields of a client of this kind, in the order in which they are asked for. */
export function fieldsOf(kind: string, mayUpdate: boolean): Profile['fields'] {
  const names: FieldName[] = [...(Object.keys(columns) as TextField[]), 'company', 'timeZone', 'addressLines'];
  return names
    .filter((name) => kind === 'company' || !onlyOfCompanies.includes(name))
    .map((name) => ({
      name,
      editable: mayUpdate,
      required: requiredFields.includes(name),
      needsApproval: approvedFields.includes(name as TextField),
    }));
}

/** The fields that the company asks for beyond that. */
export const customFields: readonly CustomField[] = [
  {
    key: 'cost-centre',
    label: 'Cost centre',
    type: 'text',
    required: false,
    editable: true,
    hint: 'Printed on every invoice.',
  },
  {
    key: 'order-number-required',
    label: 'Order number needed on invoices',
    type: 'boolean',
    required: false,
    editable: true,
  },
  {
    key: 'industry',
    label: 'Industry',
    type: 'choice',
    required: false,
    editable: true,
    choices: [
      { value: 'trade', label: 'Trade' },
      { value: 'industry', label: 'Manufacturing' },
      { value: 'public', label: 'Public administration' },
      { value: 'other', label: 'Other' },
    ],
  },
  { key: 'account-manager', label: 'Your contact with us', type: 'text', required: false, editable: false },
];

export interface Fault {
  code: string;
  detail: string;
}

/** The value as it is kept, or what is wrong with it. */
export function readField(name: TextField, typed: string | null): { value: string | null } | Fault {
  const text = typed?.trim() ?? '';
  if (text === '') return requiredFields.includes(name) ? { code: 'required', detail: 'This is needed.' } : { value: null };
  return Object.hasOwn(readers, name) ? readers[name]!(text) : { value: text };
}

/** The lines that hold something, or what is wrong with them. */
export function readAddress(lines: readonly string[]): { value: string[] } | Fault {
  const value = lines.map((line) => line.trim()).filter(Boolean);
  return value.length > 0 ? { value } : { code: 'required', detail: 'This is needed.' };
}

/** The value of a field that the company has added, or what is wrong with it. */
export function readCustomField({ type, required, choices = [] }: CustomField, typed: string | null): { value: string | null } | Fault {
  const text = typed?.trim() ?? '';
  if (text === '') return required ? { code: 'required', detail: 'This is needed.' } : { value: null };
  const fits =
    (type === 'boolean' && ['true', 'false'].includes(text)) ||
    (type === 'choice' && choices.some(({ value }) => value === text)) ||
    (type === 'number' && /^-?\d{1,20}(\.\d{1,10})?$/.test(text)) ||
    (type === 'date' && isDay(text)) ||
    !['boolean', 'choice', 'number', 'date'].includes(type);
  return fits ? { value: text } : { code: 'invalid-value', detail: 'This value does not fit.' };
}

type Reader = (text: string) => { value: string } | Fault;

const when = (fits: boolean, value: string, code: string, detail: string): ReturnType<Reader> => (fits ? { value } : { code, detail });
const email: Reader = (text) => when(isEmail(text), normalEmail(text), 'invalid-email', 'This is not an e-mail address.');

const phone: Reader = (text) => {
  const digits = text.replace(/[\s().\-/]/g, '').replace(/^00/, '+');
  return when(/^\+[1-9]\d{6,14}$/.test(digits), digits, 'invalid-phone', 'Write the number with the code of the country, as +49 30 12345.');
};

const readers: Readonly<Partial<Record<TextField, Reader>>> = {
  email,
  billingEmail: email,
  phone,
  mobile: phone,
  country: (text) => when(isCountry(text.toUpperCase()), text.toUpperCase(), 'invalid-country', 'There is no such country.'),
  language: (text) => when(isLanguage(text), text, 'invalid-language', 'There is no such language.'),
  timeZone: (text) => when(isTimeZone(text), text, 'invalid-time-zone', 'There is no such time zone.'),
  vatId(text) {
    const id = text.replace(/[\s.-]/g, '').toUpperCase();
    return when(/^[A-Z]{2}[0-9A-Z]{2,13}$/.test(id), id, 'invalid-vat-id', 'A VAT number begins with two letters, as DE123456789.');
  },
};

const countryNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
/** Codes that CLDR names although ISO 3166-1 does not assign them. */
const noCountries = ['EU', 'EZ', 'UN', 'QO', 'ZZ', 'XA', 'XB', 'AC', 'CP', 'CQ', 'DG', 'EA', 'IC', 'TA', 'XK'];

const isCountry = (code: string) =>
  /^[A-Z]{2}$/.test(code) &&
  !noCountries.includes(code) &&
  countryNames.of(code) !== undefined &&
  new Intl.Locale(`und-${code}`).region === code;

const isLanguage = (tag: string) => succeeds(() => Intl.getCanonicalLocales(tag));
const isTimeZone = (zone: string) => succeeds(() => new Intl.DateTimeFormat('en', { timeZone: zone }));
const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;

function succeeds(attempt: () => unknown): boolean {
  try {
    attempt();
    return true;
  } catch {
    return false;
  }
}
