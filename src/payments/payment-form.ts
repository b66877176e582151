import type { ReactiveController } from 'lit';
import type { Api } from '../api/connection.js';
import type { Answer } from '../api/problem.js';
import type { components } from '../api/schema.js';
import { FormController } from '../core/form-controller.js';
import type { Part } from '../core/payment-part.js';
import type { PortalElement } from '../core/portal-element.js';
import { isUnresolved } from '../core/provider-token.js';
import type { PaymentDraft } from './payment-draft.js';
import { requestToken, type PaymentFields } from './payment-fields.js';

type NewPayment = components['schemas']['NewPayment'];
type Payment = components['schemas']['Payment'];

/** Makes a payment of a draft: asks the provider's fields for a token, sends it, and never makes a payment twice. */
export class PaymentForm implements ReactiveController {
  readonly form: FormController<readonly Part[], Payment>;
  /** What was sent last; the server's refusals point into it. */
  sent: readonly Part[] = [];
  /** Kept only until it is known what has become of it: a payment is repeated with the very same token, or it could be made twice. */
  #unresolved?: NewPayment;
  #leaving = new AbortController();
  #fields?: PaymentFields;

  constructor(
    private readonly host: PortalElement,
    private readonly draft: PaymentDraft,
    onDone: (payment: Payment) => void,
  ) {
    host.addController(this);
    this.form = new FormController<readonly Part[], Payment>(host, {
      changes: ['/invoices'],
      send: (api, parts, { idempotencyKey }) => this.#send(api, parts, idempotencyKey),
      onDone,
    });
  }

  /** The last attempt may have been carried out; paying again repeats it. */
  get repeats(): boolean {
    return this.#unresolved !== undefined && !this.form.busy;
  }

  /** What the server says against the amount of an invoice. */
  refusal(invoiceId: string): string | undefined {
    const index = this.sent.findIndex(({ invoice }) => invoice.id === invoiceId);
    return this.form.fieldError(`/allocations/${index}/amount`) ?? this.form.fieldError(`/allocations/${index}/invoiceId`);
  }

  /** Something else is to be paid now. */
  edited(): void {
    if (this.form.busy) return;
    this.#unresolved = undefined;
    this.form.edited();
  }

  /** Pays the draft, or repeats the attempt of which nothing is known. */
  async pay(fields: PaymentFields): Promise<void> {
    if (this.form.busy) return;
    if (!this.#unresolved) this.edited();
    if (this.draft.total === undefined) return;
    this.#fields = fields;
    this.#leaving = new AbortController();
    if (!this.#unresolved) this.sent = this.draft.parts;
    // Rejects only when it is called off before anything has been sent.
    await this.form.send(this.sent).catch(() => undefined);
    const { error } = this.form;
    if (!error || !isUnresolved(error)) this.#unresolved = undefined;
    if (error?.status === 409) this.draft.load.reload();
  }

  hostUpdate(): void {
    if (this.host.access !== 'allowed') this.#leaving.abort();
  }

  hostDisconnected(): void {
    this.#leaving.abort();
  }

  async #send(api: Api, parts: readonly Part[], key: string): Promise<Answer<Payment>> {
    const allocations = parts.map(({ invoice, amount = '' }) => ({
      invoiceId: invoice.id,
      amount: { amount, currency: invoice.open.currency },
    }));
    this.#unresolved ??= { allocations, paymentToken: await this.#token(parts) };
    return api.POST('/payments', { params: { header: { 'Idempotency-Key': key } }, body: this.#unresolved });
  }

  #token(parts: readonly Part[]): Promise<string> {
    const { total = '', currency = '' } = this.draft;
    const invoiceNumbers = parts.map(({ invoice }) => invoice.number);
    return requestToken(this.#fields!, { amount: total, currency, invoiceNumbers, signal: this.#leaving.signal });
  }
}
