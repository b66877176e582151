import { nothing, type CSSResult } from 'lit';
import { DialogController } from '../core/dialog-controller.js';
import { Lazy } from '../core/lazy.js';
import type { LoadController } from '../core/load-controller.js';
import { Panel } from '../core/panel.js';
import { lazyView } from '../ui/lazy-view.js';
import { Notice, screenDialog } from '../ui/screen-dialog.js';
import { ActionPanel, contactActions, type ContactAction } from './action-panel.js';
import { ChangesPanel } from './changes-panel.js';
import { ContactRecord } from './contact-record.js';
import type { Contact, ContactSummary } from './contact.js';
import { contactDetails } from './details-view.js';
import { dialogStyles } from './dialogs.styles.js';
import { EditPanel } from './edit-panel.js';
import type * as invitePanel from './invite-panel.js';
import type * as permissionPanel from './permissions/permission-panel.js';
import type { PortalContacts } from './portal-contacts.js';
import type { Roles } from './roles.js';
import { contactDialogs as texts } from './texts/contact-dialogs.js';

type Screen = 'invite' | 'details' | 'edit' | 'permissions' | 'changes' | ContactAction;

const isAction = (screen: Screen): screen is ContactAction => Object.hasOwn(contactActions, screen);

/** The dialogs in which people are invited, looked at and changed. */
export class ContactPanel extends Panel<PortalContacts, typeof texts.english> {
  static override readonly styles: readonly CSSResult[] = dialogStyles;

  /** The person whom the dialog is about. */
  #contact?: ContactSummary;
  readonly #screen: DialogController<Screen>;
  readonly #notice: Notice;
  readonly #record: ContactRecord;
  readonly #edit: EditPanel;
  readonly #action: ActionPanel;
  readonly #changes: ChangesPanel;
  readonly #invite = new Lazy(this.host, () => import('./invite-panel.js').then((each) => this.#newInvitePanel(each)));
  readonly #permissions = new Lazy(this.host, () => import('./permissions/permission-panel.js').then((each) => this.#newPermissions(each)));

  constructor(
    host: PortalContacts,
    private readonly roles: LoadController<Roles>,
  ) {
    super(host, texts);
    const { t } = this.i18n;
    this.#screen = new DialogController(host);
    this.#notice = new Notice(host);
    this.#record = new ContactRecord(host);
    const back = () => this.#show('details', this.#contact!);
    this.#edit = new EditPanel(host, this.#record.load, { back, onDone: ({ name }) => this.#done(t('saved', name)) });
    this.#action = new ActionPanel(host, (action) => this.#done(t(`${action}Done`, this.#contact!.name)));
    this.#changes = new ChangesPanel(host, roles);
  }

  /** Whether a dialog is open. */
  get open(): boolean {
    return this.#screen.value !== undefined;
  }

  hostUpdate(): void {
    if (this.#screen.value !== 'permissions') this.#permissions.value?.leave();
    if (!this.open) this.#record.show();
  }

  invite(): void {
    this.#screen.open('invite');
    this.#invite.use();
  }

  details(contact: ContactSummary): void {
    this.#show('details', contact);
  }

  permissions(contact: ContactSummary): void {
    this.#show('permissions', contact);
    this.#permissions.use((panel) => this.#screen.value === 'permissions' && panel.open());
  }

  /** Says above the list what has been achieved. */
  notice(): unknown {
    return this.#notice.view();
  }

  /** The open dialog. */
  render(): unknown {
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
    const { t } = this.i18n;
    const { name } = this.#contact ?? { name: '' };
    if (screen === 'invite') return t('inviteTitle');
    if (screen === 'details') return name;
    return isAction(screen) ? t(`confirmTitle-${screen}`, name) : t(`${screen}Title`, name);
  }

  #body(screen: Screen): unknown {
    const { close } = this.#screen;
    if (screen === 'invite') return lazyView(this.#invite, this.i18n, (panel) => panel.render(close));
    if (screen === 'permissions') return lazyView(this.#permissions, this.i18n, (panel) => panel.render(close));
    const contact: ContactSummary = this.#known ?? this.#contact!;
    const back = () => this.#show('details', contact);
    if (screen === 'edit') return this.#edit.render(back);
    if (screen === 'changes') return this.#changes.render(back);
    if (isAction(screen)) return this.#action.render(screen, contact, back);
    return this.#details(contact);
  }

  #details(contact: ContactSummary): unknown {
    return contactDetails(contact, this.i18n, {
      host: this.host,
      grants: this.#known?.grants,
      roles: this.roles.value,
      edit: () => {
        this.#edit.begin();
        this.#show('edit', contact);
      },
      permissions: () => this.permissions(contact),
      changes: () => {
        this.#changes.begin(contact.id);
        this.#show('changes', contact);
      },
      act: (action) => {
        this.#action.begin();
        this.#show(action, contact);
      },
    });
  }

  /** The person as last read, if it is the one that is shown. */
  get #known(): Contact | undefined {
    const contact = this.#record.load.value;
    return contact && contact.id === this.#contact?.id ? contact : undefined;
  }

  #newInvitePanel({ InvitePanel }: typeof invitePanel) {
    return new InvitePanel(this.host, this.roles, ({ name }) => this.#done(this.i18n.t('invited', name)));
  }

  #newPermissions({ PermissionPanel }: typeof permissionPanel) {
    const onDone = ({ name }: Contact) => this.#done(this.i18n.t('permissionsSaved', name));
    return new PermissionPanel(this.host, this.#record, this.roles, onDone);
  }

  #done(notice: string): void {
    this.#screen.close();
    this.#notice.say(notice);
  }
}
