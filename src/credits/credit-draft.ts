import type { Api } from '../api/connection.js';
import { ApiError, type Answer } from '../api/problem.js';
import type { components } from '../api/schema.js';
import { LoadController } from '../core/load-controller.js';
import type { Phase } from '../core/phase.js';
import type { PortalElement } from '../core/portal-element.js';
import { addAmounts, compareAmounts, subtractAmounts, writeAmount } from '../core/decimal.js';
import { isUsable } from './credit-parts.js';
import { isPayable } from '../core/payable.js';
import { readPart, type Part } from '../core/payment-part.js';

type Credit = components['schemas']['CreditSummary'];
type Invoice = components['schemas']['InvoiceSummary'];

/** What is to be paid from what: one credit for whichever invoices, or whichever credit for one invoice. */
export type Subject = { creditId: string } | { invoiceId: string };

interface Choices {
  credits: Credit[];
  invoices: Invoice[];
  /** There are more invoices than these. */
  more: boolean;
}

const most = 20;

/** The data of an answer; what the other resource refuses is of no concern to who shows this one. */
async function take<T>(call: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await call;
  if (data !== undefined) return data;
  const { status } = response;
  throw new ApiError('http', status === 403 ? 404 : status, error ?? {});
}

async function fetchChoices(api: Api, subject: Subject, init: object): Promise<Answer<Choices>> {
  if ('creditId' in subject) {
    const { creditId } = subject;
    const { data: credit, error, response } = await api.GET('/credits/{creditId}', { params: { path: { creditId } }, ...init });
    if (!credit) return { error, response };
    const query = { currency: credit.remaining.currency, state: 'open', sort: 'dueOn', limit: most } as const;
    const { items, page } = await take(api.GET('/invoices', { params: { query }, ...init }));
    return { data: { credits: [credit], invoices: items, more: page.nextCursor !== null }, response };
  }
  const invoice = await take(api.GET('/invoices/{invoiceId}', { params: { path: subject }, ...init }));
  const query = { currency: invoice.open.currency, status: 'usable', sort: 'expiresOn', limit: most } as const;
  const { data: page, error, response } = await api.GET('/credits', { params: { query }, ...init });
  return page ? { data: { credits: page.items, invoices: [invoice], more: false }, response } : { error, response };
}

/**
 * Invoices to be paid from a credit, both fresh from the server, and the amounts typed for them. Unless told, what is due
 * first is paid first, as far as the credit goes.
 */
export class CreditDraft<Views = unknown> {
  readonly load: LoadController<Choices, Views>;
  #typed = new Map<string, string>();
  #creditId?: string;

  /**
   * @param subject `undefined`: nothing is chosen, or nobody may use credits here.
   * @param views Imports what shows the choices.
   */
  constructor(
    host: PortalElement,
    private readonly language: () => string,
    subject: () => Subject | undefined,
    views: () => Promise<Views>,
  ) {
    this.load = new LoadController<Choices, Views>(host, {
      path: '/invoices',
      args: () => {
        const current = subject();
        return current && [current];
      },
      fetch: (api, init) => fetchChoices(api, subject()!, init),
      views,
    });
  }

  get phase(): Phase {
    return this.load.missing ? 'empty' : this.load.phase;
  }

  /** The credits there are to choose from. */
  get credits(): Credit[] {
    return (this.load.value?.credits ?? []).filter(isUsable);
  }

  /** The one that is used: the one that was chosen, else the one that ends first. */
  get credit(): Credit | undefined {
    return this.credits.find(({ id }) => id === this.#creditId) ?? this.credits[0];
  }

  /** More invoices are open than are offered. */
  get more(): boolean {
    return this.load.value?.more ?? false;
  }

  /** The invoices; one that is left out has neither an amount nor a fault. */
  get parts(): Part<Invoice>[] {
    let left = this.credit?.remaining.amount ?? '0';
    return (this.load.value?.invoices ?? []).filter(isPayable).map((invoice) => {
      const { amount } = invoice.open;
      const share = compareAmounts(amount, left) > 0 ? left : amount;
      left = subtractAmounts(left, share);
      const suggested = compareAmounts(share, '0') > 0 ? writeAmount(share, this.language()) : '';
      const typed = this.#typed.get(invoice.id) ?? suggested;
      return typed.trim() ? readPart(invoice, typed, this.language()) : { invoice, typed };
    });
  }

  /** What is used of the credit; `undefined` while an amount cannot be paid. */
  get total(): string | undefined {
    const { parts } = this;
    return parts.some(({ fault }) => fault) ? undefined : addAmounts(['0', ...parts.map(({ amount }) => amount ?? '0')]);
  }

  /** What is then left of it; below zero where it is too much. */
  get left(): string | undefined {
    const { credit, total } = this;
    return credit && total !== undefined ? subtractAmounts(credit.remaining.amount, total) : undefined;
  }

  /** What is sent, when it can be. */
  get order(): { creditId: string; parts: Part<Invoice>[] } | undefined {
    const { credit, total, left } = this;
    if (!credit || total === undefined || compareAmounts(total, '0') === 0 || left!.startsWith('-')) return undefined;
    return { creditId: credit.id, parts: this.parts.filter(({ amount }) => amount !== undefined) };
  }

  /** The first invoice with which the amounts come to more than is left of the credit. */
  get tooMuchAt(): number {
    let left = this.credit?.remaining.amount ?? '0';
    return this.parts.findIndex(({ amount = '0' }) => (left = subtractAmounts(left, amount)).startsWith('-'));
  }

  type(invoiceId: string, text: string): void {
    this.#typed.set(invoiceId, text);
  }

  /** Uses another credit; amounts that were not typed follow. */
  choose(creditId: string): void {
    this.#creditId = creditId;
  }

  /** Begins anew, with another subject. */
  clear(): void {
    this.#typed.clear();
    this.#creditId = undefined;
  }
}
