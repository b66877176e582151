import { nothing } from 'lit';
import { DialogController } from '../core/dialog-controller.js';
import type { LoadController } from '../core/load-controller.js';
import type { PortalElement } from '../core/portal-element.js';
import { serviceDialogs } from './texts/service-dialogs.js';
import { Notice, screenDialog } from '../ui/screen-dialog.js';
import { adoptStyles } from '../ui/styles/adopt.js';
import { formStyles } from '../ui/styles/form.js';
import { PortalServiceChangedEvent } from './events.js';
import { ServiceCancel } from './service-cancel.js';
import { serviceDialogStyles } from './service-dialog-styles.js';
import { ServiceEdit } from './service-edit.js';
import { serviceName, type Service, type ServicesLocalize } from './service-parts.js';

export type ServiceScreen = 'edit' | 'cancel' | 'withdraw';

/** The dialogs in which a service is edited, cancelled, and left to run on. Loaded with the first use of one. */
export class ServiceDialogs {
  readonly #screen: DialogController<ServiceScreen>;
  readonly #notice: Notice;
  readonly #edit: ServiceEdit;
  readonly #cancel: ServiceCancel;

  constructor(
    private readonly host: PortalElement,
    private readonly i18n: ServicesLocalize,
    record: LoadController<Service>,
  ) {
    const t = i18n.in(serviceDialogs);
    const done = (say: (name: string, service: Service) => string) => (service: Service) =>
      this.#done(service, say(serviceName(service, i18n), service));
    this.#screen = new DialogController(host);
    this.#notice = new Notice(host);
    this.#edit = new ServiceEdit(
      host,
      i18n,
      record,
      done((name) => t('saved', name)),
    );
    this.#cancel = new ServiceCancel(host, i18n, record, {
      cancelled: done((name, { lastDay }) => t('cancelled', name, i18n.day(lastDay))),
      withdrawn: done((name) => t('withdrawn', name)),
    });
    adoptStyles(host, formStyles, serviceDialogStyles);
  }

  open(screen: ServiceScreen): void {
    this.#notice.text = '';
    this.#edit.open();
    this.#cancel.open();
    this.#screen.open(screen);
  }

  /** What has been achieved, said above the service. */
  notice(): unknown {
    return this.#notice.view();
  }

  view(service: Service): unknown {
    const screen = this.#screen.value;
    if (!screen) return nothing;
    const t = this.i18n.in(serviceDialogs);
    const name = serviceName(service, this.i18n);
    const { close } = this.#screen;
    const title = screen === 'withdraw' ? t('withdrawTitle') : t(`${screen}Title`, name);
    const body = () => {
      if (screen === 'edit') return this.#edit.view(service, close);
      return screen === 'cancel' ? this.#cancel.view(service, close) : this.#cancel.withdrawal(service, close);
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
