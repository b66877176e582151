import { css, html, nothing, svg, type CSSResultGroup, type TemplateResult } from 'lit';
import type { LocalizeController } from '../core/localize-controller.js';
import { badge } from '../ui/badge.js';
import { itemLink } from '../ui/links.js';
import { expiryMonth, methodIdentity, methodName, methodStatus, methodType, type PaymentMethod } from './payment-method.js';
import type { paymentMethods } from './texts/payment-methods.js';

const drawings: Record<string, TemplateResult> = {
  card: svg`<rect x="1.5" y="4.5" width="21" height="15" rx="2.5" /><path d="M1.5 9.5h21M5 15.5h4" />`,
  'bank-account': svg`<path d="M2.5 9 12 3.5 21.5 9zM5 12v5.5M9.6 12v5.5M14.4 12v5.5M19 12v5.5M2.5 20.5h19" />`,
  agreement: svg`<path d="M7 5.5h10.5A3.5 3.5 0 0 1 21 9v2M17 18.5H6.5A3.5 3.5 0 0 1 3 15v-2M9.5 2.5l-3 3 3 3M14.5 15.5l3 3-3 3" />`,
};

/** The kind of method as a drawing; decorative. */
const methodIcon = ({ type }: PaymentMethod): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${Object.hasOwn(drawings, type) ? drawings[type] : drawings['card']}</svg>`;

/** A payment method; its name opens the rest. */
export function methodRow(
  method: PaymentMethod,
  i18n: LocalizeController<typeof paymentMethods.english>,
  open: () => void,
): TemplateResult {
  const { t, number } = i18n;
  const { id, label, isDefault, serviceCount } = method;
  return html`<tr role="row" part="row">
    <th role="rowheader" scope="row" class="subject">
      ${methodIcon(method)} ${itemLink(undefined, id, methodName(method, i18n), open)} ${isDefault ? badge('info', t('default')) : nothing}
      <small class="muted under"><bdi .textContent=${label ? methodIdentity(method, i18n) : methodType(method, i18n)}></bdi></small>
    </th>
    <td role="cell" data-label=${t('expires')} .textContent=${expiryMonth(method, i18n)}></td>
    <td role="cell" class="end" data-label=${t('services')} .textContent=${number(serviceCount)}></td>
    <td role="cell" data-label=${t('status')}>${methodStatus(method, i18n)}</td>
  </tr>`;
}

export const methodColumnStyles: CSSResultGroup = [
  css`
    tbody .subject {
      position: relative;
      padding-inline-start: 2.6em;
    }
    .icon {
      position: absolute;
      inset-inline-start: 0;
      inline-size: 1.6em;
      block-size: 1.6em;
      fill: none;
      stroke: var(--_muted);
      stroke-width: 1.5;
      stroke-linejoin: round;
      stroke-linecap: round;
    }
    .under {
      display: block;
      font-weight: 400;
    }
    .subject .badge {
      margin-inline-start: 0.35em;
    }
  `,
];
