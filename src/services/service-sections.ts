import { html, nothing, type TemplateResult } from 'lit';
import type { LocalizeController } from '../core/localize-controller.js';
import type { service as texts } from './texts/service.js';
import { itemLink } from '../ui/links.js';
import { isOver, priceText, serviceName, serviceStatus, serviceType, type Service, type ServicesLocalize } from './service-parts.js';

export type ServiceLocalize = LocalizeController<typeof texts.english>;
type Entry = readonly [label: string, value: unknown];

/** How another service is reached: by a link where the page has a place for it, else in place. */
export interface ServiceWay {
  itemHref: string | undefined;
  open: (id: string) => void;
}

/** What every service has: what it is, from when to when, for how much, and how it is paid. */
export function serviceFacts(service: Service, i18n: ServiceLocalize, words: ServicesLocalize, way: ServiceWay): Entry[] {
  const { t, day } = i18n;
  const { name, label, identifier, parent, price, status, startsOn, lastDay, renewsOn, nextInvoiceOn, cancelBy, autoRenew, paymentMethod } =
    service;
  const begun = status !== 'pending' && status !== 'provisioning';
  const over = isOver(service);
  const amount = priceText(price, words);
  return [
    [t('product'), label && name ? html`<bdi>${name}</bdi>` : undefined],
    [words.t('identifier'), identifier && html`<bdi>${identifier}</bdi>`],
    [t('parent'), parent && itemLink(way.itemHref, parent.id, parent.name || parent.number, () => way.open(parent.id))],
    [words.t('price'), price ? t(price.taxIncluded ? 'inclusive' : 'exclusive', amount) : undefined],
    [t(begun ? 'since' : 'starts'), startsOn && day(startsOn)],
    [t('renews'), begun && renewsOn ? day(renewsOn) : undefined],
    [t(over ? 'ended' : 'ends'), lastDay && day(lastDay)],
    [t('cancelBy'), cancelBy && day(cancelBy)],
    [t('nextInvoice'), nextInvoiceOn && day(nextInvoiceOn)],
    [t('autoRenew'), over || status === 'cancel-pending' ? undefined : t(autoRenew ? 'yes' : 'no')],
    [t('paidWith'), over || paymentMethod === undefined ? undefined : html`<bdi>${methodText(paymentMethod, i18n)}</bdi>`],
  ];
}

const methodText = (method: Service['paymentMethod'], { t }: ServiceLocalize): string => {
  if (!method) return t('defaultMethod');
  return method.isUsable ? method.label : t('notUsable', method.label);
};

/** Everything paid on top of the service. */
export function extrasTable(
  { extras }: Service,
  { t, money, number }: ServiceLocalize,
  words: ServicesLocalize,
  hidesPrice: boolean,
): TemplateResult | typeof nothing {
  if (!extras?.length) return nothing;
  const column = (label: string, end = 'end') => html`<th role="columnheader" scope="col" class=${end}>${label}</th>`;
  return html`<div class="below">
    <h3 id="extras">${t('extras')}</h3>
    <table role="table" part="extras" aria-labelledby="extras">
      <thead role="rowgroup">
        <tr role="row">
          ${column(t('extra'), '')} ${column(t('quantity'))} ${hidesPrice ? nothing : [column(t('price')), column(t('inAYear'))]}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${extras.map(
          ({ name, quantity, price, yearlyPrice }) =>
            html`<tr role="row">
              <th role="rowheader" scope="row"><bdi .textContent=${name}></bdi></th>
              <td role="cell" class="end" data-label=${t('quantity')} .textContent=${number(Number(quantity))}></td>
              ${
                hidesPrice
                  ? nothing
                  : html`<td role="cell" class="end" data-label=${t('price')} .textContent=${priceText(price, words)}></td>
                      <td role="cell" class="end" data-label=${t('inAYear')} .textContent=${money(yearlyPrice)}></td>`
              }
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** The services that belong to it, indented as they lie beneath each other. */
export function beneathList(
  { beneath }: Service,
  { t }: ServiceLocalize,
  words: ServicesLocalize,
  way: ServiceWay,
): TemplateResult | typeof nothing {
  if (!beneath?.length) return nothing;
  return html`<div class="below">
    <h3 id="beneath">${t('beneath')}</h3>
    <ul class="beneath" part="beneath" aria-labelledby="beneath">
      ${beneath.map(
        (each) =>
          html`<li class="depth-${Math.min(each.depth, 4)}">
            <span>
              ${itemLink(way.itemHref, each.id, serviceName(each, words), () => way.open(each.id))}
              <small class="muted">${serviceType(each, words)} <bdi>${each.number}</bdi> <bdi>${each.identifier}</bdi></small>
            </span>
            ${serviceStatus(each, words)} ${each.price ? html`<span class="price">${priceText(each.price, words)}</span>` : nothing}
          </li>`,
      )}
    </ul>
  </div>`;
}

/** What it comes to with its extras and all that belongs to it, a line a currency. */
export function totalsList({ totals, beneath }: Service, { t, money }: ServiceLocalize): TemplateResult | typeof nothing {
  if (!totals?.length) return nothing;
  return html`<dl class="totals" part="totals">
    ${totals.map(
      ({ perMonth, perYear }, index) =>
        html`<div>
          <dt>${index === 0 ? t(beneath?.length ? 'totalBeneath' : 'total') : nothing}</dt>
          <dd>
            <strong>${t('perMonth', money(perMonth))}</strong>
            <span class="muted">${t('perYear', money(perYear))}</span>
          </dd>
        </div>`,
    )}
  </dl>`;
}
