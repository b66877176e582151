import { css, type CSSResult, nothing } from 'lit';
import { DialogController } from '../core/dialog-controller.js';
import { Panel } from '../core/panel.js';
import { Notice, screenDialog } from '../ui/screen-dialog.js';
import { formStyles } from '../ui/styles/form.js';
import { CancelPanel } from './cancel-panel.js';
import { EditPanel } from './edit-panel.js';
import { PortalServiceChangedEvent } from './events.js';
import type { PortalService } from './portal-service.js';
import { type Service, serviceName } from './service.js';
import { serviceDialogs as texts } from './texts/service-dialogs.js';

/** Lists, questions and checks in the dialogs of a service. */
const actionsStyles = css`
  dialog :is(p, ul) {
    margin: 0;
  }
  dialog ul {
    padding-inline-start: 1.25em;
    list-style: disc;
  }
  dialog legend {
    margin-block-end: 0.4em;
  }
`;

export type ServiceAction = 'edit' | 'cancel' | 'withdraw';

/** The dialogs in which a service is edited, cancelled, and left to run on. */
export class ActionsPanel extends Panel<PortalService, typeof texts.english> {
  static override readonly styles: readonly CSSResult[] = [formStyles, actionsStyles];

  readonly #screen: DialogController<ServiceAction>;
  readonly #notice: Notice;
  readonly #edit: EditPanel;
  readonly #cancel: CancelPanel;

  /** @param reload Asks for the service again. */
  constructor(host: PortalService, reload: () => void) {
    super(host, texts);
    const { t, day } = this.i18n;
    this.#screen = new DialogController(host);
    this.#notice = new Notice(host);
    const { close } = this.#screen;
    this.#edit = new EditPanel(host, { close, onDone: (service) => this.#done(service, t('saved', serviceName(service, this.i18n))) });
    this.#cancel = new CancelPanel(host, {
      close,
      reload,
      cancelled: (service) => this.#done(service, t('cancelled', serviceName(service, this.i18n), day(service.lastDay))),
      withdrawn: (service) => this.#done(service, t('withdrawn', serviceName(service, this.i18n))),
    });
  }

  open(action: ServiceAction, service: Service): void {
    this.#notice.text = '';
    this.#edit.form.resume(service);
    this.#cancel.begin();
    this.#screen.open(action);
  }

  /** Says what has been achieved, above the service. */
  notice(): unknown {
    return this.#notice.view();
  }

  /** The open dialog. */
  render(service: Service): unknown {
    const action = this.#screen.value;
    if (!action) return nothing;
    const { t } = this.i18n;
    const name = serviceName(service, this.i18n);
    const title = action === 'withdraw' ? t('withdrawTitle') : t(`${action}Title`, name);
    const body = () => {
      if (action === 'edit') return this.#edit.render(this.#screen.close);
      return action === 'cancel' ? this.#cancel.render(service) : this.#cancel.renderWithdrawal(service);
    };
    return screenDialog(this.#screen, this.i18n, title, body, 'small');
  }

  #done(service: Service, notice: string): void {
    this.#screen.close();
    this.#notice.say(notice);
    /** @internal */
    this.host.dispatchEvent(new PortalServiceChangedEvent(service));
  }
}
