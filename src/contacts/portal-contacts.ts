import { css, type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { Lazy } from '../core/lazy.js';
import { ListController } from '../core/loading/list-controller.js';
import { LoadController } from '../core/loading/load-controller.js';
import { LocalizeController, type SharedLocalize } from '../core/localize-controller.js';
import { shared } from '../i18n/texts/shared.js';
import { badge } from '../ui/badge.js';
import { itemLink } from '../ui/links.js';
import { PortalRecordListElement } from '../ui/lists/list-element.js';
import { type Column, type ListToolbar, listView } from '../ui/lists/list-view.js';
import type { ContactPanel } from './contact-panel.js';
import { contactPermissions, contactStatus, type ContactSummary, lastSignIn, roleName, secondFactor } from './contact.js';
import type { Roles } from './roles.js';
import { contacts } from './texts/contacts.js';

const statuses = ['active', 'invited', 'locked', 'inactive', 'no-login'] as const;

/** Search, status and role. */
function contactFilters(
  { search, choice }: ListToolbar,
  list: ListController<ContactSummary>,
  i18n: SharedLocalize,
  known: Roles | undefined,
): unknown[] {
  const t = i18n.in(contacts);
  const all = ['', t('all')] as const;
  const role = list.query['role'];
  const roles = known?.items ?? (role ? [{ id: role, label: role }] : []);
  return [
    search(list, t('search')),
    choice(list, 'status', t('status'), [all, ...statuses.map((each) => [each, t(`status-${each}`)] as const)]),
    choice(list, 'role', t('role'), [all, ...roles.map(({ id, label }) => [id, roleName(id, label, i18n)] as const)]),
  ];
}

interface RowOptions {
  itemHref: string | undefined;
  open: () => void;
  /** Opens the permissions, where they may be changed. */
  edit: (() => void) | undefined;
}

/** One person as a row; the name leads to the details. */
function contactRow(contact: ContactSummary, i18n: SharedLocalize, { itemHref, open, edit }: RowOptions): TemplateResult {
  const t = i18n.in(contacts);
  const { id, name, email, title, yourself } = contact;
  return html`<tr role="row" part="row">
    <th role="rowheader" scope="row" class="subject">
      ${itemLink(itemHref, id, name || email || i18n.in(shared)('unlabelled'), open)} ${yourself ? badge('info', t('you')) : nothing}
      ${title ? html`<small class="muted under"><bdi .textContent=${title}></bdi></small>` : nothing}
    </th>
    <td role="cell" data-label=${t('email')}><bdi .textContent=${email}></bdi></td>
    <td role="cell" data-label=${t('permissions')}>${contactPermissions(contact, i18n)}</td>
    <td role="cell" data-label=${t('lastSignIn')} .textContent=${lastSignIn(contact, i18n)}></td>
    <td role="cell" data-label=${t('secondFactor')} .textContent=${secondFactor(contact, i18n)}></td>
    <td role="cell" data-label=${t('status')}>${contactStatus(contact, i18n)}</td>
    <td role="cell">
      ${
        edit
          ? html`<button type="button" class="link" aria-haspopup="dialog" aria-label=${t('editAccountOf', name)} @click=${edit}>
              ${t('editAccount')}
            </button>`
          : nothing
      }
    </td>
  </tr>`;
}

/** The cells of the list of people. */
const listColumnStyles: CSSResultGroup = [
  css`
    .under {
      display: block;
      font-weight: 400;
    }
  `,
];

/**
 * The people of the client, each with an account of their own: invited, changed, deactivated, deleted; and what each may
 * see and do, page by page.
 *
 * @tag portal-contacts
 * @summary People and their permissions: invite, edit, deny, deactivate, delete.
 * @example
 * <portal-contacts query-param="people"></portal-contacts>
 * @permission profile.contacts
 * @operation listContacts
 * @operation getContact
 * @operation inviteContact
 * @operation updateContact
 * @operation setContactPermissions
 * @operation deactivateContact
 * @operation reactivateContact
 * @operation resendInvitation
 * @operation cancelInvitation
 * @operation resetContactSecondFactor
 * @operation deleteContact
 * @operation listContactChanges
 * @operation listContactRoles
 * @operation listContracts
 * @slot empty - Replaces the text shown when there is nobody at all.
 * @csspart toolbar - Filters and actions.
 * @csspart notice - What has been achieved.
 * @csspart dialog - Inviting, details, permissions, changes and confirmations.
 * @csspart permission-switches - The switches for invoices and the call list.
 * @csspart permission-roles - The choice of roles.
 * @csspart permission-tree - The tree of permissions.
 * @csspart permission-summary - In plain words what the permissions come to.
 */
export class PortalContacts extends PortalRecordListElement {
  static override requires = 'profile.contacts' as const;
  static override styles: CSSResultGroup = [PortalRecordListElement.styles, listColumnStyles];

  #i18n = new LocalizeController(this, contacts);
  #panel: Lazy<ContactPanel> = new Lazy(this, () => import('./contact-panel.js').then((each) => new each.ContactPanel(this, this.#roles)));
  protected override readonly content: ListController<ContactSummary> = new ListController(this, {
    path: '/contacts',
    filters: ['q', 'status', 'role'],
    initial: () => ({ sort: 'name' }),
    fetch: (api, query, init) => api.GET('/contacts', { params: { query }, ...init }),
  });
  /** Presets and fields that can be hidden are asked for when they are to be chosen from. */
  #roles: LoadController<Roles> = new LoadController(this, {
    path: '/contact-roles',
    args: () => (this.#panel.value?.open || this.content.filtersOpen || this.content.query['role'] ? [] : undefined),
    fetch: (api, init) => api.GET('/contact-roles', init),
  });

  protected override view(): unknown {
    const { t } = this.#i18n;
    return listView(this, this.content, this.#i18n, {
      label: t('people'),
      columns: this.#columns(),
      row: (contact) => this.#row(contact),
      empty: t('noPeople'),
      filters: (toolbar) => contactFilters(toolbar, this.content, this.#i18n, this.#roles.value),
      actions: () =>
        this.can('create')
          ? html`<button type="button" class="primary" @click=${() => this.#panel.use((panel) => panel.invite())}>${t('invite')}</button>`
          : nothing,
      above: ({ lazyView }) => lazyView(this.#panel, this.#i18n, (panel) => panel.notice()),
      dialogs: () => this.#panel.value?.render(),
    });
  }

  #columns(): Column[] {
    const { t } = this.#i18n;
    return [
      { key: 'name', label: t('name'), width: 9, sort: 'name' },
      { key: 'email', label: t('email'), width: 12.5 },
      { key: 'permissions', label: t('permissions'), width: 8 },
      { key: 'lastSignInAt', label: t('lastSignIn'), width: 7.5, sort: 'lastSignInAt' },
      { key: 'secondFactor', label: t('secondFactor'), width: 5.5 },
      { key: 'status', label: t('status'), width: 8 },
      { key: 'actions', label: t('actions'), width: 6, unseen: true },
    ];
  }

  #row(contact: ContactSummary): TemplateResult {
    const editable = this.can('update') && contact.allowedActions.includes('set-permissions');
    return contactRow(contact, this.#i18n, {
      itemHref: this.itemHref,
      open: () => this.#panel.use((panel) => panel.details(contact)),
      edit: editable ? () => this.#panel.use((panel) => panel.permissions(contact)) : undefined,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-contacts': PortalContacts;
  }
}
