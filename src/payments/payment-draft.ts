import type { Api } from '../api/connection.js';
import type { Answer } from '../api/problem.js';
import type { components } from '../api/schema.js';
import { LoadController } from '../core/load-controller.js';
import type { Phase } from '../core/phase.js';
import type { PortalElement } from '../core/portal-element.js';
import { addAmounts, writeAmount } from '../core/decimal.js';
import { isPayable } from '../core/payable.js';
import { readPart, type Part } from '../core/payment-part.js';

type Invoice = components['schemas']['Invoice'];

/** Asks for each invoice afresh; the first answer that is none stands for all. */
async function fetchInvoices(api: Api, ids: readonly string[], init: object): Promise<Answer<Invoice[]>> {
  const answers = await Promise.all(ids.map((invoiceId) => api.GET('/invoices/{invoiceId}', { params: { path: { invoiceId } }, ...init })));
  const failed = answers.find(({ data }) => !data);
  return failed
    ? { error: failed.error, response: failed.response }
    : { data: answers.flatMap(({ data }) => data ?? []), response: answers[0]!.response };
}

/** The invoices that are to be paid, fresh from the server, and the amounts typed for them: whole unless told. */
export class PaymentDraft<Views = unknown> {
  readonly load: LoadController<Invoice[], Views>;
  #typed = new Map<string, string>();

  /**
   * @param ids Which invoices; `undefined`: nobody may pay here.
   * @param views Imports what shows them.
   */
  constructor(
    host: PortalElement,
    private readonly language: () => string,
    ids: () => readonly string[] | undefined,
    views: () => Promise<Views>,
  ) {
    this.load = new LoadController<Invoice[], Views>(host, {
      path: '/invoices',
      args: ids,
      fetch: (api, init) => fetchInvoices(api, ids() ?? [], init),
      views,
    });
  }

  get phase(): Phase {
    return this.load.missing ? 'empty' : this.load.phase;
  }

  get parts(): Part[] {
    return (this.load.value ?? []).filter(isPayable).map((invoice) => this.#part(invoice));
  }

  /** Invoices that can no longer be paid. */
  get others(): Invoice[] {
    return (this.load.value ?? []).filter((invoice) => !isPayable(invoice));
  }

  /** The currency of all; `undefined` when there are several. */
  get currency(): string | undefined {
    const currencies = new Set(this.parts.map(({ invoice }) => invoice.open.currency));
    return currencies.size === 1 ? [...currencies][0] : undefined;
  }

  /** What is to be paid in all; `undefined` while an amount cannot be paid. */
  get total(): string | undefined {
    const amounts = this.parts.map(({ amount }) => amount);
    return amounts.every((amount) => amount !== undefined) ? addAmounts(amounts) : undefined;
  }

  type(invoiceId: string, text: string): void {
    this.#typed.set(invoiceId, text);
  }

  #part(invoice: Invoice): Part {
    const typed = this.#typed.get(invoice.id);
    return readPart(invoice, typed ?? writeAmount(invoice.open.amount, this.language()), this.language());
  }
}
