import { html, nothing, type CSSResult, type TemplateResult } from 'lit';
import { DialogController } from '../core/dialog-controller.js';
import { DownloadController } from '../core/download-controller.js';
import { FormController } from '../core/forms/form-controller.js';
import type { LoadController } from '../core/loading/load-controller.js';
import { Panel } from '../core/panel.js';
import { confirmation } from '../ui/confirmation.js';
import { detailView } from '../ui/detail-view.js';
import { failure } from '../ui/messages.js';
import { refusal } from '../ui/refusal.js';
import { Notice, screenDialog } from '../ui/screen-dialog.js';
import { dialogStyles } from './dialogs.styles.js';
import type { AccessOptions } from './place.js';
import type { PortalVisits } from './portal-visits.js';
import { visitDialogs as texts } from './texts/visit-dialogs.js';
import { printPass, visitPass } from './visit-pass-view.js';
import { VisitRegisterPanel } from './visit-register-panel.js';
import { visitStatus, visitTime, type Visit } from './visit.js';

/** The dialogs in which visits are registered, looked at with their pass, and cancelled. */
export class VisitPanel extends Panel<PortalVisits, typeof texts.english> {
  static override readonly styles: readonly CSSResult[] = dialogStyles;

  /** The visit that the dialog is about. */
  #visit?: Visit;
  readonly #screen: DialogController<'register' | 'details' | 'cancel'>;
  readonly #notice: Notice;
  readonly #register: VisitRegisterPanel;
  readonly #file: DownloadController;
  readonly #cancellation: FormController<Visit, Visit>;

  constructor(
    host: PortalVisits,
    private readonly options: LoadController<AccessOptions>,
  ) {
    super(host, texts);
    const { t } = this.i18n;
    this.#screen = new DialogController(host);
    this.#notice = new Notice(host);
    this.#file = new DownloadController(host);
    this.#register = new VisitRegisterPanel(host, (visit) => {
      this.details(visit);
      this.#notice.text = t('registered');
    });
    this.#cancellation = new FormController(host, {
      changes: ['/visits'],
      send: (api, { id }) => api.PUT('/visits/{visitId}/cancellation', { params: { path: { visitId: id } } }),
      onDone: () => {
        this.#screen.close();
        this.#notice.say(t('cancelled'));
      },
    });
  }

  /** Tells whether a dialog is open. */
  get open(): boolean {
    return this.#screen.value !== undefined;
  }

  /** Opens the form, with everything that was typed before. */
  register(): void {
    this.#notice.text = '';
    this.#screen.open('register');
  }

  details(visit: Visit): void {
    this.#visit = visit;
    this.#notice.text = '';
    this.#screen.open('details');
  }

  /** Says above the list what has been achieved; while a dialog is open it is said there. */
  notice(): unknown {
    return this.open ? nothing : this.#notice.view();
  }

  /** The open dialog. */
  render(): unknown {
    const screen = this.#screen.value;
    if (!screen) return nothing;
    const { i18n } = this;
    const { t } = i18n;
    if (screen === 'register') {
      const body = (options: AccessOptions) => this.#register.render(options, this.#screen.close);
      return screenDialog(this.#screen, i18n, t('registerTitle'), () => detailView(this.options, i18n, body, 5));
    }
    const visit = this.#visit!;
    if (screen === 'cancel') return screenDialog(this.#screen, i18n, t('cancelTitle'), () => this.#confirmation(visit), 'small');
    return screenDialog(this.#screen, i18n, t(visit.passCode ? 'pass' : 'passTitle'), () => this.#details(visit));
  }

  #details(visit: Visit): TemplateResult {
    const { i18n } = this;
    const { t } = i18n;
    const actions = visit.allowedActions;
    const cancel = () => {
      this.#cancellation.edited();
      this.#screen.open('cancel');
    };
    return html`${this.#notice.view()}
      <p>${visitStatus(visit, i18n)}</p>
      ${visitPass(visit, i18n)} ${this.#file.error ? failure(this.#file.error, i18n) : nothing}
      <footer>
        ${
          actions.includes('cancel') && this.host.can('delete')
            ? html`<button type="button" class="destructive" @click=${cancel}>${t('cancel')}</button>`
            : nothing
        }
        <button type="button" aria-disabled=${this.#file.phase === 'busy'} @click=${() => this.#saveCalendar(visit)}>
          ${t('calendar')}
        </button>
        ${
          actions.includes('print-pass')
            ? html`<button type="button" class="primary" @click=${this.#print}>${t('print')}</button>`
            : nothing
        }
      </footer>`;
  }

  #confirmation(visit: Visit): TemplateResult {
    const { t } = this.i18n;
    const form = this.#cancellation;
    return confirmation(form, this.i18n, {
      text: html`<p><strong>${visitTime(visit, this.i18n)}</strong>, <bdi>${visit.purpose}</bdi></p>
        <p>${t('cancelText')}</p>`,
      submit: t('cancel'),
      destructive: true,
      act: () => void form.send(visit),
      cancel: () => this.details(visit),
      back: t('keep'),
      refusal: refusal(form, ['over'], (kind) => t(`problem-${kind}`)),
    });
  }

  #saveCalendar({ id: visitId }: Visit): void {
    const init = { params: { path: { visitId } }, parseAs: 'blob' as const };
    void this.#file.save(this.options.connection, (api) => api.GET('/visits/{visitId}/calendar', init));
  }

  readonly #print = (): void => printPass(this.host.renderRoot, this.i18n);
}
