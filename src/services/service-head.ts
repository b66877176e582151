import { html, nothing, type TemplateResult } from 'lit';
import type { PortalElement } from '../core/portal-element.js';
import type { ServiceScreen } from './service-dialogs.js';
import { isOver, serviceName, serviceStatus, serviceType, type Service, type ServicesLocalize } from './service-parts.js';
import type { ServiceLocalize } from './service-sections.js';

/** What a service is called, its status, and what can be done with it. */
export function serviceHead(
  service: Service,
  { t }: ServiceLocalize,
  words: ServicesLocalize,
  host: PortalElement,
  act: (screen: ServiceScreen) => void,
): TemplateResult {
  const { status, cancelledWith, cancelOptions, number } = service;
  const over = isOver(service);
  const button = (screen: ServiceScreen, text: string, kind = '') =>
    html`<button type="button" class=${kind} aria-haspopup="dialog" @click=${() => act(screen)}>${text}</button>`;
  const mayEnd = host.can('delete') && !over;
  return html`<header class="head">
    <h2 tabindex="-1">
      <small class="muted">${serviceType(service, words)} <bdi>${number}</bdi></small>
      <span><bdi>${serviceName(service, words)}</bdi> ${serviceStatus(service, words)}</span>
    </h2>
    <div class="actions" part="actions">
      ${host.can('update') ? button('edit', t('edit')) : nothing}
      ${mayEnd && status === 'cancel-pending' && !cancelledWith ? button('withdraw', t('withdraw')) : nothing}
      ${mayEnd && cancelOptions?.length ? button('cancel', t('cancelService'), 'destructive') : nothing}
    </div>
  </header>`;
}

/** Why it is suspended or could not be set up, and that it ends. */
export function serviceNotices(service: Service, { t, day }: ServiceLocalize): TemplateResult {
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
