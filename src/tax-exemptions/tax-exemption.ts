import { html, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import type { SharedLocalize } from '../core/localize-controller.js';
import { formatDays } from '../i18n/days.js';
import { statusBadge, type Tone } from '../ui/badge.js';
import { countryName } from '../ui/display-names.js';
import { taxExemptions as texts } from './texts/tax-exemptions.js';

export type TaxExemption = components['schemas']['TaxExemption'];
export type ExemptionOptions = components['schemas']['TaxExemptionOptions'];
export type ExemptionFile = TaxExemption['files'][number];

const tones: Record<string, Tone> = {
  submitted: 'info',
  'in-review': 'info',
  active: 'success',
  rejected: 'danger',
  expired: 'warning',
  revoked: 'danger',
};

export const exemptionStatus = (exemption: TaxExemption, i18n: SharedLocalize): TemplateResult =>
  statusBadge(exemption, tones, i18n, texts);

/** A place by its name in the person's language, where it is a country. */
export function placeName(code: string, label: string, language: string): string {
  const name = /^[A-Z]{2}$/.test(code) ? countryName(language, code) : code;
  return name === code ? label : name;
}

export const taxName = ({ tax, taxLabel }: Pick<TaxExemption, 'tax' | 'taxLabel'>, i18n: SharedLocalize): string =>
  i18n.label(`tax-${tax}`, taxLabel, texts);

export const reasonName = ({ reason, reasonLabel }: TaxExemption, i18n: SharedLocalize): string =>
  i18n.label(`reason-${reason}`, reasonLabel, texts);

/** The answer of a register to a VAT number. */
export function verificationText({ verification }: TaxExemption, i18n: SharedLocalize): string {
  if (!verification) return '';
  const result = i18n.label(`result-${verification.result}`, verification.resultLabel, texts);
  return i18n.in(texts)('verified', verification.register, result);
}

export const validity = ({ validFrom, validTo }: TaxExemption, i18n: SharedLocalize): string =>
  validTo ? (formatDays(i18n.language, validFrom, validTo) ?? i18n.day(validTo)) : i18n.in(texts)('from', i18n.day(validFrom));

/** Buttons that save its files. */
export const fileLinks = ({ files }: TaxExemption, i18n: SharedLocalize, save: (file: ExemptionFile) => void): TemplateResult[] =>
  files.map(
    (file) =>
      html`<button type="button" class="link file" aria-label=${i18n.in(texts)('downloadFile', file.name)} @click=${() => save(file)}>
        <bdi .textContent=${file.name}></bdi>
      </button>`,
  );
