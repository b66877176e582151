import { css, type CSSResult, html, nothing, type TemplateResult } from 'lit';
import type { DialogController } from '../core/dialog-controller.js';
import type { LocalizeController } from '../core/localize-controller.js';
import type { PortalElement } from '../core/portal-element.js';
import { badge } from '../ui/badge.js';
import { facts } from '../ui/detail-view.js';
import { elementDialog } from '../ui/dialog.js';
import { safeHref } from '../ui/links.js';
import { detailStyles } from '../ui/styles/detail.js';
import { dialogStyles } from '../ui/styles/dialog.js';
import { customText, fieldLabel, fieldText, type PendingChange, type Profile } from './profile.js';
import type { profile as texts } from './texts/profile.js';

/** The profile: the client, beside it the amounts owed, the sign-in and the people. */
const recordStyles = css`
  [part='detail'],
  .columns,
  .side,
  .main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 2);
    align-content: start;
  }
  .main {
    gap: var(--_space);
  }
  h3,
  h4,
  p,
  ul {
    margin: 0;
  }
  h4 {
    margin-block-start: 0.75em;
    font-size: 0.9375em;
  }
  .between {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5em 1em;
  }
  .lines {
    white-space: pre-line;
  }
  .panel {
    display: grid;
    gap: var(--_space);
    padding: calc(var(--_space) * 1.5);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 1.5);
  }
  .panel .facts {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 9em), 1fr));
  }
  .amount {
    display: block;
    font-variant-numeric: tabular-nums;
  }
  .summary dd > .amount:not(:first-of-type) {
    font-size: 0.9em;
  }
  .summary small,
  .summary .badge {
    font-size: 0.75em;
    font-weight: 400;
  }
  .late {
    color: var(--_on-danger);
  }
  ul {
    display: grid;
    gap: var(--_space);
    padding: 0;
    list-style: none;
  }
  li strong {
    font-weight: 600;
  }
  li small {
    display: block;
    overflow-wrap: anywhere;
  }
  .pending {
    display: grid;
    gap: var(--_space);
    padding: calc(var(--_space) * 1.25);
    border-radius: var(--_radius);
    background: var(--_warning);
    color: var(--_on-warning);
  }
  .pending li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5em 1em;
    overflow-wrap: anywhere;
  }
  .pending button {
    border-color: currentColor;
  }
  .arrow::before {
    content: '→';
    padding-inline: 0.25em;
  }
  .arrow:dir(rtl)::before {
    content: '←';
  }
  fieldset {
    gap: var(--_space);
  }
  fieldset + fieldset,
  form > footer {
    padding-block-start: calc(var(--_space) * 1.5);
    border-block-start: 1px solid var(--_line);
  }
  [inputmode='tel'],
  [inputmode='email'] {
    direction: ltr;
  }
  :host(:dir(rtl)) :is([inputmode='tel'], [inputmode='email']) {
    text-align: end;
  }
  small > span {
    display: block;
  }
  legend {
    float: inline-start;
  }
  form.stack {
    gap: calc(var(--_space) * 1.5);
  }
  .row.wide {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 15em), 1fr));
    align-items: start;
  }
  .row.wide > .check-field {
    align-self: center;
  }
  form > footer {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: 0.5em;
  }
  @container (min-width: 56em) {
    .columns {
      grid-template-columns: minmax(0, 1.7fr) minmax(18em, 1fr);
      gap: calc(var(--_space) * 3);
    }
  }
`;

export const styles: readonly CSSResult[] = [detailStyles, recordStyles, dialogStyles];

type ProfileLocalize = LocalizeController<typeof texts.english>;

/** Fields in the order in which they are read; the address is one of them. */
const order = [
  'company',
  'name',
  'address',
  'email',
  'billingEmail',
  'phone',
  'mobile',
  'vatId',
  'registrationId',
  'language',
  'timeZone',
] as const;
const leftToRight = ['email', 'billingEmail', 'phone', 'mobile', 'vatId'];

