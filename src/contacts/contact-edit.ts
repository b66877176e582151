import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import { FormController } from '../core/form-controller.js';
import type { PortalElement } from '../core/portal-element.js';
import { contactDialogs } from './texts/contact-dialogs.js';
import { tools } from '../i18n/texts/tools.js';
import { detailView } from '../ui/detail-view.js';
import { focusFirstInvalid, formStatus, submitButton, textField } from '../ui/form-view.js';
import { contactFields, localFault, pointers, type ContactDraft } from './contact-fields.js';
import type { Contact, ContactsLocalize } from './contact-parts.js';
import type { ContactRecord } from './contact-record.js';

type Change = components['schemas']['ContactChange'];

const draftOf = ({ name, email, title, phone, language }: Contact): ContactDraft => ({
  name,
  email,
  title: title ?? '',
  phone: phone ?? '',
  language: language ?? '',
});

/** The details of one person while they are edited; sends only what differs. */
export class ContactEdit implements ReactiveController {
  #base?: Contact | undefined;
  #draft?: ContactDraft | undefined;
  #password = '';
  #checked = false;
  #stale = false;
  readonly #form: FormController<Change, Contact>;

  constructor(
    private readonly host: PortalElement,
    private readonly i18n: ContactsLocalize,
    private readonly record: ContactRecord,
    onDone: (contact: Contact) => void,
  ) {
    this.#form = new FormController(host, {
      changes: ['/contacts', '/session'],
      send: (api, body) => {
        const params = { path: { contactId: record.id }, header: { 'If-Match': this.#base!.etag } };
        return api.PATCH('/contacts/{contactId}', { params, body });
      },
      onDone: (contact) => {
        this.open();
        onDone(contact);
      },
    });
    host.addController(this);
  }

  /** Begins anew. */
  open(): void {
    this.#base = this.#draft = undefined;
    this.#password = '';
    this.#checked = this.#stale = false;
    this.#form.edited();
  }

  hostUpdate(): void {
    if (this.host.access !== 'allowed') this.#password = '';
    const contact = this.record.load.value;
    if (!contact || this.#base?.id === contact.id) return;
    this.#base = contact;
    this.#draft = draftOf(contact);
  }

  view(cancel: () => void): TemplateResult {
    return detailView(this.record.load, this.i18n, () => (this.#draft ? this.#body(this.#draft, cancel) : html``), 5);
  }

  #body(draft: ContactDraft, cancel: () => void): TemplateResult {
    const { i18n } = this;
    const t = i18n.in(contactDialogs);
    const form = this.#form;
    const wrong = form.error?.problem.errors?.some(({ pointer, code }) => pointer === '/password' && code === 'wrong-password');
    const passwordError = wrong ? t('wrongPassword') : form.fieldError('/password');
    const edit = (changes: Partial<ContactDraft>) => this.#edit(() => Object.assign(draft, changes));
    return html`<form class="stack" novalidate @submit=${this.#submit}>
      ${this.#stale ? html`<div class="notice warning" role="alert"><p>${t('stale')}</p></div>` : nothing}
      ${contactFields(draft, form, i18n, { checked: this.#checked, edit, unset: !this.#base?.language })}
      ${
        draft.email.trim() === this.#base?.email
          ? nothing
          : textField({
              name: 'own-password',
              label: t('password'),
              hint: t('passwordHint'),
              type: 'password',
              autocomplete: 'current-password',
              value: this.#password,
              required: true,
              edit: (password) => this.#edit(() => (this.#password = password)),
              ...(passwordError && { error: passwordError }),
            })
      }
      ${this.#stale && form.error?.status === 412 ? nothing : formStatus(form, i18n, pointers)}
      <footer>
        <button type="button" @click=${cancel}>${i18n.in(tools)('cancel')}</button>
        ${submitButton(form, i18n, i18n.in(tools)('save'))}
      </footer>
    </form>`;
  }

  #edit(change: () => unknown): void {
    if (!this.#form.busy) change();
    this.#form.edited();
  }

  #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const element = event.currentTarget as HTMLFormElement;
    this.#checked = true;
    this.host.requestUpdate();
    const draft = this.#draft!;
    const faulty = localFault(draft, 'name') ?? localFault(draft, 'email');
    if (faulty || !(await this.#form.send(this.#change(draft)))) {
      if (this.#form.error?.status === 412) await this.#renew();
      await this.host.updateComplete;
      focusFirstInvalid(element);
    }
  };

  /** What differs from what was there, and the password that a new e-mail address needs. */
  #change(draft: ContactDraft): Change {
    const before = draftOf(this.#base!);
    const differs = (name: keyof ContactDraft) => draft[name].trim() !== before[name];
    const { name, email, title, phone, language } = draft;
    return {
      ...(differs('name') && { name: name.trim() }),
      ...(differs('email') && { email: email.trim(), password: this.#password }),
      ...(differs('title') && { title: title.trim() || null }),
      ...(differs('phone') && { phone: phone.trim() || null }),
      ...(differs('language') && { language }),
    };
  }

  /** Another person was faster: what is typed stays, and is next sent against what is there now. */
  async #renew(): Promise<void> {
    const contact = await this.record.read();
    if (!contact) return;
    this.#base = contact;
    this.#stale = true;
    this.host.requestUpdate();
  }
}
