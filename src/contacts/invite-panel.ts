import { html, nothing, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import { DraftForm } from '../core/draft-form.js';
import type { LoadController } from '../core/loading/load-controller.js';
import { Panel } from '../core/panel.js';
import { formFooter, formStatus } from '../ui/form-view.js';
import { refusal } from '../ui/refusal.js';
import type { Contact } from './contact.js';
import { contactFields, emailFault, fieldFault, type ContactDraft } from './fields-view.js';
import { GrantPanel } from './permissions/permission-panel.js';
import { noGrants, type Grants } from './permissions/grants.js';
import type { PortalContacts } from './portal-contacts.js';
import type { Roles } from './roles.js';
import { contactDialogs as texts } from './texts/contact-dialogs.js';

type Invitation = components['schemas']['Invitation'];

const emptyDraft = (): ContactDraft => ({ name: '', email: '', title: '', phone: '', language: '' });

const invitationOf = ({ name, email, title, phone, language }: ContactDraft, grants: Grants): Invitation => ({
  name: name.trim(),
  email: email.trim(),
  title: title.trim() || null,
  phone: phone.trim() || null,
  ...(language && { language }),
  grants,
});

/** A person to be invited: details, a role, and if wanted every permission. */
export class InvitePanel extends Panel<PortalContacts, typeof texts.english> {
  /** Every permission is shown, not only the roles. */
  #exact = false;
  readonly #form: DraftForm<ContactDraft, Contact>;
  readonly #grants: GrantPanel;

  constructor(host: PortalContacts, roles: LoadController<Roles>, onDone: (contact: Contact) => void) {
    super(host, texts);
    this.#grants = new GrantPanel(host, roles, () => this.#form.edit({}));
    this.#form = new DraftForm<ContactDraft, Contact>(host, this.i18n, {
      changes: ['/contacts'],
      prefix: 'contact',
      from: emptyDraft,
      required: ['name', 'email'],
      validate: (draft) => ({ email: emailFault(draft, this.i18n) }),
      say: (fault) => fieldFault(fault, this.i18n),
      send: (api, { draft }) => api.POST('/contacts', { body: invitationOf(draft, this.#grants.draft.grants) }),
      onDone: (contact) => {
        this.#begin();
        onDone(contact);
      },
    });
    this.#begin();
  }

  render(cancel: () => void): TemplateResult {
    const { i18n } = this;
    const { t } = i18n;
    const form = this.#form;
    const toggle = (event: Event) => {
      this.#exact = (event.currentTarget as HTMLDetailsElement).open;
      this.update();
    };
    return html`<form class="stack" novalidate @submit=${form.submit}>
      <p class="muted">${t('inviteText')}</p>
      ${contactFields(form, i18n, { unset: true })}
      <div class="permission-editor">
        ${this.#grants.overview()}
        <details class="exact" ?open=${this.#exact} @toggle=${toggle}>
          <summary>${t('exactPermissions')}</summary>
          ${this.#exact ? html`<div class="permission-editor">${this.#grants.details()}</div>` : nothing}
        </details>
      </div>
      ${refusal(form, ['not-yours-to-grant'], (kind) => t(`problem-${kind}`)) ?? formStatus(form, i18n)}
      ${formFooter(form, i18n, { submit: t('sendInvitation'), cancel })}
    </form>`;
  }

  #begin(): void {
    this.#exact = false;
    this.#grants.begin(noGrants(), false);
  }
}
