import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import type { LocalizeController } from '../core/localize-controller.js';
import type { taxExemptions } from './texts/tax-exemptions.js';
import { formatDays } from '../i18n/days.js';
import { formatPercent } from '../i18n/units.js';
import { badge, type Tone } from '../ui/badge.js';
import { countryName } from '../ui/display-names.js';
import { columnWidths } from '../ui/styles/columns.js';

export type TaxExemption = components['schemas']['TaxExemption'];
export type TaxExemptionsLocalize = LocalizeController<typeof taxExemptions.english>;
type File = TaxExemption['files'][number];

const tones: Record<string, Tone> = {
  submitted: 'info',
  'in-review': 'info',
  active: 'success',
  rejected: 'danger',
  expired: 'warning',
  revoked: 'danger',
};

export const exemptionStatus = ({ status, statusLabel }: TaxExemption, i18n: TaxExemptionsLocalize): TemplateResult =>
  badge(Object.hasOwn(tones, status) ? tones[status]! : 'neutral', i18n.label(`status-${status}`, statusLabel));

/** A place by its name in the person's language, where it is a country. */
export function placeName(code: string, label: string, language: string): string {
  const name = /^[A-Z]{2}$/.test(code) ? countryName(language, code) : code;
  return name === code ? label : name;
}

export const taxName = ({ tax, taxLabel }: Pick<TaxExemption, 'tax' | 'taxLabel'>, i18n: TaxExemptionsLocalize): string =>
  i18n.label(`tax-${tax}`, taxLabel);

export const reasonName = ({ reason, reasonLabel }: TaxExemption, i18n: TaxExemptionsLocalize): string =>
  i18n.label(`reason-${reason}`, reasonLabel);

/** What a register said of a VAT number. */
export function verificationText({ verification }: TaxExemption, i18n: TaxExemptionsLocalize): string {
  if (!verification) return '';
  const result = i18n.label(`result-${verification.result}`, verification.resultLabel);
  return i18n.t('verified', verification.register, result);
}

const validity = ({ validFrom, validTo }: TaxExemption, { language, t, day }: TaxExemptionsLocalize): string =>
  validTo ? (formatDays(language, validFrom, validTo) ?? day(validTo)) : t('from', day(validFrom));

/** Buttons that save its files. */
export const fileLinks = ({ files }: TaxExemption, i18n: TaxExemptionsLocalize, save: (file: File) => void): TemplateResult[] =>
  files.map(
    (file) =>
      html`<button type="button" class="link file" aria-label=${i18n.t('downloadFile', file.name)} @click=${() => save(file)}>
        <bdi .textContent=${file.name}></bdi>
      </button>`,
  );

export function exemptionRow(
  exemption: TaxExemption,
  i18n: TaxExemptionsLocalize,
  { open, save }: { open: () => void; save: (file: File) => void },
): TemplateResult {
  const { t, language } = i18n;
  const { jurisdiction, jurisdictionLabel, number, sharePercent } = exemption;
  const verified = verificationText(exemption, i18n);
  return html`<tr role="row" part="row">
    <th role="rowheader" scope="row" class="subject">
      <button type="button" class="link" aria-haspopup="dialog" @click=${open}><bdi .textContent=${number}></bdi></button>
      ${verified ? html`<small class="muted" .textContent=${verified}></small>` : nothing}
    </th>
    <td role="cell" data-label=${t('jurisdiction')}>
      <span
        >${placeName(jurisdiction, jurisdictionLabel, language)}<small class="muted" .textContent=${taxName(exemption, i18n)}></small
      ></span>
    </td>
    <td role="cell" data-label=${t('reason')} .textContent=${reasonName(exemption, i18n)}></td>
    <td role="cell" data-label=${t('validTo')} .textContent=${validity(exemption, i18n)}></td>
    <td role="cell" class="end" data-label=${t('share')} .textContent=${formatPercent(language, sharePercent) ?? ''}></td>
    <td role="cell" data-label=${t('status')}>${exemptionStatus(exemption, i18n)}</td>
    <td role="cell" data-label=${t('documents')}>${fileLinks(exemption, i18n, save)}</td>
  </tr>`;
}

export const exemptionStyles: CSSResultGroup = [
  columnWidths({ number: '20%', validTo: '17%', share: '5.5em', status: '8em' }),
  css`
    td .badge {
      white-space: normal;
    }
    th small,
    td small {
      display: block;
      font-weight: 400;
    }
    .file {
      overflow-wrap: anywhere;
    }
  `,
];
