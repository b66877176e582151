import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import type { LocalizeController } from '../core/localize-controller.js';
import type { contacts } from './texts/contacts.js';
import { badge, type Tone } from '../ui/badge.js';
import { itemLink } from '../ui/links.js';
import { columnWidths } from '../ui/styles/columns.js';

export type Contact = components['schemas']['Contact'];
export type ContactSummary = components['schemas']['ContactSummary'];
export type ContactsLocalize = LocalizeController<typeof contacts.english>;

const tones: Record<string, Tone> = { active: 'success', invited: 'info', locked: 'danger' };

/** Whether the person can sign in, in a word. */
export function contactStatus({ status, statusLabel }: ContactSummary, i18n: ContactsLocalize): TemplateResult {
  const tone = Object.hasOwn(tones, status) ? tones[status]! : 'neutral';
  return badge(tone, i18n.label(`status-${status}`, statusLabel || status));
}

/** The role, and how many pages the person may view. */
export function contactRights({ role, roleLabel, viewable, viewableOf }: ContactSummary, i18n: ContactsLocalize): TemplateResult {
  const pages = viewable !== undefined && viewableOf ? i18n.t('pages', i18n.number(viewable), viewableOf) : undefined;
  return html`<span
    >${i18n.label(`role-${role}`, roleLabel || role)}${pages ? html`<small class="muted under" .textContent=${pages}></small>` : nothing}</span
  >`;
}

export const secondFactor = ({ secondFactor: on }: ContactSummary, { t }: ContactsLocalize): string =>
  on === undefined ? t('none') : t(on ? 'on' : 'off');

/** When the person was here last; somebody without an account never was. */
export const lastSignIn = ({ lastSignInAt }: ContactSummary, { t, instant }: ContactsLocalize): string =>
  lastSignInAt ? instant(lastSignInAt) : t('never');

interface Ways {
  itemHref: string | undefined;
  open: () => void;
  /** Opens the permissions, where they may be changed. */
  edit: (() => void) | undefined;
}

/** A person; the name leads to the details. */
export function contactRow(contact: ContactSummary, i18n: ContactsLocalize, { itemHref, open, edit }: Ways): TemplateResult {
  const { t } = i18n;
  const { id, name, email, title, yourself } = contact;
  return html`<tr role="row" part="row">
    <th role="rowheader" scope="row" class="subject">
      ${itemLink(itemHref, id, name || email || t('unlabelled'), open)} ${yourself ? badge('info', t('you')) : nothing}
      ${title ? html`<small class="muted under"><bdi .textContent=${title}></bdi></small>` : nothing}
    </th>
    <td role="cell" data-label=${t('email')}><bdi .textContent=${email}></bdi></td>
    <td role="cell" data-label=${t('permissions')}>${contactRights(contact, i18n)}</td>
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

export const contactColumns: CSSResultGroup = [
  columnWidths({ name: '20%', rights: '8.5em', lastSignInAt: '9em', secondFactor: '6em', status: '8.5em', actions: '8.5em' }),
  css`
    td .badge {
      white-space: normal;
    }
    .under {
      display: block;
      font-weight: 400;
    }
  `,
];
