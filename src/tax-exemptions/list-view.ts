import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import type { LocalizeController } from '../core/localize-controller.js';
import { formatPercent } from '../i18n/units.js';
import {
  exemptionStatus,
  fileLinks,
  placeName,
  reasonName,
  taxName,
  validity,
  verificationText,
  type ExemptionFile,
  type TaxExemption,
} from './tax-exemption.js';
import type { taxExemptions } from './texts/tax-exemptions.js';

/** An exemption as a row; its number opens the rest. */
export function exemptionRow(
  exemption: TaxExemption,
  i18n: LocalizeController<typeof taxExemptions.english>,
  { open, save }: { open: () => void; save: (file: ExemptionFile) => void },
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

export const exemptionColumnStyles: CSSResultGroup = [
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
