import { html, nothing, type TemplateResult } from 'lit';
import type { PortalElement } from '../core/portal-element.js';
import { contactDialogs } from './texts/contact-dialogs.js';
import { contacts } from './texts/contacts.js';
import { facts } from '../ui/detail-view.js';
import { languageName } from '../ui/display-names.js';
import { contactActions, type ContactAction } from './contact-action.js';
import { contactRights, contactStatus, lastSignIn, secondFactor, type ContactsLocalize, type ContactSummary } from './contact-parts.js';
import { hiddenFields, type Roles } from './contact-roles.js';
import { summaryView } from './permissions/summary.js';
import { actions, root, type Grants } from './permissions/grants.js';

interface Ways {
  host: PortalElement;
  /** What has been granted, once it is known. */
  grants: Grants | undefined;
  roles: Roles | undefined;
  edit: () => void;
  permissions: () => void;
  changes: () => void;
  act: (action: ContactAction) => void;
}

/** Why what one might look for is not offered. */
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

/** One person: who it is, what the person sees, and what can be done. */
export function contactDetails(
  contact: ContactSummary,
  i18n: ContactsLocalize,
  { host, grants, roles, edit, permissions, changes, act }: Ways,
): TemplateResult {
  const t = i18n.in(contactDialogs);
  const label = i18n.in(contacts);
  const { allowedActions, email, title, phone, language, status, invitationExpiresAt } = contact;
  const offered = (Object.keys(contactActions) as ContactAction[]).filter(
    (action) => allowedActions.includes(action) && host.can(contactActions[action]),
  );
  const changeable = (action: string) => host.can('update') && allowedActions.includes(action);
  const why = explanation(contact, host);
  const user = (value: string | null | undefined) => value && html`<bdi>${value}</bdi>`;
  return html`<div class="contact" part="contact">
    ${facts([
      [label('email'), user(email)],
      [t('title'), user(title)],
      [t('phone'), user(phone)],
      [t('language'), user(language && languageName(language))],
      [label('status'), contactStatus(contact, i18n)],
      [t('invitationUntil'), status === 'invited' && invitationExpiresAt ? i18n.instant(invitationExpiresAt) : undefined],
      [label('permissions'), contactRights(contact, i18n)],
      [label('lastSignIn'), lastSignIn(contact, i18n)],
      [label('secondFactor'), secondFactor(contact, i18n)],
    ])}
    ${grants ? summaryView(grants, i18n, hiddenFields(grants, roles, i18n)) : nothing}
    ${why ? html`<p class="notice">${t(why)}</p>` : nothing}
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
