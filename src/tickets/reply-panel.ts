import { html, nothing, type CSSResult } from 'lit';
import { DraftForm } from '../core/draft-form.js';
import { KeptWords } from '../core/forms/kept-words.js';
import { UploadsController } from '../core/forms/uploads-controller.js';
import { Panel } from '../core/panel.js';
import type { PortalElement } from '../core/portal-element.js';
import { formStatus, submitButton, textAreaField } from '../ui/form-view.js';
import { refusal } from '../ui/refusal.js';
import { formStyles } from '../ui/styles/form.js';
import { uploadStyles } from '../ui/styles/upload.js';
import { uploadFault, uploadField } from '../ui/upload-field.js';
import { ticketForms as texts } from './texts/ticket-forms.js';
import { signatureField, signatureStyles } from './signature-view.js';
import { withSignature, wordsKey, type Ticket } from './ticket.js';

/** `files` stands for the uploads, which are kept by themselves. */
interface Draft {
  text: string;
  files: string;
  isSigned: boolean;
}

interface Options {
  ticket: () => Ticket | undefined;
  /** Called when an answer was refused, as the ticket has been closed or merged meanwhile. */
  reload: () => void;
  onDone: (ticket: Ticket) => void;
}

/** The answer to a ticket, with its files. What is typed is kept until it has been sent, also where the ticket is closed meanwhile. */
export class ReplyPanel extends Panel<PortalElement, typeof texts.english> {
  static override readonly styles: readonly CSSResult[] = [formStyles, uploadStyles, signatureStyles];

  #ticketId = '';
  readonly #form: DraftForm<Draft, Ticket>;
  readonly #uploads: UploadsController;
  readonly #words: KeptWords<'text'>;

  constructor(
    host: PortalElement,
    private readonly options: Options,
  ) {
    super(host, texts);
    const path = () => `/tickets/${encodeURIComponent(options.ticket()!.id)}/files`;
    this.#uploads = new UploadsController(host, path, () => this.#form.edit({}));
    this.#form = new DraftForm<Draft, Ticket>(host, this.i18n, {
      changes: ['/tickets'],
      from: () => ({ text: '', files: '', isSigned: true }),
      required: ['text'],
      validate: () => ({ files: uploadFault(this.#uploads, this.i18n) }),
      pointers: { files: '/fileIds' },
      send: async (api, { draft, idempotencyKey }) => {
        const { id, preferences } = options.ticket()!;
        const params = { path: { ticketId: id }, header: { 'Idempotency-Key': idempotencyKey } };
        const text = withSignature(draft.text, preferences, draft.isSigned);
        const answer = await api.POST('/tickets/{ticketId}/posts', { params, body: { text, fileIds: this.#uploads.ids } });
        if (answer.response.status === 409) options.reload();
        return answer;
      },
      onDone: (ticket) => {
        this.#uploads.clear();
        options.onDone(ticket);
      },
    });
    this.#words = new KeptWords(host, this.#form, ['text'], () => this.#key);
  }

  override get dirty(): boolean {
    return this.#uploads.items.length > 0;
  }

  get #key(): string | undefined {
    const ticket = this.options.ticket();
    return ticket && this.host.access === 'allowed' ? wordsKey(ticket.you.id, ticket.id) : undefined;
  }

  /** Hands what was typed over to the ticket that goes on in place of this one. */
  moveTo(ticketId: string): void {
    const ticket = this.options.ticket();
    if (ticket) this.#words.moveTo(wordsKey(ticket.you.id, ticketId));
  }

  /** The form; where the ticket cannot be answered any more only as long as there are words in it. */
  render(ticket: Ticket): unknown {
    const mayReply = ticket.allowedActions.includes('reply') && this.host.can('update');
    this.#begin(ticket);
    if (!mayReply && !this.#form.draft.text.trim()) return nothing;
    const { i18n } = this;
    const { t } = i18n;
    const form = this.#form;
    const { error } = form.field('files');
    const refused = refusal(form, ['ticket-closed', 'ticket-merged'], (kind) => t(`problem-${kind}`));
    return html`<form class="stack reply" part="reply" novalidate aria-label=${t('yourAnswer')} @submit=${form.submit}>
      ${textAreaField({ ...form.field('text'), name: 'reply', label: t('yourAnswer'), rows: 5, hint: t('signedAs', ticket.you?.name) })}
      ${mayReply ? signatureField(form, ticket.preferences, i18n) : nothing}
      ${
        mayReply
          ? uploadField(this.#uploads, i18n, { name: 'reply-files', label: t('files'), rules: ticket.files, ...(error && { error }) })
          : nothing
      }
      ${refused ?? formStatus(form, i18n)}
      ${mayReply || refused ? nothing : html`<div class="notice warning"><p>${t('notAnswerable')}</p></div>`}
      <div class="actions">${mayReply ? submitButton(form, i18n, t('sendAnswer')) : nothing}</div>
    </form>`;
  }

  /** Files belong to one ticket; the words are kept for each. */
  #begin({ id }: Ticket): void {
    if (this.#ticketId && this.#ticketId !== id) this.#uploads.clear();
    this.#ticketId = id;
  }
}
