import { html, nothing, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import type { PortalElement } from '../core/portal-element.js';
import { failure } from '../ui/messages.js';
import type { InvoiceDispute } from './invoice-dispute.js';
import type { InvoiceLocalize } from './invoice-sections.js';

type Invoice = components['schemas']['Invoice'];

/** Objecting to an invoice in its own place; what it takes is loaded when it is asked for. */
export class InvoiceObjection {
  #open?: string | undefined;
  #dispute?: InvoiceDispute;

  /** @param moved Called when something else is about to be shown. */
  constructor(
    private readonly host: PortalElement,
    private readonly i18n: InvoiceLocalize,
    private readonly moved: () => void,
  ) {}

  /** Whether this invoice is being objected to. */
  isOf(id: string | undefined): boolean {
    return this.#open !== undefined && this.#open === id && this.host.can('update');
  }

  view(invoice: Invoice | undefined): TemplateResult {
    return html`<p><button type="button" class="back" @click=${this.#close}>${this.i18n.t('back')}</button></p>
      ${invoice && this.#dispute?.view(invoice)}`;
  }

  /** Where an objection begins. */
  button(invoice: Invoice): unknown {
    const show = () => this.#show(invoice.id);
    return this.#may(invoice, 'dispute') ? html`<button type="button" @click=${show}>${this.i18n.t('dispute')}</button>` : nothing;
  }

  /** What is objected to, for as long as it is. */
  notice(invoice: Invoice): unknown {
    const { dispute, lines } = invoice;
    if (!dispute) return nothing;
    const { t, instant } = this.i18n;
    const about = dispute.lines.map((line) => lines[line - 1]?.description).filter(Boolean);
    const withdraw = () => void this.#load().then((loaded) => loaded.withdraw(invoice.id));
    const error = this.#dispute?.failure;
    return html`${error ? failure(error, this.i18n) : nothing}
      <div class="notice warning" part="dispute">
        <div>
          <p><strong>${t('disputedSince', instant(dispute.disputedAt), dispute.disputedBy)}</strong> ${t('disputeMeans')}</p>
          <p>${this.i18n.label(`reason-${dispute.reason}`, dispute.reason)}</p>
          <p class="note"><bdi>${dispute.text}</bdi></p>
          ${
            about.length > 0
              ? html`<ul>
                  ${about.map((each) => html`<li><bdi>${each}</bdi></li>`)}
                </ul>`
              : nothing
          }
        </div>
        ${this.#may(invoice, 'withdraw-dispute') ? html`<button type="button" @click=${withdraw}>${t('withdraw')}</button>` : nothing}
      </div>`;
  }

  #may({ allowedActions }: Invoice, action: string): boolean {
    return allowedActions.includes(action) && this.host.can('update');
  }

  #show(id: string): void {
    this.#change(id);
    void this.#load();
  }

  async #load(): Promise<InvoiceDispute> {
    const { InvoiceDispute } = await import('./invoice-dispute.js');
    this.#dispute ??= new InvoiceDispute(this.host, this.#close);
    this.host.requestUpdate();
    return this.#dispute;
  }

  #close = (): void => this.#change(undefined);

  #change(open: string | undefined): void {
    this.#open = open;
    this.moved();
    this.host.requestUpdate();
  }
}
