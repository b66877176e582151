import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { DialogController } from '../core/dialog-controller.js';
import { DownloadController } from '../core/download-controller.js';
import { FormController } from '../core/form-controller.js';
import type { LoadController } from '../core/load-controller.js';
import type { PortalElement } from '../core/portal-element.js';
import { tools } from '../i18n/texts/tools.js';
import { visitDialogs } from './texts/visit-dialogs.js';
import { detailView } from '../ui/detail-view.js';
import { formStatus } from '../ui/form-view.js';
import { failure } from '../ui/messages.js';
import { refusal } from '../ui/refusal.js';
import { Notice, screenDialog } from '../ui/screen-dialog.js';
import { adoptAccessStyles } from './access-styles.js';
import type { AccessOptions } from './facility-places.js';
import { VisitForm } from './visit-form.js';
import { visitStatus, visitTime, type Visit, type VisitsLocalize } from './visit-parts.js';
import { printPass, visitPass } from './visit-pass.js';

/** The dialogs in which visits are registered, looked at with their pass, and cancelled. Loaded with the first use of one. */
export class VisitDialogs {
  #visit?: Visit;
  readonly #screen: DialogController<'register' | 'details' | 'cancel'>;
  readonly #notice: Notice;
  readonly #form: VisitForm;
  readonly #file: DownloadController;
  readonly #cancellation: FormController<Visit, Visit>;

  constructor(
    private readonly host: PortalElement,
    private readonly i18n: VisitsLocalize,
    private readonly options: LoadController<AccessOptions>,
  ) {
    this.#screen = new DialogController(host);
    this.#notice = new Notice(host);
    this.#file = new DownloadController(host);
    this.#form = new VisitForm(host, i18n, (visit) => {
      this.details(visit);
      this.#notice.text = this.#t('registered');
    });
    this.#cancellation = new FormController(host, {
      changes: ['/visits'],
      send: (api, { id }) => api.PUT('/visits/{visitId}/cancellation', { params: { path: { visitId: id } } }),
      onDone: () => {
        this.#screen.close();
        this.#notice.say(this.#t('cancelled'));
      },
    });
    adoptAccessStyles(host);
  }

  /** Whether one of them is open. */
  get open(): boolean {
    return this.#screen.value !== undefined;
  }

  /** What was typed before is still there. */
  register(): void {
    this.#notice.text = '';
    this.#screen.open('register');
  }

  details(visit: Visit): void {
    this.#visit = visit;
    this.#notice.text = '';
    this.#screen.open('details');
  }

  /** What has been achieved, said above the list. */
  notice(): unknown {
    return this.#notice.text && !this.open ? this.#said() : nothing;
  }

  view(): unknown {
    const screen = this.#screen.value;
    if (!screen) return nothing;
    const { i18n } = this;
    if (screen === 'register')
      return screenDialog(this.#screen, i18n, this.#t('registerTitle'), () =>
        detailView(this.options, i18n, (options) => this.#form.view(options, this.#screen.close), 5),
      );
    const visit = this.#visit!;
    if (screen === 'cancel') return screenDialog(this.#screen, i18n, this.#t('cancelTitle'), () => this.#confirmation(visit), 'small');
    return screenDialog(this.#screen, i18n, this.#t(visit.passCode ? 'pass' : 'passTitle'), () => this.#details(visit));
  }

  #said(): TemplateResult {
    return html`<div class="notice success" part="notice" tabindex="-1"><p role="status">${this.#notice.text}</p></div>`;
  }

  #details(visit: Visit): TemplateResult {
    const { i18n, host } = this;
    const actions = visit.allowedActions;
    const cancel = () => {
      this.#cancellation.edited();
      this.#screen.open('cancel');
    };
    return html`${this.#notice.text ? this.#said() : nothing}
      <p>${visitStatus(visit, i18n)}</p>
      ${visitPass(visit, i18n)} ${this.#file.error ? failure(this.#file.error, i18n) : nothing}
      <footer>
        ${
          actions.includes('cancel') && host.can('delete')
            ? html`<button type="button" class="destructive" @click=${cancel}>${this.#t('cancel')}</button>`
            : nothing
        }
        <button type="button" aria-disabled=${this.#file.phase === 'busy'} @click=${() => this.#saveCalendar(visit)}>
          ${this.#t('calendar')}
        </button>
        ${
          actions.includes('print-pass')
            ? html`<button type="button" class="primary" @click=${this.#print}>${this.#t('print')}</button>`
            : nothing
        }
      </footer>`;
  }

  #confirmation(visit: Visit): TemplateResult {
    const { i18n } = this;
    const form = this.#cancellation;
    const submit = (event: Event) => {
      event.preventDefault();
      void form.send(visit);
    };
    return html`<form class="stack" @submit=${submit}>
      <p><strong>${visitTime(visit, i18n)}</strong>, <bdi>${visit.purpose}</bdi></p>
      <p>${this.#t('cancelText')}</p>
      ${refusal(form, ['over'], (kind) => this.#t(`problem-${kind}`)) ?? formStatus(form, i18n)}
      <footer>
        <button type="button" @click=${() => this.details(visit)}>${this.#t('keep')}</button>
        <button type="submit" class="destructive" aria-disabled=${form.busy}>
          ${form.busy ? i18n.in(tools)('sending') : this.#t('cancel')}
        </button>
      </footer>
    </form>`;
  }

  #saveCalendar({ id: visitId }: Visit): void {
    const init = { params: { path: { visitId } }, parseAs: 'blob' as const };
    void this.#file.save(this.options.connection, (api) => api.GET('/visits/{visitId}/calendar', init));
  }

  #print = (): void => printPass((this.host as LitElement).renderRoot, this.i18n);

  get #t() {
    return this.i18n.in(visitDialogs);
  }
}
