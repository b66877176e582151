import { css, type CSSResult, html, nothing, type TemplateResult } from 'lit';
import type { DialogController } from '../core/dialog-controller.js';
import type { LocalizeController } from '../core/localize-controller.js';
import type { PortalElement } from '../core/portal-element.js';
import { facts } from '../ui/detail-view.js';
import { itemLink } from '../ui/links.js';
import { tableStyles } from '../ui/styles/columns.js';
import type { ServiceAction } from './actions-panel.js';
import { linkBar, type LinkHost, type ServiceLink } from './links-view.js';
import { isOver, priceText, type Service, serviceName, serviceStatus, serviceType } from './service.js';
import type { service as texts } from './texts/service.js';
import { services } from './texts/services.js';

/** One service: its head, its terms, the tables and lists below them. */
const recordStyles = css`
  section {
    gap: 1.25em;
    overflow-wrap: anywhere;
  }
  .links {
    justify-content: start;
    gap: 0.5em;
  }
  .links > :first-child {
    margin: 0;
  }
  .links > * {
    color: inherit;
    text-align: start;
  }
  .notice {
    margin: 0;
  }
  h3 {
    margin-block: 0 0.5em;
  }
  .below {
    padding-block-start: 1.25em;
    border-block-start: 1px solid var(--_line);
  }
  .below p {
    margin: 0 0 0.75em;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .beneath li,
  .secrets li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 1em;
    padding-block: 0.5em;
    border-block-end: 1px solid var(--_line);
  }
  .below tbody tr:last-child,
  .below tbody tr:last-child > *,
  .below li:last-child {
    border-block-end: 0;
  }
  .beneath li > :first-child,
  .secrets li > :first-child {
    flex: 1 1 14em;
    min-inline-size: 0;
  }
  .beneath .link {
    font-weight: 600;
  }
  li small {
    display: block;
  }
  .depth-2 {
    padding-inline-start: 1.5em;
  }
  .depth-3 {
    padding-inline-start: 3em;
  }
  .depth-4 {
    padding-inline-start: 4.5em;
  }
  .price {
    flex: 0 1 auto;
    min-inline-size: 9em;
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .totals {
    display: grid;
    gap: 0.5em;
    justify-self: end;
    inline-size: min(100%, 30em);
    margin: 0;
    padding: var(--_space) 1em;
    border-radius: var(--_radius);
    background: var(--_hover);
  }
  .totals > div {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 1em;
  }
  .totals dd {
    display: grid;
    margin: 0 0 0 auto;
    margin-inline: auto 0;
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .secret {
    padding: 0.2em 0.6em;
    border: 1px dashed var(--_line);
    border-radius: var(--_radius);
    font-family: ui-monospace, monospace;
    user-select: all;
  }
  .said {
    flex: 1 1 100%;
  }
  .said:empty {
    display: none;
  }
  @container (max-width: 44em) {
    .facts {
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 10.5em), 1fr));
    }
    .head .actions {
      inline-size: 100%;
    }
    .head .actions > * {
      flex: 1 1 auto;
    }
    .price {
      min-inline-size: 0;
      margin-inline-start: auto;
    }
  }
`;

export type ServiceLocalize = LocalizeController<typeof texts.english>;
export const styles: readonly CSSResult[] = [recordStyles, tableStyles('extras', 12, 5, 7.25, 6)];

interface BodyOptions {
  i18n: ServiceLocalize;
  host: LinkHost;
  opened: DialogController<ServiceLink>;
  way: ServiceWay;
}

/** All that is to be read of a service: where else there is something of it, its terms, extras, what belongs to it, and totals. */
export function serviceBody(service: Service, { i18n, host, opened, way }: BodyOptions): TemplateResult {
  return html`${linkBar(service, i18n, host, opened)} ${serviceNotices(service, i18n)} ${facts(serviceFacts(service, i18n, way))}
  ${extrasTable(service, i18n, host.hides('services.price'))} ${beneathList(service, i18n, way)} ${totalsList(service, i18n)}`;
}

