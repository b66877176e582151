import { html, nothing, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import { DraftForm } from '../core/draft-form.js';
import type { LoadController } from '../core/loading/load-controller.js';
import { Panel } from '../core/panel.js';
import { detailView } from '../ui/detail-view.js';
import { formFooter, formStatus, staleNotice, textField } from '../ui/form-view.js';
import type { Contact } from './contact.js';
import { contactFields, emailFault, fieldFault, type ContactDraft } from './fields-view.js';
import type { PortalContacts } from './portal-contacts.js';
import { contactDialogs as texts } from './texts/contact-dialogs.js';

type Change = components['schemas']['ContactChange'];

interface Draft extends ContactDraft {
  /** The editing person's own, which another e-mail address needs. */
  password: string;
}

const draftOf = (contact: Contact | undefined): Draft => ({
  name: contact?.name ?? '',
  email: contact?.email ?? '',
  title: contact?.title ?? '',
  phone: contact?.phone ?? '',
  language: contact?.language ?? '',
  password: '',
});

const isOtherEmail = ({ email }: Draft, base: Contact | undefined): boolean => email.trim() !== base?.email;

function changeOf({ name, title, phone, language }: Partial<Draft>, draft: Draft, base: Contact): Change {
  return {
    ...(name !== undefined && { name: name.trim() }),
    ...(isOtherEmail(draft, base) && { email: draft.email.trim(), password: draft.password }),
    ...(title !== undefined && { title: title.trim() || null }),
    ...(phone !== undefined && { phone: phone.trim() || null }),
    ...(language !== undefined && { language }),
  };
}

/** The details of one person while they are edited. */
export class EditPanel extends Panel<PortalContacts, typeof texts.english> {
  readonly #form: DraftForm<Draft, Contact, Contact>;

  constructor(
    host: PortalContacts,
    private readonly record: LoadController<Contact>,
    { back, onDone }: { back: () => void; onDone: (contact: Contact) => void },
  ) {
    super(host, texts);
    this.#form = new DraftForm<Draft, Contact, Contact>(host, this.i18n, {
      changes: ['/contacts', '/session'],
      prefix: 'contact',
      from: draftOf,
      record: () => record.value,
      required: (draft) => ['name', 'email', ...(isOtherEmail(draft, this.#form.base) ? (['password'] as const) : [])],
      validate: (draft) => ({ email: emailFault(draft, this.i18n) }),
      say: (fault) => fieldFault(fault, this.i18n),
      secret: ['password'],
      send: (api, { draft, changed, base }) =>
        api.PATCH('/contacts/{contactId}', {
          params: { path: { contactId: base.id }, header: { 'If-Match': base.etag } },
          body: changeOf(changed, draft, base),
        }),
      reread: (api, { id }) => api.GET('/contacts/{contactId}', { params: { path: { contactId: id } } }),
      unchanged: back,
      onDone,
    });
  }

  /** Starts over with the person as read last. */
  begin(): void {
    this.#form.begin();
  }

  render(cancel: () => void): TemplateResult {
    return detailView(this.record, this.i18n, () => this.#fields(cancel), 5);
  }

  #fields(cancel: () => void): TemplateResult {
    const { i18n } = this;
    const form = this.#form;
    return html`<form class="stack" novalidate @submit=${form.submit}>
      ${staleNotice(form, i18n)} ${contactFields(form, i18n, { unset: !form.base?.language })}
      ${isOtherEmail(form.draft, form.base) ? this.#password() : nothing} ${formStatus(form, i18n)} ${formFooter(form, i18n, { cancel })}
    </form>`;
  }

  #password(): TemplateResult {
    const { t } = this.i18n;
    return textField({
      ...this.#form.field('password'),
      label: t('password'),
      hint: t('passwordHint'),
      type: 'password',
      autocomplete: 'current-password',
    });
  }
}
