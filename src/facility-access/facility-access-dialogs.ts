import { html, nothing, type TemplateResult } from 'lit';
import { DialogController } from '../core/dialog-controller.js';
import { FormController } from '../core/form-controller.js';
import type { LoadController } from '../core/load-controller.js';
import type { PortalElement } from '../core/portal-element.js';
import { facilityAccessDialogs } from './texts/facility-access-dialogs.js';
import { facilityAccess } from './texts/facility-access.js';
import { tools } from '../i18n/texts/tools.js';
import { detailView, facts } from '../ui/detail-view.js';
import { formStatus } from '../ui/form-view.js';
import { Notice, screenDialog } from '../ui/screen-dialog.js';
import { adoptAccessStyles } from './access-styles.js';
import { AccessForm } from './access-form.js';
import { badgeStatus, grantStatus, levelName, permissionNames, type AccessGrant, type AccessLocalize } from './facility-access-parts.js';
import { partName, type AccessOptions } from './facility-places.js';

/** The dialogs in which access is looked at, granted, changed and revoked. Loaded with the first use of one. */
export class FacilityAccessDialogs {
  #grant?: AccessGrant | undefined;
  readonly #screen: DialogController<'details' | 'form' | 'revoke'>;
  readonly #notice: Notice;
  readonly #form: AccessForm;
  readonly #revocation: FormController<AccessGrant, AccessGrant>;

  constructor(
    private readonly host: PortalElement,
    private readonly i18n: AccessLocalize,
    private readonly options: LoadController<AccessOptions>,
  ) {
    this.#screen = new DialogController(host);
    this.#notice = new Notice(host);
    this.#form = new AccessForm(host, i18n, options, ({ personName, status }, isNew) => {
      const asked = status === 'requested' && this.#grant?.status !== 'requested';
      this.#done(this.#t(isNew ? 'granted' : asked ? 'changedRequested' : 'changed', personName));
    });
    this.#revocation = new FormController(host, {
      changes: ['/access-grants'],
      send: (api, { id }) => api.PUT('/access-grants/{grantId}/revocation', { params: { path: { grantId: id } } }),
      onDone: ({ personName }) => this.#done(this.#t('revoked', personName)),
    });
    adoptAccessStyles(host);
  }

  /** Whether one of them is open. */
  get open(): boolean {
    return this.#screen.value !== undefined;
  }

  details(grant: AccessGrant): void {
    this.#show('details', grant);
  }

  /** What was typed before for the same is still there. */
  grant(grant?: AccessGrant): void {
    this.#form.begin(grant);
    this.#show('form', grant);
  }

  /** What has been achieved, said above the list. */
  notice(): unknown {
    if (!this.#notice.text) return nothing;
    return html`<div class="notice success" part="notice" tabindex="-1"><p role="status">${this.#notice.text}</p></div>`;
  }

  view(): unknown {
    const screen = this.#screen.value;
    if (!screen) return nothing;
    const grant = this.#grant;
    const { i18n } = this;
    if (screen === 'form')
      return screenDialog(this.#screen, i18n, grant ? this.#t('changeTitle', grant.personName) : this.#t('grantTitle'), () =>
        detailView(this.options, i18n, (options) => this.#form.view(options, this.#screen.close), 5),
      );
    if (screen === 'revoke')
      return screenDialog(this.#screen, i18n, this.#t('revokeTitle', grant!.personName), () => this.#confirmation(grant!), 'small');
    return screenDialog(this.#screen, i18n, grant!.personName, () => this.#details(grant!));
  }

  #show(screen: 'details' | 'form' | 'revoke', grant?: AccessGrant): void {
    this.#grant = grant;
    this.#notice.text = '';
    this.#screen.open(screen);
  }

  #details(grant: AccessGrant): TemplateResult {
    const { i18n, host } = this;
    const t = i18n.in(facilityAccessDialogs);
    const label = i18n.in(facilityAccess);
    const { place, badge, validFrom, validTo, statusReason, allowedActions } = grant;
    const word = badge ? badgeStatus(badge, i18n) : '';
    const revoke = () => {
      this.#revocation.edited();
      this.#show('revoke', grant);
    };
    return html`${
        statusReason
          ? html`<div class="notice warning">
              <p><bdi>${statusReason}</bdi></p>
            </div>`
          : nothing
      }
      ${facts([
        [label('status'), grantStatus(grant, i18n)],
        [label('facility'), html`<bdi>${place.facilityLabel}</bdi>`],
        [label('place'), partName(place, i18n)],
        [label('level'), levelName(grant, i18n)],
        [label('permissions'), permissionNames(grant, i18n)],
        [t('validFrom'), i18n.day(validFrom)],
        [t('validTo'), validTo ? i18n.day(validTo) : t('withoutEnd')],
        [
          label('badge'),
          badge &&
            (badge.expiresOn ? t('badgeUntil', badge.number, word, i18n.day(badge.expiresOn)) : t('badgeWithoutEnd', badge.number, word)),
        ],
      ])}
      <footer>
        ${
          allowedActions.includes('revoke') && host.can('delete')
            ? html`<button type="button" class="destructive" @click=${revoke}>${t('revoke')}</button>`
            : nothing
        }
        ${
          allowedActions.includes('change') && host.can('update')
            ? html`<button type="button" class="primary" @click=${() => this.grant(grant)}>${t('change')}</button>`
            : nothing
        }
      </footer>`;
  }

  #confirmation(grant: AccessGrant): TemplateResult {
    const { i18n } = this;
    const form = this.#revocation;
    const submit = (event: Event) => {
      event.preventDefault();
      void form.send(grant);
    };
    return html`<form class="stack" @submit=${submit}>
      <p>${this.#t('revokeText')}</p>
      ${formStatus(form, i18n)}
      <footer>
        <button type="button" @click=${() => this.#show('details', grant)}>${i18n.in(tools)('cancel')}</button>
        <button type="submit" class="destructive" aria-disabled=${form.busy}>
          ${form.busy ? i18n.in(tools)('sending') : this.#t('revoke')}
        </button>
      </footer>
    </form>`;
  }

  #done(notice: string): void {
    this.#screen.close();
    this.#notice.say(notice);
  }

  get #t() {
    return this.i18n.in(facilityAccessDialogs);
  }
}
