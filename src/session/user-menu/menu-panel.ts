import { html, nothing, type CSSResult, type TemplateResult } from 'lit';
import type { Session } from '../../context/contexts.js';
import { DialogController } from '../../core/dialog-controller.js';
import { lazy } from '../../core/lazy.js';
import { Panel } from '../../core/panel.js';
import { elementDialog } from '../../ui/dialog.js';
import { formStatus } from '../../ui/form-view.js';
import { safeHref } from '../../ui/links.js';
import { dialogStyles } from '../../ui/styles/dialog.js';
import type { PortalUserMenu } from '../portal-user-menu.js';
import { signOutForm } from '../sign-out.js';
import { userMenu as texts } from '../texts/user-menu.js';
import { ClientPanel } from './client-panel.js';

/** The dialogs of the own account. */
type AccountDialog = 'change-password' | 'security';

const loadChangePassword = lazy(() => import('../../define/portal-change-password.js'));
const loadSecurity = lazy(() => import('../../define/portal-account-security.js'));

/** What may be done from the menu: the own account with its dialogs, another client, and the way out. */
export class MenuPanel extends Panel<PortalUserMenu, typeof texts.english> {
  static override readonly styles: readonly CSSResult[] = [dialogStyles];

  readonly #clients: ClientPanel;
  readonly #dialog: DialogController<AccountDialog>;
  readonly #signOut = signOutForm(this.host, () => safeHref(this.host.signInHref));

  constructor(
    host: PortalUserMenu,
    /** Closes the menu; the focus goes back to its button. */
    private readonly close: () => void,
  ) {
    super(host, texts);
    this.#dialog = new DialogController<AccountDialog>(host, (dialog) => (dialog === 'security' ? loadSecurity() : loadChangePassword()));
    this.#clients = new ClientPanel(host);
  }

  /** The own account: password, security, profile. */
  renderAccount(): TemplateResult {
    const { host } = this;
    const { t } = this.i18n;
    const profile = host.can('view', 'profile.view') || host.can('view', 'profile.contacts') ? safeHref(host.profileHref) : undefined;
    const item = (dialog: AccountDialog) =>
      html`<button type="button" class="quiet" aria-haspopup="dialog" @click=${() => this.#open(dialog)}>${t(dialog)}</button>`;
    return html`<div class="items">
      ${host.can('update', 'profile.change-password') ? item('change-password') : nothing} ${item('security')}
      ${profile ? html`<a class="button quiet" href=${profile}>${t('profile')}</a>` : nothing}
    </div>`;
  }

  /** The clients that the person may act for, when there are several, and signing out. */
  renderWaysOut(clients: Session['clients'], current: string): TemplateResult {
    const signOut = this.#signOut;
    return html`${clients && clients.length > 1 ? this.#clients.render(clients, current) : nothing} ${formStatus(signOut, this.i18n)}
      <button type="button" aria-disabled=${signOut.busy} @click=${() => void signOut.send()}>${this.i18n.t('signOut')}</button>`;
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

  #open(dialog: AccountDialog): void {
    this.close();
    this.#dialog.open(dialog);
  }
}
