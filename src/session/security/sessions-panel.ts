import { html, nothing, type TemplateResult } from 'lit';
import type { components } from '../../api/schema.js';
import { FormController } from '../../core/forms/form-controller.js';
import { LoadController } from '../../core/loading/load-controller.js';
import { Panel } from '../../core/panel.js';
import { badge } from '../../ui/badge.js';
import { detailView } from '../../ui/detail-view.js';
import { formStatus } from '../../ui/form-view.js';
import type { PortalAccountSecurity } from '../portal-account-security.js';
import { security as texts } from '../texts/security.js';

type Session = components['schemas']['AccountSession'];
type Sessions = components['schemas']['AccountSessions'];

const params = { header: { 'Portal-Request': '1' } } as const;

/** Every place where the person is signed in, and signing out there. */
export class SessionsPanel extends Panel<PortalAccountSecurity, typeof texts.english> {
  #notice = '';
  readonly #load: LoadController<Sessions>;
  /** Ends one session by its id; without one, every session but this. */
  readonly #end: FormController<string | undefined, undefined>;

  constructor(host: PortalAccountSecurity) {
    super(host, texts);
    this.#load = new LoadController<Sessions>(host, {
      path: '/account/sessions',
      fetch: (api, init) => api.GET('/account/sessions', init),
    });
    this.#end = new FormController(host, {
      changes: ['/account/sessions'],
      empty: true,
      send: (api, sessionId) =>
        sessionId === undefined
          ? api.DELETE('/account/sessions', { params })
          : api.DELETE('/account/sessions/{sessionId}', { params: { ...params, path: { sessionId } } }),
    });
  }

  render(): TemplateResult {
    const { t } = this.i18n;
    return html`<section class="stack" aria-labelledby="sessions">
      <h3 id="sessions" tabindex="-1">${t('sessions')}</h3>
      ${formStatus(this.#end, this.i18n)}
      <p role="status" class=${this.#notice ? '' : 'visually-hidden'}>${this.#notice}</p>
      ${detailView(this.#load, this.i18n, ({ items }) => this.#table(items), 3)}
    </section>`;
  }

  #table(sessions: readonly Session[]): TemplateResult {
    const { t } = this.i18n;
    return html`<table role="table" part="sessions" aria-labelledby="sessions">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">${t('device')}</th>
            <th role="columnheader" scope="col">${t('address')}</th>
            <th role="columnheader" scope="col">${t('lastUsed')}</th>
            <th role="columnheader" scope="col">${t('started')}</th>
            <th role="columnheader" scope="col"><span class="visually-hidden">${t('actions')}</span></th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${sessions.map((session) => this.#row(session))}
        </tbody>
      </table>
      ${
        sessions.length > 1
          ? html`<div>
              <button type="button" aria-disabled=${this.#end.busy} @click=${() => void this.#endOne(undefined)}>${t('endOthers')}</button>
            </div>`
          : nothing
      }`;
  }

  #row({ id, current, device, address, lastUsedAt, startedAt }: Session): TemplateResult {
    const { t } = this.i18n;
    const name = device ?? t('unknownDevice');
    return html`<tr role="row" part="row">
      <th role="rowheader" scope="row" class="subject"><bdi>${name}</bdi> ${current ? badge('info', t('current')) : nothing}</th>
      <td role="cell" data-label=${t('address')}><bdi>${address ?? '—'}</bdi></td>
      <td role="cell" data-label=${t('lastUsed')}>${this.i18n.instant(lastUsedAt)}</td>
      <td role="cell" data-label=${t('started')}>${this.i18n.instant(startedAt)}</td>
      <td role="cell" class="end">
        ${
          current
            ? nothing
            : html`<button
                type="button"
                class="link"
                aria-label=${t('endNamed', name)}
                aria-disabled=${this.#end.busy}
                @click=${() => void this.#endOne(id)}
              >
                ${t('end')}
              </button>`
        }
      </td>
    </tr>`;
  }

  async #endOne(id: string | undefined): Promise<void> {
    this.#notice = '';
    if (!(await this.#end.send(id))) return;
    this.#notice = this.i18n.t(id === undefined ? 'othersEnded' : 'ended');
    this.update();
    // The button that was pressed goes with its row.
    this.focus('#sessions');
  }
}
