import { html, nothing, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import { DownloadController } from '../core/download-controller.js';
import { LoadController } from '../core/loading/load-controller.js';
import { Panel } from '../core/panel.js';
import { tools } from '../i18n/texts/tools.js';
import { detailView } from '../ui/detail-view.js';
import { failure } from '../ui/messages.js';
import { differenceView } from './permissions/grants-view.js';
import { differences, noGrants, type Grants } from './permissions/grants.js';
import type { PortalContacts } from './portal-contacts.js';
import { labelsOf, type Roles } from './roles.js';
import { contactDialogs as texts } from './texts/contact-dialogs.js';

type Entry = components['schemas']['ContactChangeEntry'];
type ChangePage = components['schemas']['ContactChangePage'];
type Values = Record<string, unknown> | null | undefined;

const few = 20;
const most = 200;

/** The grants of a person at the time, if an entry is about grants. */
function grantsOf(values: Values): Grants | undefined {
  return values && typeof values['allow'] === 'object' && typeof values['deny'] === 'object'
    ? { ...noGrants(), ...(values as Partial<Grants>) }
    : undefined;
}

/** The audit log of a person, the latest change first. */
export class ChangesPanel extends Panel<PortalContacts, typeof texts.english> {
  #contactId?: string | undefined;
  #limit = few;
  readonly #load: LoadController<ChangePage>;
  readonly #file: DownloadController;

  constructor(
    host: PortalContacts,
    private readonly roles: LoadController<Roles>,
  ) {
    super(host, texts);
    this.#file = new DownloadController(host);
    this.#load = new LoadController(host, {
      path: '/contacts',
      args: () => (this.#contactId ? [this.#contactId] : undefined),
      view: () => [this.#limit],
      fetch: (api, init) =>
        api.GET('/contacts/{contactId}/changes', {
          params: { path: { contactId: this.#contactId! }, query: { limit: this.#limit } },
          ...init,
        }),
    });
  }

  begin(contactId: string): void {
    this.#contactId = contactId;
    this.#limit = few;
    this.update();
  }

  render(back: () => void): TemplateResult {
    const { t } = this.i18n;
    const more = () => {
      this.#limit = most;
      this.update();
    };
    return detailView(
      this.#load,
      this.i18n,
      ({ items, page }) => html`
        ${
          items.length === 0
            ? html`<p class="muted">${t('noChanges')}</p>`
            : html`<ol class="history">
                ${items.map((entry) => this.#entry(entry))}
              </ol>`
        }
        ${this.#file.error ? failure(this.#file.error, this.i18n) : nothing}
        <footer>
          ${page.nextCursor && this.#limit < most ? html`<button type="button" @click=${more}>${t('moreChanges')}</button>` : nothing}
          <button type="button" class="quiet" @click=${this.#save}>${this.i18n.in(tools)('exportCsv')}</button>
          <button type="button" @click=${back}>${t('back')}</button>
        </footer>
      `,
    );
  }

  #entry(entry: Entry): TemplateResult {
    const { i18n } = this;
    return html`<li>
      <strong>${i18n.label(`action-${entry.action}`, entry.actionLabel || entry.action)}</strong>
      <small class="muted"><bdi>${entry.by.name}</bdi> · ${i18n.instant(entry.at)}</small>
      ${this.#difference(entry)}
    </li>`;
  }

  /** The values that were changed, before and after. */
  #difference({ before, after }: Entry): TemplateResult | typeof nothing {
    const [former, present] = [grantsOf(before), grantsOf(after)];
    if (present) return differenceView(differences(former ?? noGrants(), present), labelsOf(this.roles.value, this.i18n), this.i18n);
    const { t } = this.i18n;
    const names = (['name', 'email', 'title', 'phone', 'language'] as const).filter((each) => before?.[each] !== after?.[each]);
    const text = (value: unknown) => (typeof value === 'string' && value ? value : t('none'));
    if (names.length === 0) return nothing;
    return html`<ul class="differences">
      ${names.map((each) => html`<li>${t(each)} <span class="muted">${t('became', text(before?.[each]), text(after?.[each]))}</span></li>`)}
    </ul>`;
  }

  readonly #save = (): void => {
    const params = { path: { contactId: this.#contactId! } };
    const init = { params, headers: { Accept: 'text/csv' }, parseAs: 'blob' } as const;
    void this.#file.save(this.#load.connection, (api) => api.GET('/contacts/{contactId}/changes', init));
  };
}
