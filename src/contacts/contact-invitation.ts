import { html, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import { FormController } from '../core/form-controller.js';
import type { LoadController } from '../core/load-controller.js';
import type { PortalElement } from '../core/portal-element.js';
import { contactDialogs } from './texts/contact-dialogs.js';
import { tools } from '../i18n/texts/tools.js';
import { focusFirstInvalid, formStatus, submitButton } from '../ui/form-view.js';
import { contactFields, localFault, pointers, type ContactDraft } from './contact-fields.js';
import type { Contact, ContactsLocalize } from './contact-parts.js';
import type { Roles } from './contact-roles.js';
import { GrantEditor } from './permissions/grant-editor.js';
import { noGrants } from './permissions/grants.js';
import { refusal } from '../ui/refusal.js';

type Invitation = components['schemas']['Invitation'];

const empty = (): ContactDraft => ({ name: '', email: '', title: '', phone: '', language: '' });

/** A person to be invited: details, a role, and if wanted every permission. */
export class ContactInvitation {
  #draft = empty();
  #checked = false;
  #exact = false;
  readonly #form: FormController<Invitation, Contact>;
  readonly #editor: GrantEditor;

  constructor(
    private readonly host: PortalElement,
    private readonly i18n: ContactsLocalize,
    roles: LoadController<Roles>,
    onDone: (contact: Contact) => void,
  ) {
    this.#editor = new GrantEditor(host, i18n, roles, () => this.#form.edited());
    this.#form = new FormController(host, {
      changes: ['/contacts'],
      send: (api, body) => api.POST('/contacts', { body }),
      onDone: (contact) => {
        this.#begin();
        onDone(contact);
      },
    });
    this.#begin();
  }

  view(cancel: () => void): TemplateResult {
    const { i18n } = this;
    const t = i18n.in(contactDialogs);
    const form = this.#form;
    const edit = (changes: Partial<ContactDraft>) => {
      if (!form.busy) Object.assign(this.#draft, changes);
      form.edited();
    };
    const toggle = (event: Event) => {
      this.#exact = (event.currentTarget as HTMLDetailsElement).open;
      this.host.requestUpdate();
    };
    return html`<form class="stack" novalidate @submit=${this.#submit}>
      <p class="muted">${t('inviteText')}</p>
      ${contactFields(this.#draft, form, i18n, { checked: this.#checked, edit, unset: true })}
      <div class="permission-editor">
        ${this.#editor.overview()}
        <details class="exact" ?open=${this.#exact} @toggle=${toggle}>
          <summary>${t('exactPermissions')}</summary>
          ${this.#exact ? html`<div class="permission-editor">${this.#editor.details()}</div>` : ''}
        </details>
      </div>
      ${refusal(form, ['not-yours-to-grant'], (kind) => t(`problem-${kind}`)) ?? formStatus(form, i18n, pointers)}
      <footer>
        <button type="button" @click=${cancel}>${i18n.in(tools)('cancel')}</button>
        ${submitButton(form, i18n, t('sendInvitation'))}
      </footer>
    </form>`;
  }

  #begin(): void {
    this.#draft = empty();
    this.#checked = this.#exact = false;
    this.#editor.begin(noGrants(), false);
  }

  #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const element = event.currentTarget as HTMLFormElement;
    this.#checked = true;
    this.host.requestUpdate();
    const { name, email, title, phone, language } = this.#draft;
    const faulty = localFault(this.#draft, 'name') ?? localFault(this.#draft, 'email');
    const invitation = {
      name: name.trim(),
      email: email.trim(),
      title: title.trim() || null,
      phone: phone.trim() || null,
      ...(language && { language }),
      grants: this.#editor.draft.grants,
    };
    if (!faulty && (await this.#form.send(invitation))) return;
    await this.host.updateComplete;
    focusFirstInvalid(element);
  };
}
