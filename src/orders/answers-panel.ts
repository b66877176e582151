import { html, nothing, type TemplateResult } from 'lit';
import { DraftForm } from '../core/draft-form.js';
import { Panel } from '../core/panel.js';
import type { PortalElement } from '../core/portal-element.js';
import { UploadsController } from '../core/forms/uploads-controller.js';
import { formStatus, submitButton, textAreaField } from '../ui/form-view.js';
import { refusal } from '../ui/refusal.js';
import { uploadFault, uploadField } from '../ui/upload-field.js';
import type { Order, OrderRequest } from './order.js';
import { orderTasks as texts } from './texts/order-tasks.js';

/** `files` stands for the uploads, which are kept by themselves. */
interface Draft {
  text: string;
  files: string;
}

interface Answer {
  form: DraftForm<Draft, Order>;
  uploads: UploadsController;
}

interface Options {
  order: () => Order | undefined;
  /** Called when an answer was refused, as somebody else has given it or the order is closed. */
  reload: () => void;
  onDone: () => void;
}

/** Answers to what the steps of an order ask, each a form with its files. */
export class AnswersPanel extends Panel<PortalElement, typeof texts.english> {
  readonly #answers = new Map<string, Answer>();

  constructor(
    host: PortalElement,
    private readonly options: Options,
  ) {
    super(host, texts);
  }

  /** Drops what was typed and uploaded, for another order. */
  begin(): void {
    for (const { form, uploads } of this.#answers.values()) {
      form.begin();
      uploads.clear();
    }
  }

  /** The form for one answer; where somebody else has answered meanwhile only that. */
  render(request: OrderRequest): TemplateResult {
    const { i18n } = this;
    const { t } = i18n;
    const { form } = this.#answerTo(request);
    const refused = refusal(form, ['already-answered', 'order-closed'], (kind) => t(`problem-${kind}`));
    if (request.answer) return html`${refused ?? nothing}`;
    const isDocument = request.kind === 'document';
    return html`<form class="stack" novalidate aria-label=${request.text} @submit=${form.submit}>
      ${isDocument ? this.#filesField(request) : nothing}
      ${textAreaField({
        ...form.field('text'),
        name: `answer-${request.id}`,
        label: t(isDocument ? 'remark' : 'answer'),
        rows: isDocument ? 2 : 3,
        hint: isDocument ? undefined : request.hint && html`<bdi>${request.hint}</bdi>`,
      })}
      ${refused ?? formStatus(form, i18n)}
      <div class="actions">${submitButton(form, i18n, t(isDocument ? 'sendFiles' : 'send'))}</div>
    </form>`;
  }

  #filesField(request: OrderRequest): unknown {
    const { id, rules, hint } = request;
    if (!rules) return nothing;
    const { form, uploads } = this.#answerTo(request);
    const { error } = form.field('files');
    const label = this.i18n.t('files');
    return html`${hint ? html`<p class="muted"><bdi>${hint}</bdi></p>` : nothing}
    ${uploadField(uploads, this.i18n, { name: `files-${id}`, label, rules, required: true, ...(error && { error }) })}`;
  }

  #answerTo(request: OrderRequest): Answer {
    let answer = this.#answers.get(request.id);
    if (!answer) this.#answers.set(request.id, (answer = this.#makeAnswer(request)));
    return answer;
  }

  #makeAnswer({ id: requestId, kind }: OrderRequest): Answer {
    const { host, i18n, options } = this;
    const isDocument = kind === 'document';
    const path = () => `/orders/${encodeURIComponent(options.order()!.id)}/files`;
    const uploads = new UploadsController(host, path, () => form.edit({}));
    const form = new DraftForm<Draft, Order>(host, i18n, {
      changes: ['/orders'],
      from: () => ({ text: '', files: '' }),
      required: isDocument ? [] : ['text'],
      validate: () => ({ files: isDocument && uploadFault(uploads, i18n, true) }),
      pointers: { files: '/fileIds' },
      send: async (api, { draft, idempotencyKey }) => {
        const text = draft.text.trim();
        const answer = await api.POST('/orders/{orderId}/answers', {
          params: { path: { orderId: options.order()!.id }, header: { 'Idempotency-Key': idempotencyKey } },
          body: { requestId, ...(text && { text }), ...(isDocument && { fileIds: uploads.ids }) },
        });
        if (answer.response.status === 409) options.reload();
        return answer;
      },
      onDone: () => {
        uploads.clear();
        options.onDone();
      },
    });
    return { form, uploads };
  }
}
