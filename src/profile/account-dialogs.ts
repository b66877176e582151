import { html, type TemplateResult } from 'lit';
import { DialogController } from '../core/dialog-controller.js';
import type { PortalElement } from '../core/portal-element.js';
import { dialogView } from '../ui/dialog.js';
import { adoptStyles } from '../ui/styles/adopt.js';
import { dialogStyles } from '../ui/styles/dialog.js';
import type { ProfileLocalize } from './profile-record.js';
import type { AccountPart } from './profile-sections.js';

/** What of the own account opens from the profile: dialogs, each of which loads its element when it is first opened. */
export class AccountDialogs {
  readonly #dialog: DialogController<AccountPart>;

  constructor(
    host: PortalElement,
    private readonly i18n: ProfileLocalize,
    /** Something may have been changed in the dialog that was closed. */
    private readonly onClose: () => void,
  ) {
    this.#dialog = new DialogController(host);
    adoptStyles(host, dialogStyles);
  }

  open(part: AccountPart): void {
    void (part === 'security' ? import('../define/portal-account-security.js') : import('../define/portal-change-password.js'));
    this.#dialog.open(part);
  }

  view(): unknown {
    const part = this.#dialog.value;
    if (part === undefined) return undefined;
    return html`<div @close=${{ handleEvent: this.onClose, capture: true }}>
      ${dialogView(this.#dialog, this.i18n, this.i18n.t(part), () => this.#dialog.keepAlive.keep(content(part)), part === 'security' ? 'large' : 'small')}
    </div>`;
  }
}

const content = (part: AccountPart): TemplateResult =>
  part === 'security' ? html`<portal-account-security></portal-account-security>` : html`<portal-change-password></portal-change-password>`;
