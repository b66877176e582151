import type { TemplateResult } from 'lit';
import type { Api } from '../api/connection.js';
import type { Answer } from '../api/problem.js';
import type { Action } from '../context/permissions.js';
import { FormController } from '../core/forms/form-controller.js';
import { Panel } from '../core/panel.js';
import { confirmation } from '../ui/confirmation.js';
import { refusal } from '../ui/refusal.js';
import type { ContactSummary } from './contact.js';
import type { PortalContacts } from './portal-contacts.js';
import { contactDialogs as texts } from './texts/contact-dialogs.js';

/** Everything that is done with a person by one request, and the action that must be allowed for it. */
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

/** One thing done with a person once it has been confirmed. */
export class ActionPanel extends Panel<PortalContacts, typeof texts.english> {
  readonly #form: FormController<{ action: ContactAction; contact: ContactSummary }>;

  constructor(host: PortalContacts, onDone: (action: ContactAction) => void) {
    super(host, texts);
    let done: ContactAction;
    this.#form = new FormController(host, {
      changes: ['/contacts'],
      empty: true,
      send: (api, { action, contact }) => send(api, (done = action), contact.id),
      onDone: () => onDone(done),
    });
  }

  /** Starts over. */
  begin(): void {
    this.#form.edited();
  }

  render(action: ContactAction, contact: ContactSummary, cancel: () => void): TemplateResult {
    const { t } = this.i18n;
    return confirmation(this.#form, this.i18n, {
      text: t(`${action}Text`, contact.name),
      submit: t(action),
      destructive: destructive.includes(action),
      act: () => void this.#form.send({ action, contact }),
      cancel,
      refusal: refusal(this.#form, refusals, (kind) => t(`problem-${kind}`)),
    });
  }
}
