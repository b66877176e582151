import { html } from 'lit';
import { define } from '../../core/define.js';
import { DialogController } from '../../core/dialog-controller.js';
import type { LocalizeController } from '../../core/localize-controller.js';
import type { Session } from '../../context/contexts.js';
import type { PortalElement } from '../../core/portal-element.js';
import type { userMenu } from '../texts/user-menu.js';
import { dialogView } from '../../ui/dialog.js';
import { adoptStyles } from '../../ui/styles/adopt.js';
import { dialogStyles } from '../../ui/styles/dialog.js';
import { ClientSwitch } from './client-switch.js';

/** What of the own account opens from the menu. */
export type AccountPart = 'change-password' | 'security';

/** What the menu leads to: dialogs, each of which loads its element when it is first opened, and other clients. */
export class UserMenuExtras {
  readonly #switch: ClientSwitch;
  readonly #dialog: DialogController<AccountPart>;

  constructor(
    host: PortalElement,
    private readonly i18n: LocalizeController<typeof userMenu.english>,
  ) {
    this.#dialog = new DialogController(host);
    this.#switch = new ClientSwitch(host, i18n);
    adoptStyles(host, dialogStyles);
  }

  open(part: AccountPart): void {
    this.#dialog.open(part);
    if (part === 'security')
      void import('../portal-account-security.js').then((module) => define('portal-account-security', module.PortalAccountSecurity));
    else void import('../portal-change-password.js').then((module) => define('portal-change-password', module.PortalChangePassword));
  }

  /** The clients that the person may act for, when there are several. */
  clients(clients: Session['clients'], current: string): unknown {
    return clients && clients.length > 1 ? this.#switch.view(clients, current) : undefined;
  }

  dialogs(): unknown {
    const { t } = this.i18n;
    const part = this.#dialog.value;
    if (part === undefined) return undefined;
    const content =
      part === 'security'
        ? html`<portal-account-security></portal-account-security>`
        : html`<portal-change-password></portal-change-password>`;
    return dialogView(
      this.#dialog,
      this.i18n,
      t(part),
      () => this.#dialog.keepAlive.keep(content),
      part === 'security' ? 'large' : 'small',
    );
  }
}
