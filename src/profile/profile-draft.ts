import type { components } from '../api/schema.js';
import { editableFields, type Profile } from './profile-record.js';

type Change = components['schemas']['ProfileChange'];

/** How many lines of an address are asked for at least. */
const lines = 2;

/**
 * What has been typed into the profile, by field: `city`, `addressLines/0` or `customFields/cost-centre`. What has not been typed
 * is not here, so that a change by somebody else to another field is not undone.
 */
export class ProfileDraft {
  readonly #typed = new Map<string, string>();

  get isEmpty(): boolean {
    return this.#typed.size === 0;
  }

  /** What stands in the field. */
  value(profile: Profile, field: string): string {
    return this.#typed.get(field) ?? storedText(profile, field);
  }

  /** Whether the field is to be changed. */
  differs(profile: Profile, field: string): boolean {
    return this.value(profile, field).trim() !== storedText(profile, field);
  }

  type(field: string, value: string): void {
    this.#typed.set(field, value);
  }

  clear(): void {
    this.#typed.clear();
  }

  /** The fields in which something is needed and missing; another main e-mail address needs the password. */
  missing(profile: Profile, password: string): string[] {
    const custom = profile.customFields.filter(({ required, editable }) => required && editable).map(({ key }) => `customFields/${key}`);
    const needed = editableFields(profile, true).filter(({ required }) => required);
    const names = needed.map(({ name }) => (name === 'addressLines' ? 'addressLines/0' : name));
    const empty = [...names, ...custom].filter((field) => !this.value(profile, field).trim());
    return this.differs(profile, 'email') && !password ? [...empty, 'password'] : empty;
  }

  /** What differs from what is there, and the password that another main e-mail address needs. */
  change(profile: Profile, password: string): Change {
    const differing = [...this.#typed.keys()].filter((field) => this.differs(profile, field));
    const value = (field: string) => this.value(profile, field).trim();
    const plain = differing.filter((field) => !field.includes('/'));
    const custom = differing.filter((field) => field.startsWith('customFields/'));
    const byKey = custom.map((field) => [field.slice('customFields/'.length), value(field) || null]);
    return {
      ...Object.fromEntries(plain.map((field) => [field, value(field) || null])),
      ...(differing.some((field) => field.startsWith('addressLines/')) && {
        addressLines: addressFields(profile).map(value).filter(Boolean),
      }),
      ...(custom.length > 0 && { customFields: Object.fromEntries(byKey) as Record<string, string | null> }),
      ...(plain.includes('email') && { password }),
    };
  }
}

/** The fields of the address lines that are asked for. */
export function addressFields({ addressLines }: Profile): string[] {
  return Array.from({ length: Math.max(lines, addressLines.length) }, (_, index) => `addressLines/${index}`);
}

/** What is there now. */
export function storedText(profile: Profile, field: string): string {
  const [name = '', key = ''] = field.split(/\/(.*)/s);
  if (name === 'addressLines') return profile.addressLines[Number(key)] ?? '';
  if (name === 'customFields') return profile.customFields.find((custom) => custom.key === key)?.value ?? '';
  const value = profile[name as keyof Profile];
  return typeof value === 'string' ? value : '';
}
