import type { components } from '../api/schema.js';
import { FormController } from '../core/form-controller.js';
import type { PortalElement } from '../core/portal-element.js';
import { isUnresolved } from '../core/provider-token.js';
import type { CreditDraft } from './credit-draft.js';

type Application = components['schemas']['CreditApplication'];
type Order = NonNullable<CreditDraft['order']>;

/** Uses a credit as a draft says, and never twice for one intent. */
export class CreditUse {
  readonly form: FormController<Order, Application>;
  /** What was sent last; the server's refusals point into it. */
  #sent?: Order | undefined;

  constructor(
    host: PortalElement,
    private readonly draft: CreditDraft,
    onDone: (done: Application) => void,
  ) {
    this.form = new FormController<Order, Application>(host, {
      changes: ['/invoices', '/credits'],
      send: (api, { creditId, parts }, { idempotencyKey }) => {
        const allocations = parts.map(({ invoice: { id, open }, amount = '' }) => ({ invoiceId: id, amount: { ...open, amount } }));
        const params = { path: { creditId }, header: { 'Idempotency-Key': idempotencyKey } };
        return api.POST('/credits/{creditId}/uses', { params, body: { allocations } });
      },
      onDone,
    });
  }

  /** The last attempt may have been carried out; sending again repeats it. */
  get repeats(): boolean {
    const { error, phase } = this.form;
    return phase === 'failed' && error !== undefined && isUnresolved(error);
  }

  /** Where in what was sent the fields stand. */
  get pointers(): string[] {
    return (this.#sent?.parts ?? []).flatMap((_, index) => [`/allocations/${index}/amount`, `/allocations/${index}/invoiceId`]);
  }

  /** What the server says against the amount of an invoice. */
  refusal(invoiceId: string): string | undefined {
    const index = this.#sent?.parts.findIndex(({ invoice }) => invoice.id === invoiceId) ?? -1;
    return this.form.fieldError(`/allocations/${index}/amount`) ?? this.form.fieldError(`/allocations/${index}/invoiceId`);
  }

  /** Something else is to be paid now. */
  edit(change: () => void): void {
    if (this.form.busy) return;
    change();
    this.form.edited();
  }

  /** Sends the draft, or repeats the attempt of which nothing is known. */
  async send(): Promise<void> {
    if (this.form.busy) return;
    if (!this.repeats) {
      this.form.edited();
      this.#sent = this.draft.order;
    }
    if (this.#sent) await this.form.send(this.#sent);
    if (this.form.error?.status === 409) this.draft.load.reload();
  }
}
