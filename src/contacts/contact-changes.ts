import { html, nothing, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import { DownloadController } from '../core/download-controller.js';
import { LoadController } from '../core/load-controller.js';
import type { PortalElement } from '../core/portal-element.js';
import { contactDialogs } from './texts/contact-dialogs.js';
import { tools } from '../i18n/texts/tools.js';
import { detailView } from '../ui/detail-view.js';
import { failure } from '../ui/messages.js';
import type { ContactsLocalize } from './contact-parts.js';
import { labelsOf, type Roles } from './contact-roles.js';
import { differenceView } from './permissions/difference-view.js';
import { differences, noGrants, type Grants } from './permissions/grants.js';

type Entry = components['schemas']['ContactChangeEntry'];
type Page = components['schemas']['ContactChangePage'];
type Values = Record<string, unknown> | null | undefined;

const most = 200;

/** What was said of a person at the time, if an entry is about that. */
function grantsOf(values: Values): Grants | undefined {
  return values && typeof values['allow'] === 'object' && typeof values['deny'] === 'object'
    ? { ...noGrants(), ...(values as Partial<Grants>) }
    : undefined;
}

/** Who has changed what of a person, the latest first. */
export class ContactChanges {
  #id?: string | undefined;
  #limit = 20;
  readonly #load: LoadController<Page>;
  readonly #file: DownloadController;

  constructor(
    private readonly host: PortalElement,
    private readonly i18n: ContactsLocalize,
    private readonly roles: LoadController<Roles>,
  ) {
    this.#file = new DownloadController(host);
    this.#load = new LoadController(host, {
      path: '/contacts',
      args: () => (this.#id ? [this.#id] : undefined),
      view: () => [this.#limit],
      fetch: (api, init) =>
        api.GET('/contacts/{contactId}/changes', {
          params: { path: { contactId: this.#id! }, query: { limit: this.#limit } },
          ...init,
        }),
    });
  }

  show(id: string): void {
    this.#id = id;
    this.#limit = 20;
    this.host.requestUpdate();
  }

  view(back: () => void): TemplateResult {
    const { i18n } = this;
    const t = i18n.in(contactDialogs);
    const more = () => {
      this.#limit = most;
      this.host.requestUpdate();
    };
    return detailView(
      this.#load,
      i18n,
      ({ items, page }) => html`
        ${
          items.length === 0
            ? html`<p class="muted">${t('noChanges')}</p>`
            : html`<ol class="history">
                ${items.map((entry) => this.#entry(entry))}
              </ol>`
        }
        ${this.#file.error ? failure(this.#file.error, i18n) : nothing}
        <footer>
          ${page.nextCursor && this.#limit < most ? html`<button type="button" @click=${more}>${t('moreChanges')}</button>` : nothing}
          <button type="button" class="quiet" @click=${this.#save}>${i18n.in(tools)('exportCsv')}</button>
          <button type="button" @click=${back}>${t('back')}</button>
        </footer>
      `,
    );
  }

  #entry(entry: Entry): TemplateResult {
    const { i18n } = this;
    const name = `action-${entry.action}`;
    const known = Object.hasOwn(contactDialogs.english, name);
    return html`<li>
      <strong>${known ? i18n.in(contactDialogs)(name as 'action-invited') : entry.actionLabel || entry.action}</strong>
      <small class="muted"><bdi>${entry.by.name}</bdi> · ${i18n.instant(entry.at)}</small>
      ${this.#difference(entry)}
    </li>`;
  }

  /** What was changed, from what into what. */
  #difference({ before, after }: Entry): TemplateResult | typeof nothing {
    const [were, are] = [grantsOf(before), grantsOf(after)];
    if (are) return differenceView(differences(were ?? noGrants(), are), labelsOf(this.roles.value, this.i18n), this.i18n);
    const t = this.i18n.in(contactDialogs);
    const names = (['name', 'email', 'title', 'phone', 'language'] as const).filter((each) => before?.[each] !== after?.[each]);
    const text = (value: unknown) => (typeof value === 'string' && value ? value : this.i18n.t('none'));
    if (names.length === 0) return nothing;
    return html`<ul class="differences">
      ${names.map((each) => html`<li>${t(each)} <span class="muted">${t('became', text(before?.[each]), text(after?.[each]))}</span></li>`)}
    </ul>`;
  }

  #save = (): void => {
    const params = { path: { contactId: this.#id! } };
    const init = { params, headers: { Accept: 'text/csv' }, parseAs: 'blob' } as const;
    void this.#file.save(this.#load.connection, (api) => api.GET('/contacts/{contactId}/changes', init));
  };
}
