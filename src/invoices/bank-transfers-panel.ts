import { css, html, nothing, type CSSResult, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import { Panel } from '../core/panel.js';
import { qrCode } from '../ui/qr-code.js';
import type { PortalInvoice } from './portal-invoice.js';
import { bankTransfers as texts } from './texts/bank-transfers.js';

type BankTransfer = components['schemas']['BankTransfer'];

/** Schemes whose codes are drawn here; of others only the details are shown. */
const drawn = ['epc', 'spayd', 'swiss-qr'];

/** The number in the groups in which it is printed; a person who copies it gets it whole. */
const inGroups = (text: string, size: number) => text.match(new RegExp(`.{1,${size}}`, 'g'))?.join(' ') ?? text;

/** QR codes for banking apps beside the details of the transfer. */
const transferStyles = css`
  .transfer {
    display: flex;
    flex-wrap: wrap;
    gap: 1em 2em;
    margin-block: 0.75em;
  }
  .transfer > div {
    flex: 1 1 18em;
    min-inline-size: 0;
  }
  .transfer p,
  .copied {
    margin: 0 0 0.5em;
  }
  .transfer figure {
    display: grid;
    justify-items: center;
    gap: 0.35em;
    margin: 0;
    font-size: 0.875em;
  }
  .qr {
    inline-size: 13em;
    max-inline-size: 100%;
    border-radius: var(--_radius);
  }
  .transfer dl {
    display: grid;
    margin: 0;
  }
  .transfer dl > div {
    display: grid;
    grid-template-columns: minmax(6em, 10em) 1fr auto;
    align-items: baseline;
    gap: 0 1em;
    padding-block: 0.35em;
    border-block-end: 1px solid var(--_line);
  }
  .transfer dt {
    color: var(--_muted);
  }
  .transfer dd {
    margin: 0;
    overflow-wrap: anywhere;
    font-variant-numeric: tabular-nums;
  }
  .transfer dd:first-of-type {
    font-weight: 600;
  }
  @container (max-width: 30em) {
    .transfer figure {
      inline-size: 100%;
    }
    .transfer dl > div {
      grid-template-columns: 1fr auto;
    }
    .transfer dt {
      grid-column: 1 / -1;
      font-size: 0.875em;
    }
  }
`;

/** Paying by bank transfer: for each account a QR code for banking apps, and the same details to copy. */
export class BankTransfersPanel extends Panel<PortalInvoice, typeof texts.english> {
  static override readonly styles: readonly CSSResult[] = [transferStyles];

  #announcement = '';

  constructor(host: PortalInvoice) {
    super(host, texts);
  }

  render(transfers: readonly BankTransfer[]): TemplateResult {
    return html`${transfers.map((transfer) => this.#transfer(transfer))}
      <p class="copied muted" role="status">${this.#announcement}</p>`;
  }

  #transfer(transfer: BankTransfer): TemplateResult {
    const { t, money } = this.i18n;
    const { scheme, payload, iban, bic, recipient, amount, reference, referenceKind } = transfer;
    const isDrawn = drawn.includes(scheme);
    const label = t('codeLabel', this.i18n.label(`scheme-${scheme}`, ''), money(amount), recipient);
    const grouped = referenceKind === 'qr-reference' ? `${reference.slice(0, 2)} ${inGroups(reference.slice(2), 5)}` : reference;
    return html`<div class="transfer">
      ${
        isDrawn
          ? html`<figure>
              ${qrCode(payload, label, scheme === 'swiss-qr' ? 'swiss-cross' : undefined)}
              <figcaption class="muted">${this.i18n.label(`scheme-${scheme}`, '')}</figcaption>
            </figure>`
          : nothing
      }
      <div>
        <p class="muted">${t(isDrawn ? 'scan' : 'transfer')}</p>
        <dl>
          ${this.#detail(t('recipient'), recipient)} ${this.#detail('IBAN', inGroups(iban, 4), iban)}
          ${bic ? this.#detail('BIC', bic) : nothing} ${this.#detail(t('amount'), money(amount), amount.amount)}
          ${this.#detail(this.i18n.label(`reference-${referenceKind}`, t('reference-text')), grouped, reference)}
        </dl>
      </div>
    </div>`;
  }

  #detail(name: string, shown: string, copied = shown): TemplateResult {
    const { t } = this.i18n;
    return html`<div>
      <dt>${name}</dt>
      <dd><bdi>${shown}</bdi></dd>
      <dd>
        <button type="button" class="link" aria-label=${t('copyWhat', name)} @click=${() => this.#copy(name, copied)}>${t('copy')}</button>
      </dd>
    </div>`;
  }

  async #copy(name: string, text: string): Promise<void> {
    const { t } = this.i18n;
    // Not there on pages without HTTPS.
    const written = (navigator.clipboard as Clipboard | undefined)?.writeText(text) ?? Promise.reject(new Error());
    this.#announcement = await written.then(
      () => t('copied', name),
      () => t('notCopied'),
    );
    this.update();
  }
}