/** The client's name and addresses, with the company's own fields. */
export function detailsView(profile: Profile, i18n: ProfileLocalize): TemplateResult {
  const { t } = i18n;
  const text = (field: string, value: string) =>
    leftToRight.includes(field) ? html`<bdi dir="ltr">${value}</bdi>` : html`<bdi>${fieldText(field, value, i18n)}</bdi>`;
  const entries = order.map((field) => {
    const value = field === 'address' ? address(profile, i18n) : profile[field];
    return [t(field), value && (field === 'address' ? html`<bdi class="lines">${value}</bdi>` : text(field, value))] as const;
  });
  const custom = profile.customFields.map((field) => [field.label, html`<bdi class="lines">${customText(field, i18n)}</bdi>`] as const);
  return html`${profile.addressLines.length === 0 && !profile.city ? html`<p class="muted">${t('nothingKnown')}</p>` : nothing}
  ${facts([...entries, [t('currency'), profile.currency]])}
  ${
    profile.customFields.some(({ value }) => value)
      ? html`<h4>${t('more')}</h4>
          ${facts(custom.filter((_, index) => profile.customFields[index]!.value))}`
      : nothing
  }`;
}

function address({ addressLines, postcode, city, region, country }: Profile, i18n: ProfileLocalize): string {
  const place = [postcode, city].filter(Boolean).join(' ');
  return [...addressLines, place, region, country && fieldText('country', country, i18n)].filter(Boolean).join('\n');
}

/** Changes that wait for the company, with what holds until then. */
export function pendingView(
  changes: readonly PendingChange[],
  i18n: ProfileLocalize,
  withdraw?: (change: PendingChange) => void,
): TemplateResult | typeof nothing {
  const { t, instant } = i18n;
  if (changes.length === 0) return nothing;
  return html`<section class="pending" part="pending" aria-labelledby="pending">
    <h3 id="pending">${t('pending')}</h3>
    <ul>
      ${changes.map((change) => {
        const { field, oldValue, newValue, requestedAt, requestedBy } = change;
        const value = (text: string | null) => (text ? html`<bdi>${text}</bdi>` : t('empty'));
        return html`<li>
          <div>
            <strong>${fieldLabel(field, i18n)}</strong>
            <p>
              <span><span class="visually-hidden">${t('before')}</span> <s>${value(oldValue)}</s></span>
              <span class="arrow" aria-hidden="true"></span>
              <span><span class="visually-hidden">${t('after')}</span> ${value(newValue)}</span>
            </p>
            <small>${t('pendingBy', requestedBy, instant(requestedAt))}</small>
          </div>
          ${
            withdraw
              ? html`<button type="button" aria-label=${t('withdrawNamed', fieldLabel(field, i18n))} @click=${() => withdraw(change)}>
                  ${t('withdraw')}
                </button>`
              : nothing
          }
        </li>`;
      })}
    </ul>
  </section>`;
}

/** Amounts owed, for persons who may view invoices. */
export function billingView(
  { billing }: Profile,
  host: PortalElement,
  i18n: ProfileLocalize,
  href?: string,
): TemplateResult | typeof nothing {
  const { t, money, day } = i18n;
  if (!billing || !host.can('view', 'billing.invoices')) return nothing;
  const { balance, open, overdue, openCount, overdueCount, nextInvoiceOn } = billing;
  const amounts = (all: typeof open) => all.map((amount) => html`<span class="amount">${money(amount)}</span>`);
  const address = safeHref(href);
  return html`<section class="panel" part="billing" aria-labelledby="billing">
    <h3 id="billing">${t('billing')}</h3>
    ${
      open.length === 0
        ? html`<p>${t('nothingOpen')}</p>`
        : facts(
            [
              [t('open'), html`${amounts(open)} <small class="muted">${t('invoices', openCount)}</small>`],
              [
                t('overdue'),
                overdue.length > 0
                  ? html`<span class="late">${amounts(overdue)}</span> ${badge('danger', t('invoices', overdueCount))}`
                  : undefined,
              ],
            ],
            'summary',
          )
    }
    ${facts([
      [t('balance'), balance.length > 0 ? amounts(balance) : undefined],
      [t('nextInvoice'), nextInvoiceOn ? day(nextInvoiceOn) : undefined],
    ])}
    ${address ? html`<p><a class="link" href=${address}>${t('showInvoices')}</a></p>` : nothing}
  </section>`;
}

