import { html, nothing, type TemplateResult } from 'lit';
import { FormController } from '../core/forms/form-controller.js';
import { LoadController } from '../core/loading/load-controller.js';
import { Panel } from '../core/panel.js';
import type { PortalElement } from '../core/portal-element.js';
import { copiesField } from '../ui/copies-field.js';
import { formStatus } from '../ui/form-view.js';
import { refusal } from '../ui/refusal.js';
import { Notice } from '../ui/screen-dialog.js';
import { ticketForms as texts } from './texts/ticket-forms.js';
import type { Ticket, TicketOptions } from './ticket.js';

interface CopyChange {
  ticketId: string;
  contactId: string;
  add: boolean;
}

/** Closing a ticket, opening it again, and colleagues in copy. */
export class ActionsPanel extends Panel<PortalElement, typeof texts.english> {
  readonly #notice = new Notice(this.host);
  readonly #state: FormController<{ id: string; close: boolean }, Ticket>;
  readonly #copy: FormController<CopyChange, unknown>;
  readonly #options: LoadController<TicketOptions>;

  constructor(
    host: PortalElement,
    private readonly ticket: () => Ticket | undefined,
  ) {
    super(host, texts);
    const changes = ['/tickets'];
    this.#state = new FormController(host, {
      changes,
      send: (api, { id, close }) => {
        const init = { params: { path: { ticketId: id } } };
        return close ? api.PUT('/tickets/{ticketId}/closure', init) : api.DELETE('/tickets/{ticketId}/closure', init);
      },
      onDone: ({ group }) => this.#notice.say(this.i18n.t(group === 'closed' ? 'closedNow' : 'reopenedNow')),
    });
    this.#copy = new FormController<CopyChange, unknown>(host, {
      changes,
      empty: true,
      send: (api, { add, ...path }) => {
        const init = { params: { path } };
        return add ? api.PUT('/tickets/{ticketId}/copies/{contactId}', init) : api.DELETE('/tickets/{ticketId}/copies/{contactId}', init);
      },
    });
    this.#options = new LoadController<TicketOptions>(host, {
      path: '/tickets/options',
      args: () => (this.ticket()?.allowedActions.includes('copy') && host.can('update') ? [] : undefined),
      fetch: (api, init) => api.GET('/tickets/options', init),
    });
  }

  /** The buttons of the head. */
  buttons({ id, allowedActions }: Ticket): TemplateResult {
    const { t } = this.i18n;
    const can = (action: string) => allowedActions.includes(action) && this.host.can('update');
    const button = (text: string, close: boolean) =>
      html`<button type="button" aria-disabled=${this.#state.busy} @click=${() => void this.#state.send({ id, close })}>${text}</button>`;
    return html`${can('close') ? button(t('close'), true) : nothing} ${can('reopen') ? button(t('reopen'), false) : nothing}`;
  }

  /** Successes and failures of the buttons, and until when it can be opened again. */
  notice({ reopenUntil, allowedActions }: Ticket): TemplateResult {
    const { t, instant } = this.i18n;
    return html`${this.#notice.view()}
    ${refusal(this.#state, ['too-late', 'ticket-merged'], (kind) => t(`problem-${kind}`)) ?? formStatus(this.#state, this.i18n)}
    ${
      reopenUntil && allowedActions.includes('reopen') && this.host.can('update')
        ? html`<p class="muted">${t('reopenUntil', instant(reopenUntil))}</p>`
        : nothing
    }`;
  }

  /** Colleagues in copy; those who may change that choose. */
  copies({ id, copies, allowedActions }: Ticket): unknown {
    const { t } = this.i18n;
    if (!allowedActions.includes('copy') || !this.host.can('update')) {
      const names = new Intl.ListFormat(this.i18n.language).format(copies.map(({ name }) => name));
      return names ? html`<p part="copies">${t('inCopy')} <bdi>${names}</bdi></p>` : nothing;
    }
    const change = (add: boolean) => (contactId: string) => void this.#copy.send({ ticketId: id, contactId, add });
    const failed = refusal(this.#copy, ['too-many-copies', 'not-usable', 'ticket-closed', 'ticket-merged'], (kind) => t(`problem-${kind}`));
    return html`${copiesField(
      {
        chosen: copies,
        colleagues: this.#options.value?.colleagues,
        most: this.#options.value?.maxCopies ?? Infinity,
        add: change(true),
        remove: change(false),
        busy: this.#copy.busy,
      },
      this.i18n,
    )}
    ${failed ?? formStatus(this.#copy, this.i18n)}`;
  }
}
