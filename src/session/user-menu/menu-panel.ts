import { html, nothing, type CSSResult } from 'lit';
import type { Session } from '../../context/contexts.js';
import { DialogController } from '../../core/dialog-controller.js';
import { lazy } from '../../core/lazy.js';
import { Panel } from '../../core/panel.js';
import { elementDialog } from '../../ui/dialog.js';
import { dialogStyles } from '../../ui/styles/dialog.js';
import type { PortalUserMenu } from '../portal-user-menu.js';
import { userMenu as texts } from '../texts/user-menu.js';
import { ClientPanel } from './client-panel.js';

/** The dialogs of the own account. */
export type AccountDialog = 'change-password' | 'security';

const loadChangePassword = lazy(() => import('../../define/portal-change-password.js'));
const loadSecurity = lazy(() => import('../../define/portal-account-security.js'));

/** The dialogs that the menu opens, and the other clients. */
export class MenuPanel extends Panel<PortalUserMenu, typeof texts.english> {
  static override readonly styles: readonly CSSResult[] = [dialogStyles];

  readonly #clients: ClientPanel;
  readonly #dialog: DialogController<AccountDialog>;

  constructor(host: PortalUserMenu) {
    super(host, texts);
    this.#dialog = new DialogController<AccountDialog>(host, (dialog) => (dialog === 'security' ? loadSecurity() : loadChangePassword()));
    this.#clients = new ClientPanel(host);
  }

  open(dialog: AccountDialog): void {
    this.#dialog.open(dialog);
  }

  /** The clients that the person may act for, when there are several. */
  renderClients(clients: Session['clients'], current: string): unknown {
    return clients && clients.length > 1 ? this.#clients.render(clients, current) : nothing;
  }

  /** The open dialog. */
  render(): unknown {
    const { value } = this.#dialog;
    if (!value) return nothing;
    const content = () =>
      value === 'security'
        ? html`<portal-account-security></portal-account-security>`
        : html`<portal-change-password></portal-change-password>`;
    return elementDialog(this.#dialog, this.i18n, this.i18n.t(value), content, value === 'security' ? 'large' : 'small');
  }
}