/** A dialog of the own account that opens from the profile. */
export type AccountPart = 'changePassword' | 'security';

/** The protection of the person's own account. */
export function authenticationView(
  { authentication }: Profile,
  host: PortalElement,
  i18n: ProfileLocalize,
  open: (part: AccountPart) => void,
  securityHref?: string,
): TemplateResult {
  const { t, instant } = i18n;
  const { passwordManaged, passwordChangedAt, secondFactor, secondFactorRequired, sessions } = authentication;
  const mayPassword = passwordManaged !== undefined && host.can('view', 'profile.change-password');
  const changed =
    passwordManaged === 'elsewhere' ? t('managedElsewhere') : passwordChangedAt ? instant(passwordChangedAt) : t('neverChanged');
  const missing = secondFactorRequired && !secondFactor;
  const address = safeHref(securityHref);
  const button = (part: AccountPart) => html`<button type="button" aria-haspopup="dialog" @click=${() => open(part)}>${t(part)}</button>`;
  return html`<section class="panel" part="authentication" aria-labelledby="authentication">
    <h3 id="authentication">${t('authentication')}</h3>
    ${facts([
      [t('passwordChanged'), mayPassword ? changed : undefined],
      [
        t('secondFactor'),
        badge(secondFactor ? 'success' : missing ? 'warning' : 'neutral', t(secondFactor ? 'on' : missing ? 'requiredOff' : 'off')),
      ],
      [t('sessions'), t('devices', sessions)],
    ])}
    <div class="actions">
      ${address ? html`<a class="button" href=${address}>${t('security')}</a>` : button('security')}
      ${passwordManaged === 'here' && host.can('update', 'profile.change-password') ? button('changePassword') : nothing}
    </div>
  </section>`;
}

/** People who may act for the client, for persons who may view contacts. */
export function contactsView(
  { contacts }: Profile,
  host: PortalElement,
  i18n: ProfileLocalize,
  href?: string,
): TemplateResult | typeof nothing {
  const { t } = i18n;
  if (!contacts || !host.can('view', 'profile.contacts')) return nothing;
  const more = contacts.total - contacts.items.length;
  const address = safeHref(href);
  return html`<section class="panel" part="contacts" aria-labelledby="contacts">
    <h3 id="contacts">${t('contacts')}</h3>
    <ul>
      ${contacts.items.map(
        ({ name, email, title, roleLabel }) =>
          html`<li>
            <strong><bdi>${name}</bdi></strong>
            <small class="muted"><bdi>${title || roleLabel}</bdi></small>
            <small><bdi dir="ltr">${email}</bdi></small>
          </li>`,
      )}
    </ul>
    ${more > 0 ? html`<p class="muted">${t('othersCount', more)}</p>` : nothing}
    ${address ? html`<p><a class="link" href=${address}>${t('manageContacts')}</a></p>` : nothing}
  </section>`;
}

/** The open dialog of the own account. */
export function accountDialog(dialog: DialogController<AccountPart>, i18n: ProfileLocalize, onClose: () => void): unknown {
  const part = dialog.value;
  if (part === undefined) return nothing;
  const content = () =>
    part === 'security'
      ? html`<portal-account-security></portal-account-security>`
      : html`<portal-change-password></portal-change-password>`;
  return html`<div @close=${{ handleEvent: onClose, capture: true }}>
    ${elementDialog(dialog, i18n, i18n.t(part), content, part === 'security' ? 'large' : 'small')}
  </div>`;
}
