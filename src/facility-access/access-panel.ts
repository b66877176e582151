import { html, nothing, type CSSResult, type TemplateResult } from 'lit';
import { DialogController } from '../core/dialog-controller.js';
import { FormController } from '../core/forms/form-controller.js';
import type { LoadController } from '../core/loading/load-controller.js';
import { Panel } from '../core/panel.js';
import { confirmation } from '../ui/confirmation.js';
import { detailView, facts } from '../ui/detail-view.js';
import { Notice, screenDialog } from '../ui/screen-dialog.js';
import { AccessEditPanel } from './access-edit-panel.js';
import { badgeStatus, accessStatus, levelName, permissionNames, type Access } from './access.js';
import { dialogStyles } from './dialogs.styles.js';
import { partName, type AccessOptions } from './place.js';
import type { PortalFacilityAccess } from './portal-facility-access.js';
import { facilityAccessDialogs as texts } from './texts/facility-access-dialogs.js';
import { facilityAccess } from './texts/facility-access.js';

type Screen = 'details' | 'edit' | 'revoke';

/** The dialogs in which access is looked at, granted, changed and revoked. */
export class AccessPanel extends Panel<PortalFacilityAccess, typeof texts.english> {
  static override readonly styles: readonly CSSResult[] = dialogStyles;

  /** The access that the dialog is about; `undefined`: one is granted. */
  #access?: Access | undefined;
  readonly #screen: DialogController<Screen>;
  readonly #notice: Notice;
  readonly #edit: AccessEditPanel;
  readonly #revocation: FormController<Access, Access>;

  constructor(
    host: PortalFacilityAccess,
    private readonly options: LoadController<AccessOptions>,
  ) {
    super(host, texts);
    const { t } = this.i18n;
    this.#screen = new DialogController(host);
    this.#notice = new Notice(host);
    this.#edit = new AccessEditPanel(host, options, (access) => this.#saved(access));
    this.#revocation = new FormController(host, {
      changes: ['/access-grants'],
      send: (api, { id }) => api.PUT('/access-grants/{grantId}/revocation', { params: { path: { grantId: id } } }),
      onDone: ({ personName }) => this.#done(t('revoked', personName)),
    });
  }

  /** Tells whether a dialog is open. */
  get open(): boolean {
    return this.#screen.value !== undefined;
  }

  details(access: Access): void {
    this.#show('details', access);
  }

  /** Changes an access, or grants one. */
  edit(access?: Access): void {
    this.#edit.begin(access);
    this.#show('edit', access);
  }

  /** Says above the list what has been achieved. */
  notice(): unknown {
    return this.#notice.view();
  }

  /** The open dialog. */
  render(): unknown {
    const screen = this.#screen.value;
    if (!screen) return nothing;
    const { t } = this.i18n;
    const access = this.#access;
    if (screen === 'edit') {
      const body = (options: AccessOptions) => this.#edit.render(options, this.#screen.close);
      const title = access ? t('changeTitle', access.personName) : t('grantTitle');
      return screenDialog(this.#screen, this.i18n, title, () => detailView(this.options, this.i18n, body, 5));
    }
    if (screen === 'details') return screenDialog(this.#screen, this.i18n, access!.personName, () => this.#details(access!));
    return screenDialog(this.#screen, this.i18n, t('revokeTitle', access!.personName), () => this.#confirmation(access!), 'small');
  }

  #show(screen: Screen, access?: Access): void {
    this.#access = access;
    this.#notice.text = '';
    this.#screen.open(screen);
  }

  #details(access: Access): TemplateResult {
    const { t } = this.i18n;
    const { statusReason, allowedActions } = access;
    const revoke = () => {
      this.#revocation.edited();
      this.#show('revoke', access);
    };
    return html`${
        statusReason
          ? html`<div class="notice warning">
              <p><bdi>${statusReason}</bdi></p>
            </div>`
          : nothing
      }
      ${this.#facts(access)}
      <footer>
        ${
          allowedActions.includes('revoke') && this.host.can('delete')
            ? html`<button type="button" class="destructive" @click=${revoke}>${t('revoke')}</button>`
            : nothing
        }
        ${
          allowedActions.includes('change') && this.host.can('update')
            ? html`<button type="button" class="primary" @click=${() => this.edit(access)}>${t('change')}</button>`
            : nothing
        }
      </footer>`;
  }

  #facts(access: Access): TemplateResult {
    const { i18n } = this;
    const { day } = i18n;
    const t = i18n.in(facilityAccess);
    const { place, badge, validFrom, validTo } = access;
    return facts([
      [t('status'), accessStatus(access, i18n)],
      [t('facility'), html`<bdi>${place.facilityLabel}</bdi>`],
      [t('place'), partName(place, i18n)],
      [t('level'), levelName(access, i18n)],
      [t('permissions'), permissionNames(access, i18n)],
      [i18n.t('validFrom'), day(validFrom)],
      [i18n.t('validTo'), validTo ? day(validTo) : i18n.t('withoutEnd')],
      [t('badge'), badge && this.#badgeText(badge)],
    ]);
  }

  #badgeText(badge: NonNullable<Access['badge']>): string {
    const { t, day } = this.i18n;
    const status = badgeStatus(badge, this.i18n);
    return badge.expiresOn ? t('badgeUntil', badge.number, status, day(badge.expiresOn)) : t('badgeWithoutEnd', badge.number, status);
  }

  #confirmation(access: Access): TemplateResult {
    const { t } = this.i18n;
    return confirmation(this.#revocation, this.i18n, {
      text: t('revokeText'),
      submit: t('revoke'),
      destructive: true,
      act: () => void this.#revocation.send(access),
      cancel: () => this.#show('details', access),
    });
  }

  #saved({ personName, status }: Access): void {
    const { t } = this.i18n;
    const requested = status === 'requested' && this.#access?.status !== 'requested';
    this.#done(t(!this.#access ? 'granted' : requested ? 'changedRequested' : 'changed', personName));
  }

  #done(notice: string): void {
    this.#screen.close();
    this.#notice.say(notice);
  }
}
