import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import type { ListController } from '../core/list-controller.js';
import type { SharedLocalize } from '../core/localize-controller.js';
import { shared } from '../i18n/texts/shared.js';
import { badge } from '../ui/badge.js';
import { itemLink } from '../ui/links.js';
import type { ListToolbar } from '../ui/list-view.js';
import { contactPermissions, contactStatus, lastSignIn, roleName, secondFactor, type ContactSummary } from './contact.js';
import type { Roles } from './roles.js';
import { contacts as texts } from './texts/contacts.js';

const statuses = ['active', 'invited', 'locked', 'inactive', 'no-login'] as const;

/** Search, status and role. */
export function contactFilters(
  { search, choice }: ListToolbar,
  list: ListController<ContactSummary>,
  i18n: SharedLocalize,
  known: Roles | undefined,
): unknown[] {
  const t = i18n.in(texts);
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
export function contactRow(contact: ContactSummary, i18n: SharedLocalize, { itemHref, open, edit }: RowOptions): TemplateResult {
  const t = i18n.in(texts);
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
export const listColumnStyles: CSSResultGroup = [
  css`
    .under {
      display: block;
      font-weight: 400;
    }
  `,
];
