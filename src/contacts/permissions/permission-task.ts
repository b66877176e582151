import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { FormController } from '../../core/form-controller.js';
import type { LoadController } from '../../core/load-controller.js';
import type { PortalElement } from '../../core/portal-element.js';
import { permissionEditor } from '../texts/permission-editor.js';
import { tools } from '../../i18n/texts/tools.js';
import { detailView } from '../../ui/detail-view.js';
import { formStatus, submitButton } from '../../ui/form-view.js';
import type { SharedLocalize } from '../../core/localize-controller.js';
import type { Contact } from '../contact.js';
import type { ContactRecord } from '../contact-record.js';
import type { Roles } from '../roles.js';
import { refusal } from '../../ui/refusal.js';
import { differenceView } from './difference-view.js';
import { GrantEditor } from './grant-editor.js';
import { differences, rebase, type Difference, type Grants } from './grants.js';

const refusals = ['not-yours-to-grant', 'last-owner', 'yourself'] as const;

/** The permissions of one person: chosen, looked at, saved on the very version they were chosen on. */
export class PermissionTask implements ReactiveController {
  readonly #editor: GrantEditor;
  readonly #form: FormController<Grants, Contact>;
  /** Whose permissions are chosen; nobody's while the dialog is closed. */
  #for?: string | undefined;
  /** What the choices were made on. */
  #base?: Contact | undefined;
  /** What was last read of the person by itself. */
  #seen?: Contact | undefined;
  /** What others have changed since. */
  #meanwhile: readonly Difference[] = [];
  /** Choices left in a dialog that was closed without a word. */
  #left?: { id: string; base: Contact; grants: Grants } | undefined;

  constructor(
    private readonly host: PortalElement,
    private readonly i18n: SharedLocalize,
    private readonly record: ContactRecord,
    roles: LoadController<Roles>,
    private readonly onDone: (contact: Contact) => void,
  ) {
    // Before the editor, which asks for contracts once choices have begun.
    host.addController(this);
    this.#editor = new GrantEditor(host, i18n, roles, () => this.#form.edited());
    this.#form = new FormController(host, {
      changes: ['/contacts', '/session'],
      send: (api, body) => {
        const params = { path: { contactId: this.record.id }, header: { 'If-Match': this.#base!.etag } };
        return api.PUT('/contacts/{contactId}/permissions', { params, body });
      },
      onDone: (contact) => this.#done(contact),
    });
  }

  /** Begins with the person whose record is shown, with what was left over from the last time. */
  open(): void {
    const { id } = this.record;
    if (this.#for === id) return;
    this.#for = id;
    this.#base = this.#seen = undefined;
    this.#meanwhile = [];
    this.#form.edited();
    if (this.#left?.id !== id) return;
    this.#base = this.#left.base;
    this.#editor.begin(this.#left.grants, this.#base.yourself, this.#base.grants);
  }

  /** The dialog is gone; what has been chosen is there when it is opened again. */
  leave(): void {
    if (!this.#for) return;
    if (this.#base && this.#changes.length > 0) this.#left = { id: this.#for, base: this.#base, grants: this.#grants };
    this.#for = undefined;
  }

  hostUpdate(): void {
    const contact = this.record.load.value;
    if (!this.#for || contact?.id !== this.#for || contact === this.#seen || this.#form.busy) return;
    this.#seen = contact;
    this.#accept(contact);
  }

  view(cancel: () => void): TemplateResult {
    return detailView(this.record.load, this.i18n, () => (this.#base ? this.#body(cancel) : html``), 10);
  }

  #body(cancel: () => void): TemplateResult {
    return html`<div class="permission-editor">
        ${this.#conflict()} ${this.#editor.switches()} ${this.#editor.overview()} ${this.#editor.details()}
      </div>
      ${this.#bar(cancel)}`;
  }

  /** What others have changed meanwhile; what was chosen here is kept. */
  #conflict(): TemplateResult | typeof nothing {
    if (this.#meanwhile.length === 0) return nothing;
    const t = this.i18n.in(permissionEditor);
    return html`<div class="notice warning" part="conflict" role="alert">
      <div>
        <p>${t('conflict')}</p>
        <h3>${t('changedMeanwhile')}</h3>
        ${differenceView(this.#meanwhile, this.#editor.labels, this.i18n)}
      </div>
      <button type="button" @click=${this.#drop}>${t('useTheirs')}</button>
    </div>`;
  }

  /** What saving would change, and the button. */
  #bar(cancel: () => void): TemplateResult {
    const t = this.i18n.in(permissionEditor);
    const changes = this.#changes;
    const form = this.#form;
    const stop = () => {
      this.#end();
      cancel();
    };
    const submit = (event: Event) => {
      event.preventDefault();
      if (changes.length > 0) void this.#save();
      else stop();
    };
    return html`<form class="save-bar" @submit=${submit}>
      ${refusal(form, refusals, (kind) => t(`problem-${kind}`)) ?? (form.error?.status === 412 ? nothing : formStatus(form, this.i18n))}
      ${
        changes.length === 0
          ? html`<p class="muted">${t('noChanges')}</p>`
          : html`<details class="what">
              <summary>${t('changes', changes.length)}</summary>
              ${differenceView(changes, this.#editor.labels, this.i18n)}
            </details>`
      }
      <div class="actions">
        <button type="button" @click=${stop}>${this.i18n.in(tools)('cancel')}</button>
        ${submitButton(form, this.i18n, t('save'))}
      </div>
    </form>`;
  }

  get #grants(): Grants {
    return this.#editor.draft.grants;
  }

  get #changes(): Difference[] {
    return differences(this.#base!.grants, this.#grants);
  }

  async #save(): Promise<void> {
    if (await this.#form.send(this.#grants)) return;
    if (this.#form.error?.status !== 412) return;
    const contact = await this.record.read();
    if (!contact || this.#for !== contact.id) return;
    this.#accept(contact);
    this.#form.edited();
    // An answer that got lost may have been carried out; and who has only changed the person's details is no conflict.
    if (this.#changes.length === 0) this.#done(contact);
    else if (this.#meanwhile.length === 0) await this.#form.send(this.#grants);
  }

  /** Takes a newer version; choices are carried over to it. */
  #accept(contact: Contact): void {
    const base = this.#base;
    this.#base = contact;
    if (!base) return this.#editor.begin(contact.grants, contact.yourself);
    const theirs = differences(base.grants, contact.grants);
    if (theirs.length === 0) return;
    this.#meanwhile = differences(base.grants, this.#grants).length > 0 ? theirs : [];
    this.#editor.draft.begin(rebase(base.grants, this.#grants, contact.grants), contact.grants);
    this.host.requestUpdate();
  }

  #drop = (): void => {
    this.#meanwhile = [];
    this.#editor.begin(this.#base!.grants, this.#base!.yourself);
    this.#form.edited();
  };

  #done(contact: Contact): void {
    this.#end();
    this.onDone(contact);
  }

  #end(): void {
    this.#for = this.#base = this.#left = undefined;
    this.#meanwhile = [];
  }
}
