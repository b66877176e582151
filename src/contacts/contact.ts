import { html, nothing, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import type { SharedLocalize } from '../core/localize-controller.js';
import { shared } from '../i18n/texts/shared.js';
import { statusBadge, type Tone } from '../ui/badge.js';
import { contacts as texts } from './texts/contacts.js';

export type Contact = components['schemas']['Contact'];
export type ContactSummary = components['schemas']['ContactSummary'];

const tones: Record<string, Tone> = { active: 'success', invited: 'info', locked: 'danger' };

/** Tells whether the person can sign in, in a word. */
export const contactStatus = (contact: ContactSummary, i18n: SharedLocalize): TemplateResult => statusBadge(contact, tones, i18n, texts);

/** The name of a role; one that is not known to this release in the company's own word. */
export const roleName = (id: string, label: string, i18n: SharedLocalize): string => i18n.label(`role-${id}`, label || id, texts);

/** The role, and how many pages the person may view. */
export function contactPermissions({ role, roleLabel, viewable, viewableOf }: ContactSummary, i18n: SharedLocalize): TemplateResult {
  const t = i18n.in(texts);
  const pages = viewable !== undefined && viewableOf ? t('pages', i18n.number(viewable), viewableOf) : undefined;
  return html`<span
    >${roleName(role, roleLabel, i18n)}${pages ? html`<small class="muted under" .textContent=${pages}></small>` : nothing}</span
  >`;
}

/** Tells whether the person signs in with a second factor. */
export const secondFactor = ({ secondFactor: on }: ContactSummary, i18n: SharedLocalize): string =>
  on === undefined ? i18n.in(shared)('none') : i18n.in(texts)(on ? 'on' : 'off');

/** The person's last sign-in; somebody without an account has none. */
export const lastSignIn = ({ lastSignInAt }: ContactSummary, i18n: SharedLocalize): string =>
  lastSignInAt ? i18n.instant(lastSignInAt) : i18n.in(texts)('never');
