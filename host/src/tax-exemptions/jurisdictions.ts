import type { components } from 'portal-elements/contract';

export type Jurisdiction = components['schemas']['TaxJurisdiction'];

/** An example of a VAT number of each country in which one can be given. */
const vatNumbers: Readonly<Record<string, readonly [label: string, example: string]>> = {
  AT: ['Austria', 'ATU12345678'],
  BE: ['Belgium', 'BE0123456789'],
  BG: ['Bulgaria', 'BG123456789'],
  CY: ['Cyprus', 'CY12345678X'],
  CZ: ['Czechia', 'CZ12345678'],
  DE: ['Germany', 'DE123456789'],
  DK: ['Denmark', 'DK12345678'],
  EE: ['Estonia', 'EE123456789'],
  ES: ['Spain', 'ESX1234567X'],
  FI: ['Finland', 'FI12345678'],
  FR: ['France', 'FRXX123456789'],
  GR: ['Greece', 'EL123456789'],
  HR: ['Croatia', 'HR12345678901'],
  HU: ['Hungary', 'HU12345678'],
  IE: ['Ireland', 'IE1234567WA'],
  IT: ['Italy', 'IT12345678901'],
  LT: ['Lithuania', 'LT123456789'],
  LU: ['Luxembourg', 'LU12345678'],
  LV: ['Latvia', 'LV12345678901'],
  MT: ['Malta', 'MT12345678'],
  NL: ['Netherlands', 'NL123456789B01'],
  PL: ['Poland', 'PL1234567890'],
  PT: ['Portugal', 'PT123456789'],
  RO: ['Romania', 'RO1234567890'],
  SE: ['Sweden', 'SE123456789001'],
  SI: ['Slovenia', 'SI12345678'],
  SK: ['Slovakia', 'SK1234567890'],
  XI: ['Northern Ireland', 'XI123456789'],
};

const taxLabels = { vat: 'VAT', 'sales-tax': 'Sales tax', 'communications-tax': 'Communications services tax' } as const;

const certificates: readonly (readonly [code: string, label: string, tax: keyof typeof taxLabels])[] = [
  ['EU-151', 'European Union, bodies under Article 151', 'vat'],
  ['CH', 'Switzerland', 'vat'],
  ['GB', 'United Kingdom', 'vat'],
  ['US-CA', 'California, United States', 'sales-tax'],
  ['US-FL', 'Florida, United States', 'communications-tax'],
  ['US-NY', 'New York, United States', 'sales-tax'],
  ['US-TX', 'Texas, United States', 'sales-tax'],
  ['US-WA', 'Washington, United States', 'sales-tax'],
];

/** The countries in which the company can leave out a tax, and what it needs for that. */
export const jurisdictions: readonly Jurisdiction[] = [
  ...Object.entries(vatNumbers)
    .map(([code, [label, numberExample]]) => ({ code, label, kind: 'vat-number', tax: 'vat', taxLabel: taxLabels.vat, numberExample }))
    .sort((one, other) => one.label.localeCompare(other.label, 'en')),
  ...certificates.map(([code, label, tax]) => ({ code, label, kind: 'certificate', tax, taxLabel: taxLabels[tax] })),
];

export const jurisdictionOf = (code: string) => jurisdictions.find((each) => each.code === code);

/** Reasons that a certificate may have. */
export const reasons: readonly { id: string; label: string }[] = [
  { id: 'resale', label: 'Resale' },
  { id: 'non-profit', label: 'Non-profit organisation' },
  { id: 'government', label: 'Government' },
  { id: 'education', label: 'Education' },
  { id: 'diplomatic', label: 'Diplomatic or international body' },
  { id: 'other', label: 'Other' },
];

export const reasonLabel = (id: string) =>
  id === 'reverse-charge' ? 'Reverse charge' : (reasons.find((each) => each.id === id)?.label ?? id);
