import { html, nothing, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import { FormController } from '../core/form-controller.js';
import type { LoadController } from '../core/load-controller.js';
import type { LocalizeController } from '../core/localize-controller.js';
import type { PortalElement } from '../core/portal-element.js';
import { UploadsController } from '../core/uploads-controller.js';
import type { orderTasks } from './texts/order-tasks.js';
import { tools } from '../i18n/texts/tools.js';
import { focusFirstInvalid, formStatus, submitButton, textAreaField } from '../ui/form-view.js';
import { uploadFault, uploadField } from '../ui/upload-field.js';
import { refusalNotice } from './order-refusals.js';

type Order = components['schemas']['Order'];
type Request = components['schemas']['OrderRequest'];
type Answer = components['schemas']['OrderAnswer'];

/** The answers that are being given to what the steps of an order ask, each with its files. */
export class OrderAnswers {
  readonly #form: FormController<Answer, Order>;
  readonly #words = new Map<string, string>();
  readonly #files = new Map<string, UploadsController>();
  /** The request whose answer was sent last. */
  #sent?: string;
  #checked?: string | undefined;

  constructor(
    private readonly host: PortalElement,
    private readonly load: LoadController<Order>,
    private readonly i18n: LocalizeController<typeof orderTasks.english>,
    onDone: () => void,
  ) {
    this.#form = new FormController<Answer, Order>(host, {
      changes: ['/orders'],
      send: (api, body, { idempotencyKey }) =>
        api.POST('/orders/{orderId}/answers', {
          params: { path: { orderId: load.value!.id }, header: { 'Idempotency-Key': idempotencyKey } },
          body,
        }),
      onDone: () => {
        this.#forget(this.#sent!);
        onDone();
      },
    });
  }

  clear(): void {
    for (const id of [...this.#words.keys(), ...this.#files.keys()]) this.#forget(id);
    this.#form.edited();
  }

  /** The form for one answer; of one that somebody else has given meanwhile only that. */
  view(request: Request): TemplateResult {
    const form = this.#form;
    const mine = this.#sent === request.id;
    const refusal = mine ? refusalNotice(form, this.i18n, ['already-answered', 'order-closed']) : undefined;
    if (request.answer) return html`${refusal ?? nothing}`;
    const { t } = this.i18n;
    const isDocument = request.kind === 'document';
    const submit = (event: Event) => {
      event.preventDefault();
      void this.#send(request);
    };
    return html`<form class="stack" novalidate aria-label=${request.text} @submit=${submit}>
      ${isDocument ? this.#filesField(request, mine) : nothing}
      ${textAreaField({
        name: `answer-${request.id}`,
        label: t(isDocument ? 'remark' : 'answer'),
        value: this.#words.get(request.id) ?? '',
        rows: isDocument ? 2 : 3,
        required: !isDocument,
        hint: isDocument ? undefined : request.hint && html`<bdi>${request.hint}</bdi>`,
        error: this.#wordsError(request, mine),
        edit: (value) => this.#edit(request.id, () => this.#words.set(request.id, value)),
      })}
      ${mine ? (refusal ?? formStatus(form, this.i18n, ['/text', '/fileIds'])) : nothing}
      <div class="actions">${submitButton(form, this.i18n, t(isDocument ? 'sendFiles' : 'send'))}</div>
    </form>`;
  }

  #filesField({ id, rules, hint }: Request, mine: boolean): unknown {
    if (!rules) return nothing;
    const fault = this.#checked === id ? uploadFault(this.#uploads(id), this.i18n, true) : undefined;
    const error = fault ?? (mine ? this.#form.fieldError('/fileIds') : undefined);
    return html`${hint ? html`<p class="muted"><bdi>${hint}</bdi></p>` : nothing}
    ${uploadField(this.#uploads(id), this.i18n, { name: `files-${id}`, label: this.i18n.t('files'), rules, required: true, ...(error && { error }) })}`;
  }

  #wordsError({ id, kind }: Request, mine: boolean): string | undefined {
    const empty = kind !== 'document' && this.#checked === id && !this.#words.get(id)?.trim();
    return empty ? this.i18n.in(tools)('required') : mine ? this.#form.fieldError('/text') : undefined;
  }

  #uploads(id: string): UploadsController {
    let uploads = this.#files.get(id);
    if (!uploads) {
      const path = () => `/orders/${encodeURIComponent(this.load.value!.id)}/files`;
      this.#files.set(id, (uploads = new UploadsController(this.host, path, () => this.#edit(id))));
    }
    return uploads;
  }

  #edit(id: string, change?: () => void): void {
    if (this.#form.busy && this.#sent === id) return this.host.requestUpdate();
    change?.();
    if (this.#sent === id) this.#form.edited();
    this.host.requestUpdate();
  }

  async #send({ id, kind }: Request): Promise<void> {
    const form = this.#form;
    if (form.busy) return;
    // Another answer is another intent.
    if (this.#sent !== id) form.edited();
    this.#sent = this.#checked = id;
    const text = this.#words.get(id)?.trim() ?? '';
    const isDocument = kind === 'document';
    const fileIds = isDocument ? this.#uploads(id).ids : [];
    const ready = isDocument ? !uploadFault(this.#uploads(id), this.i18n, true) : text !== '';
    this.host.requestUpdate();
    if (ready) {
      const sent = await form.send({ requestId: id, ...(text && { text }), ...(isDocument && { fileIds }) });
      if (!sent && form.error?.status === 409) this.load.reload();
    }
    await this.host.updateComplete;
    focusFirstInvalid(this.host.renderRoot);
  }

  #forget(id: string): void {
    this.#words.delete(id);
    this.#files.get(id)?.clear();
    if (this.#checked === id) this.#checked = undefined;
  }
}
