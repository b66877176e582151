import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { Session } from '../context/contexts.js';
import { DialogController } from '../core/dialog-controller.js';
import { FormController } from '../core/forms/form-controller.js';
import { Panel } from '../core/panel.js';
import { showModal } from '../ui/dialog.js';
import { formStatus, submitButton } from '../ui/form-view.js';
import type { PortalSessionNotice } from './portal-session-notice.js';
import type { SessionClock } from './session-clock.js';
import { sessionEnd } from './texts/session-end.js';

/** Says that the session ends soon: once, and again only if the end was far meanwhile. What comes first in it keeps the person signed in. */
export class WarningPanel extends Panel<PortalSessionNotice, typeof sessionEnd.english> {
  #dismissed = false;
  readonly #dialog = new DialogController<'near'>(this.host);
  readonly #renewal: FormController<void, Session>;

  constructor(
    host: PortalSessionNotice,
    private readonly clock: SessionClock,
    onRenewed: (session: Session) => void,
  ) {
    super(host, sessionEnd);
    this.#renewal = new FormController<void, Session>(host, {
      changes: [],
      send: (api) => api.POST('/session/renewal', { params: { header: { 'Portal-Request': '1' } } }),
      onDone: onRenewed,
    });
  }

  get isOpen(): boolean {
    return this.#dialog.value !== undefined;
  }

  open(): void {
    if (!this.#dismissed) this.#dialog.open('near');
  }

  /** The end is far again. */
  calm(): void {
    this.#dismissed = false;
    this.#dialog.close();
  }

  render(): TemplateResult | typeof nothing {
    if (!this.isOpen) return nothing;
    const { t } = this.i18n;
    const minutes = Math.floor(this.clock.left / 60_000);
    return html`<dialog
      part="dialog"
      class="small"
      role="alertdialog"
      aria-labelledby="title"
      aria-describedby="text"
      ${ref(showModal)}
      @close=${this.#dismiss}
    >
      <form class="stack" @submit=${this.#stay}>
        <h2 id="title">${t('soonTitle')}</h2>
        <p id="text">${minutes > 0 ? t('soon', minutes) : t('soonNow')} ${t('soonWhy')}</p>
        ${formStatus(this.#renewal, this.i18n)}
        <div class="actions">
          ${submitButton(this.#renewal, this.i18n, t('stay'))}
          <button type="button" @click=${this.#dismiss}>${t('notNow')}</button>
        </div>
      </form>
    </dialog>`;
  }

  readonly #dismiss = (): void => {
    this.#dismissed = true;
    this.#dialog.close();
  };

  readonly #stay = (event: Event): void => {
    event.preventDefault();
    void this.#renewal.send();
  };
}
