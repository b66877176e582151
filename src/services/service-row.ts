import { html, nothing, type TemplateResult } from 'lit';
import { itemLink } from '../ui/links.js';
import { nextDay, nextInvoice, priceText, serviceName, serviceStatus, serviceType, yearlyText } from './service-parts.js';
import type { ServicesLocalize, ServiceSummary } from './service-parts.js';

interface RowOptions {
  itemHref: string | undefined;
  hidesPrice: boolean;
  open: () => void;
}

/** One service as a row. */
export function serviceRow(service: ServiceSummary, i18n: ServicesLocalize, { itemHref, hidesPrice, open }: RowOptions): TemplateResult {
  const { t } = i18n;
  const { id, number, name, label, identifier, price, statusReason } = service;
  return html`<tr role="row" part="row">
    <th role="rowheader" scope="row" class="subject">
      ${itemLink(itemHref, id, serviceName(service, i18n), open)}
      ${label && name ? html`<small class="muted"><bdi .textContent=${name}></bdi></small>` : nothing}
    </th>
    <td role="cell" data-label=${t('number')}><bdi .textContent=${number || t('none')}></bdi></td>
    <td role="cell" data-cell="type" data-label=${t('type')} .textContent=${serviceType(service, i18n)}></td>
    <td role="cell" data-label=${t('identifier')}><bdi .textContent=${identifier || t('none')}></bdi></td>
    ${
      hidesPrice
        ? nothing
        : html`<td role="cell" class="end" data-label=${t('price')}>
            <span class="two">${priceText(price, i18n)} <small class="muted">${yearlyText(service, i18n)}</small></span>
          </td>`
    }
    <td role="cell" data-label=${t('next')}>
      <span class="two">${nextDay(service, i18n)} <small class="muted">${nextInvoice(service, i18n)}</small></span>
    </td>
    <td role="cell" data-label=${t('status')}>
      <span class="two"
        >${serviceStatus(service, i18n)}
        ${statusReason ? html`<small class="muted reason"><bdi>${statusReason}</bdi></small>` : nothing}</span
      >
    </td>
  </tr>`;
}
