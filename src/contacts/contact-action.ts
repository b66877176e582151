import { html, type TemplateResult } from 'lit';
import type { Api } from '../api/connection.js';
import type { Answer } from '../api/problem.js';
import type { Action } from '../context/permissions.js';
import { FormController } from '../core/form-controller.js';
import type { PortalElement } from '../core/portal-element.js';
import { contactDialogs } from './texts/contact-dialogs.js';
import { tools } from '../i18n/texts/tools.js';
import { formStatus } from '../ui/form-view.js';
import type { ContactsLocalize, ContactSummary } from './contact-parts.js';
import { refusal } from '../ui/refusal.js';

/** What can be done with a person by one request, and the right it needs. */
export const contactActions = {
  reactivate: 'update',
  'resend-invitation': 'create',
  'cancel-invitation': 'delete',
  'reset-second-factor': 'update',
  deactivate: 'update',
  delete: 'delete',
} as const satisfies Record<string, Action>;

export type ContactAction = keyof typeof contactActions;

const destructive: readonly ContactAction[] = ['cancel-invitation', 'reset-second-factor', 'deactivate', 'delete'];
const refusals = ['last-owner', 'yourself', 'belongs-to-several'] as const;

function send(api: Api, action: ContactAction, contactId: string): Promise<Answer<unknown>> {
  const init = { params: { path: { contactId } } };
  switch (action) {
    case 'reactivate':
      return api.DELETE('/contacts/{contactId}/deactivation', init);
    case 'resend-invitation':
      return api.POST('/contacts/{contactId}/invitation', init);
    case 'cancel-invitation':
      return api.DELETE('/contacts/{contactId}/invitation', init);
    case 'reset-second-factor':
      return api.DELETE('/contacts/{contactId}/second-factor', init);
    case 'deactivate':
      return api.PUT('/contacts/{contactId}/deactivation', init);
    case 'delete':
      return api.DELETE('/contacts/{contactId}', init);
  }
}

/** One thing done with a person once it has been confirmed; what would be destroyed is said before. */
export class ContactActionTask {
  readonly #form: FormController<{ action: ContactAction; contact: ContactSummary }>;

  constructor(
    host: PortalElement,
    private readonly i18n: ContactsLocalize,
    onDone: (action: ContactAction) => void,
  ) {
    let done: ContactAction;
    this.#form = new FormController(host, {
      changes: ['/contacts'],
      empty: true,
      send: (api, { action, contact }) => send(api, (done = action), contact.id),
      onDone: () => onDone(done),
    });
  }

  /** Begins anew. */
  open(): void {
    this.#form.edited();
  }

  view(action: ContactAction, contact: ContactSummary, cancel: () => void): TemplateResult {
    const { i18n } = this;
    const t = i18n.in(contactDialogs);
    const form = this.#form;
    const submit = (event: Event) => {
      event.preventDefault();
      void form.send({ action, contact });
    };
    return html`<form class="stack" @submit=${submit}>
      <p>${t(`${action}Text`, contact.name)}</p>
      ${refusal(form, refusals, (kind) => t(`problem-${kind}`)) ?? formStatus(form, i18n)}
      <footer>
        <button type="button" @click=${cancel}>${i18n.in(tools)('cancel')}</button>
        <button type="submit" class=${destructive.includes(action) ? 'destructive' : 'primary'} aria-disabled=${form.busy}>
          ${form.busy ? i18n.in(tools)('sending') : t(action)}
        </button>
      </footer>
    </form>`;
  }
}