/** Renders a service's name, its status, and the buttons for what can be done with it. */
export function serviceHead(
  service: Service,
  i18n: ServiceLocalize,
  host: PortalElement,
  act: (screen: ServiceAction) => void,
): TemplateResult {
  const { t } = i18n;
  const { status, cancelledWith, cancelOptions, number } = service;
  const over = isOver(service);
  const button = (screen: ServiceAction, text: string, kind = '') =>
    html`<button type="button" class=${kind} aria-haspopup="dialog" @click=${() => act(screen)}>${text}</button>`;
  const mayEnd = host.can('delete') && !over;
  return html`<header class="head">
    <h2 tabindex="-1">
      <small class="muted">${serviceType(service, i18n)} <bdi>${number}</bdi></small>
      <span><bdi>${serviceName(service, i18n)}</bdi> ${serviceStatus(service, i18n)}</span>
    </h2>
    <div class="actions" part="actions">
      ${host.can('update') ? button('edit', t('edit')) : nothing}
      ${mayEnd && status === 'cancel-pending' && !cancelledWith ? button('withdraw', t('withdraw')) : nothing}
      ${mayEnd && cancelOptions?.length ? button('cancel', t('cancelService'), 'destructive') : nothing}
    </div>
  </header>`;
}

/** The reason why it is suspended or could not be set up, and that it ends. */
function serviceNotices(service: Service, { t, day }: ServiceLocalize): TemplateResult {
  const { status, statusReason, lastDay, cancelledWith, cancelReason } = service;
  const ends = status === 'cancel-pending' && lastDay;
  const end = ends && (cancelledWith ? t('endsWith', cancelledWith.name, day(ends)) : t('endsNotice', day(ends)));
  return html`${
    statusReason
      ? html`<div class="notice ${status === 'failed' ? 'danger' : 'warning'}">
          <p><bdi>${statusReason}</bdi></p>
        </div>`
      : nothing
  }
  ${
    end
      ? html`<div class="notice warning">
          <p>${end} ${cancelReason ? html`<bdi>${t('yourReason', cancelReason)}</bdi>` : nothing}</p>
        </div>`
      : nothing
  }`;
}

type Entry = readonly [label: string, value: unknown];

/** The way to another service: by a link where the page has a place for it, else in place. */
export interface ServiceWay {
  itemHref: string | undefined;
  open: (id: string) => void;
}

/** The facts that every service has: its type, dates, price and payment method. */
function serviceFacts(service: Service, i18n: ServiceLocalize, way: ServiceWay): Entry[] {
  const { t, day } = i18n;
  const { name, label, identifier, parent, price, status, startsOn, lastDay, renewsOn, nextInvoiceOn, cancelBy, autoRenew, paymentMethod } =
    service;
  const begun = status !== 'pending' && status !== 'provisioning';
  const over = isOver(service);
  const amount = priceText(price, i18n);
  return [
    [t('product'), label && name ? html`<bdi>${name}</bdi>` : undefined],
    [i18n.in(services)('identifier'), identifier && html`<bdi>${identifier}</bdi>`],
    [t('parent'), parent && itemLink(way.itemHref, parent.id, parent.name || parent.number, () => way.open(parent.id))],
    [i18n.in(services)('price'), price ? t(price.taxIncluded ? 'inclusive' : 'exclusive', amount) : undefined],
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
function extrasTable({ extras }: Service, i18n: ServiceLocalize, hidesPrice: boolean): TemplateResult | typeof nothing {
  const { t, money, number } = i18n;
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
                  : html`<td role="cell" class="end" data-label=${t('price')} .textContent=${priceText(price, i18n)}></td>
                      <td role="cell" class="end" data-label=${t('inAYear')} .textContent=${money(yearlyPrice)}></td>`
              }
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** The services that belong to it, indented as they lie beneath each other. */
function beneathList({ beneath }: Service, i18n: ServiceLocalize, way: ServiceWay): TemplateResult | typeof nothing {
  const { t } = i18n;
  if (!beneath?.length) return nothing;
  return html`<div class="below">
    <h3 id="beneath">${t('beneath')}</h3>
    <ul class="beneath" part="beneath" aria-labelledby="beneath">
      ${beneath.map(
        (each) =>
          html`<li class="depth-${Math.min(each.depth, 4)}">
            <span>
              ${itemLink(way.itemHref, each.id, serviceName(each, i18n), () => way.open(each.id))}
              <small class="muted">${serviceType(each, i18n)} <bdi>${each.number}</bdi> <bdi>${each.identifier}</bdi></small>
            </span>
            ${serviceStatus(each, i18n)} ${each.price ? html`<span class="price">${priceText(each.price, i18n)}</span>` : nothing}
          </li>`,
      )}
    </ul>
  </div>`;
}

/** The total with its extras and all that belongs to it, a line a currency. */
function totalsList({ totals, beneath }: Service, { t, money }: ServiceLocalize): TemplateResult | typeof nothing {
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
