import { nothing, type ReactiveController } from 'lit';
import { DialogController } from '../core/dialog-controller.js';
import type { LoadController } from '../core/load-controller.js';
import type { PortalElement } from '../core/portal-element.js';
import { contactDialogs } from './texts/contact-dialogs.js';
import { Notice, screenDialog } from '../ui/screen-dialog.js';
import { ContactActionTask, contactActions, type ContactAction } from './contact-action.js';
import { ContactChanges } from './contact-changes.js';
import { contactDetails } from './contact-details.js';
import { ContactEdit } from './contact-edit.js';
import type { ContactInvitation } from './contact-invitation.js';
import type { Contact, ContactsLocalize, ContactSummary } from './contact-parts.js';
import type { Roles } from './contact-roles.js';
import { ContactRecord } from './contact-record.js';
import { adoptContactStyles } from './contact-styles.js';
import type { PermissionTask } from './permissions/permission-task.js';

type Screen = 'invite' | 'details' | 'edit' | 'permissions' | 'changes' | ContactAction;

const isAction = (screen: Screen): screen is ContactAction => Object.hasOwn(contactActions, screen);

/** The dialogs in which people are invited, looked at and changed. Loaded with the first use of one. */
export class ContactDialogs implements ReactiveController {
  #contact?: ContactSummary;
  #invitation?: ContactInvitation;
  #permissions?: PermissionTask;
  readonly #screen: DialogController<Screen>;
  readonly #notice: Notice;
  readonly #record: ContactRecord;
  readonly #edit: ContactEdit;
  readonly #action: ContactActionTask;
  readonly #changes: ContactChanges;

  constructor(
    private readonly host: PortalElement,
    private readonly i18n: ContactsLocalize,
    private readonly roles: LoadController<Roles>,
  ) {
    this.#screen = new DialogController(host);
    this.#notice = new Notice(host);
    this.#record = new ContactRecord(host);
    this.#edit = new ContactEdit(host, i18n, this.#record, ({ name }) => this.#done(this.#t('saved', name)));
    this.#action = new ContactActionTask(host, i18n, (action) => this.#done(this.#t(`${action}Done`, this.#contact!.name)));
    this.#changes = new ContactChanges(host, i18n, roles);
    host.addController(this);
    adoptContactStyles(host);
  }

  /** Whether one of them is open. */
  get open(): boolean {
    return this.#screen.value !== undefined;
  }

  hostUpdate(): void {
    if (this.#screen.value !== 'permissions') this.#permissions?.leave();
    if (!this.open) this.#record.show();
  }

  async invite(): Promise<void> {
    this.#screen.open('invite');
    const { ContactInvitation } = await import('./contact-invitation.js');
    this.#invitation ??= new ContactInvitation(this.host, this.i18n, this.roles, ({ name }) => this.#done(this.#t('invited', name)));
    this.host.requestUpdate();
  }

  details(contact: ContactSummary): void {
    this.#show('details', contact);
  }

  async permissions(contact: ContactSummary): Promise<void> {
    this.#show('permissions', contact);
    const { PermissionTask } = await import('./permissions/permission-task.js');
    this.#permissions ??= new PermissionTask(this.host, this.i18n, this.#record, this.roles, ({ name }) =>
      this.#done(this.#t('permissionsSaved', name)),
    );
    if (this.#screen.value === 'permissions') this.#permissions.open();
    this.host.requestUpdate();
  }

  /** What has been achieved, said above the list. */
  notice(): unknown {
    return this.#notice.view();
  }

  view(): unknown {
    const screen = this.#screen.value;
    if (!screen) return nothing;
    const size = isAction(screen) ? 'small' : 'large';
    return screenDialog(this.#screen, this.i18n, this.#title(screen), () => this.#body(screen), size);
  }

  #show(screen: Screen, contact: ContactSummary): void {
    this.#contact = contact;
    this.#record.show(contact.id);
    this.#notice.text = '';
    this.#screen.open(screen);
  }

  #title(screen: Screen): string {
    const { name } = this.#contact ?? { name: '' };
    if (screen === 'invite') return this.#t('inviteTitle');
    if (screen === 'details') return name;
    return isAction(screen) ? this.#t(`confirmTitle-${screen}`, name) : this.#t(`${screen}Title`, name);
  }

  #body(screen: Screen): unknown {
    const { close } = this.#screen;
    if (screen === 'invite') return this.#invitation?.view(close);
    const contact: ContactSummary = this.#known ?? this.#contact!;
    const back = () => this.#show('details', contact);
    if (screen === 'edit') return this.#edit.view(back);
    if (screen === 'permissions') return this.#permissions?.view(close);
    if (isAction(screen)) return this.#action.view(screen, contact, back);
    if (screen === 'changes') return this.#changes.view(back);
    return contactDetails(contact, this.i18n, {
      host: this.host,
      grants: this.#known?.grants,
      roles: this.roles.value,
      edit: () => {
        this.#edit.open();
        this.#show('edit', contact);
      },
      permissions: () => void this.permissions(contact),
      changes: () => {
        this.#changes.show(contact.id);
        this.#show('changes', contact);
      },
      act: (action) => {
        this.#action.open();
        this.#show(action, contact);
      },
    });
  }

  /** The person as last read, if it is the one that is shown. */
  get #known(): Contact | undefined {
    const contact = this.#record.load.value;
    return contact && contact.id === this.#contact?.id ? contact : undefined;
  }

  #done(notice: string): void {
    this.#screen.close();
    this.#notice.say(notice);
  }

  get #t() {
    return this.i18n.in(contactDialogs);
  }
}
