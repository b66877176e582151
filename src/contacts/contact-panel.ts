import { type CSSResult, html, nothing, type TemplateResult } from 'lit';
import { actions } from '../context/permissions.js';
import { root } from '../context/resource-tree.js';
import { DialogController } from '../core/dialog-controller.js';
import { Lazy } from '../core/lazy.js';
import type { LoadController } from '../core/loading/load-controller.js';
import type { SharedLocalize } from '../core/localize-controller.js';
import { Panel } from '../core/panel.js';
import type { PortalElement } from '../core/portal-element.js';
import { facts } from '../ui/detail-view.js';
import { languageName } from '../ui/display-names.js';
import { lazyView } from '../ui/lazy-view.js';
import { Notice, screenDialog } from '../ui/screen-dialog.js';
import { ActionPanel, type ContactAction, contactActions } from './action-panel.js';
import { ChangesPanel } from './changes-panel.js';
import { ContactRecord } from './contact-record.js';
import { type Contact, contactPermissions, contactStatus, type ContactSummary, lastSignIn, secondFactor } from './contact.js';
import { dialogStyles } from './dialogs.styles.js';
import { EditPanel } from './edit-panel.js';
import type * as invitePanel from './invite-panel.js';
import { summaryView } from './permissions/grants-view.js';
import type { Grants } from './permissions/grants.js';
import type * as permissionPanel from './permissions/permission-panel.js';
import type { PortalContacts } from './portal-contacts.js';
import { hiddenFields, type Roles } from './roles.js';
import { contactDialogs } from './texts/contact-dialogs.js';
import { contacts } from './texts/contacts.js';

interface DetailsOptions {
  host: PortalElement;
  /** The grants, once they have been read. */
  grants: Grants | undefined;
  roles: Roles | undefined;
  edit: () => void;
  permissions: () => void;
  changes: () => void;
  act: (action: ContactAction) => void;
}

/** The reason why an action is not offered. */
function explanation(
  { yourself, role, allowedActions }: ContactSummary,
  host: PortalElement,
): 'aboutYourself' | 'aboutLastOwner' | 'aboutMore' | undefined {
  if (!host.can('update') && !host.can('delete')) return undefined;
  if (yourself) return 'aboutYourself';
  const bound = !allowedActions.includes('deactivate') && !allowedActions.includes('delete') && !allowedActions.includes('reactivate');
  if (!bound) return undefined;
  if (!actions.every((action) => host.can(action, root))) return 'aboutMore';
  return role === 'owner' ? 'aboutLastOwner' : undefined;
}

/** One person: details, effective permissions in words, and actions. */
function contactDetails(
  contact: ContactSummary,
  i18n: SharedLocalize,
  { host, grants, roles, edit, permissions, changes, act }: DetailsOptions,
): TemplateResult {
  const t = i18n.in(contactDialogs);
  const { allowedActions } = contact;
  const offered = (Object.keys(contactActions) as ContactAction[]).filter(
    (action) => allowedActions.includes(action) && host.can(contactActions[action]),
  );
  const changeable = (action: string) => host.can('update') && allowedActions.includes(action);
  const reason = explanation(contact, host);
  return html`<div class="contact" part="contact">
    ${contactFacts(contact, i18n)} ${grants ? summaryView(grants, i18n, hiddenFields(grants, roles, i18n)) : nothing}
    ${reason ? html`<p class="notice">${t(reason)}</p>` : nothing}
    <div class="actions">
      ${changeable('set-permissions') ? html`<button type="button" class="primary" @click=${permissions}>${t('editAccount')}</button>` : nothing}
      ${changeable('update') ? html`<button type="button" @click=${edit}>${t('editDetails')}</button>` : nothing}
      <button type="button" @click=${changes}>${t('showChanges')}</button>
      ${offered.map((action) => {
        const severe = action === 'delete' || action === 'deactivate';
        return html`<button type="button" class=${severe ? 'destructive' : ''} @click=${() => act(action)}>${t(action)}</button>`;
      })}
    </div>
  </div>`;
}

function contactFacts(contact: ContactSummary, i18n: SharedLocalize): TemplateResult {
  const t = i18n.in(contactDialogs);
  const inList = i18n.in(contacts);
  const { email, title, phone, language, status, invitationExpiresAt } = contact;
  const typed = (value: string | null | undefined) => value && html`<bdi>${value}</bdi>`;
  return facts([
    [inList('email'), typed(email)],
    [t('title'), typed(title)],
    [t('phone'), typed(phone)],
    [t('language'), typed(language && languageName(language))],
    [inList('status'), contactStatus(contact, i18n)],
    [t('invitationUntil'), status === 'invited' && invitationExpiresAt ? i18n.instant(invitationExpiresAt) : undefined],
    [inList('permissions'), contactPermissions(contact, i18n)],
    [inList('lastSignIn'), lastSignIn(contact, i18n)],
    [inList('secondFactor'), secondFactor(contact, i18n)],
  ]);
}

type Screen = 'invite' | 'details' | 'edit' | 'permissions' | 'changes' | ContactAction;

const isAction = (screen: Screen): screen is ContactAction => Object.hasOwn(contactActions, screen);

/** The dialogs in which people are invited, looked at and changed. */
export class ContactPanel extends Panel<PortalContacts, typeof contactDialogs.english> {
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
    super(host, contactDialogs);
    const { t } = this.i18n;
    this.#screen = new DialogController(host);
    this.#notice = new Notice(host);
    this.#record = new ContactRecord(host);
    const back = () => this.#show('details', this.#contact!);
    this.#edit = new EditPanel(host, this.#record.load, { back, onDone: ({ name }) => this.#done(t('saved', name)) });
    this.#action = new ActionPanel(host, (action) => this.#done(t(`${action}Done`, this.#contact!.name)));
    this.#changes = new ChangesPanel(host, roles);
  }

  /** Tells whether a dialog is open. */
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
