import { html, nothing, type TemplateResult } from 'lit';
import { actions } from '../context/permissions.js';
import { root } from '../context/resource-tree.js';
import type { SharedLocalize } from '../core/localize-controller.js';
import type { PortalElement } from '../core/portal-element.js';
import { facts } from '../ui/detail-view.js';
import { languageName } from '../ui/display-names.js';
import { contactActions, type ContactAction } from './action-panel.js';
import { contactPermissions, contactStatus, lastSignIn, secondFactor, type ContactSummary } from './contact.js';
import type { Grants } from './permissions/grants.js';
import { summaryView } from './permissions/grants-view.js';
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
export function contactDetails(
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
