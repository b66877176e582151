import { html, type TemplateResult } from 'lit';
import type { Session } from '../../context/contexts.js';
import { FormController } from '../../core/forms/form-controller.js';
import { Panel } from '../../core/panel.js';
import { isUnsaved } from '../../core/forms/unsaved.js';
import { formStatus } from '../../ui/form-view.js';
import type { PortalUserMenu } from '../portal-user-menu.js';
import { userMenu as texts } from '../texts/user-menu.js';

type Client = Session['client'];

/** The clients that the person may act for, and switching to another: not without asking while something on the page is unsaved. */
export class ClientPanel extends Panel<PortalUserMenu, typeof texts.english> {
  /** To be confirmed, as something would be lost. */
  #wanted?: Client | undefined;
  readonly #form: FormController<string, Session>;

  constructor(host: PortalUserMenu) {
    super(host, texts);
    this.#form = new FormController<string, Session>(host, {
      changes: ['/session'],
      send: (api, clientId) => api.PUT('/session/client', { body: { clientId }, params: { header: { 'Portal-Request': '1' } } }),
    });
  }

  render(clients: readonly Client[], current: string): TemplateResult {
    const { t } = this.i18n;
    return html`<section class="items" aria-labelledby="switch">
      <span class="label" id="switch">${t('switchClient')}</span>
      ${formStatus(this.#form, this.i18n)} ${this.#wanted ? this.#confirm(this.#wanted) : this.#choices(clients, current)}
    </section>`;
  }

  #choices(clients: readonly Client[], current: string): TemplateResult {
    return html`<ul class="items">
      ${clients.map(
        (client) =>
          html`<li>
            <button
              type="button"
              class="quiet"
              aria-current=${client.id === current ? 'true' : 'false'}
              aria-disabled=${this.#form.busy || client.id === current}
              @click=${() => this.#choose(client, current)}
            >
              <bdi>${client.name}</bdi>
            </button>
          </li>`,
      )}
    </ul>`;
  }

  #confirm(client: Client): TemplateResult {
    const { t } = this.i18n;
    return html`<div class="notice warning" role="alert">
      <p>${t('unsavedSwitch')}</p>
      <button type="button" aria-disabled=${this.#form.busy} @click=${() => void this.#form.send(client.id)}>
        ${t('switchAnyway', client.name)}
      </button>
    </div>`;
  }

  #choose(client: Client, current: string): void {
    if (client.id === current || this.#form.busy) return;
    if (!isUnsaved()) return void this.#form.send(client.id);
    this.#wanted = client;
    this.update();
  }
}
