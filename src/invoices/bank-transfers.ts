import { html, nothing, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import { LocalizeController } from '../core/localize-controller.js';
import type { PortalElement } from '../core/portal-element.js';
import { bankTransfers as texts } from './texts/bank-transfers.js';
import { qrCode } from '../ui/qr-code.js';
import { adoptStyles } from '../ui/styles/adopt.js';
import { bankTransferStyles } from './bank-transfer-styles.js';

type BankTransfer = components['schemas']['BankTransfer'];

/** Schemes whose codes are drawn here; of others only the details are shown. */
const drawn = ['epc', 'spayd', 'swiss-qr'];

/** The number in the groups in which it is printed; a person who copies it gets it whole. */
const inGroups = (text: string, size: number) => text.match(new RegExp(`.{1,${size}}`, 'g'))?.join(' ') ?? text;

/** How to pay by bank transfer: for each account a QR code for banking apps, and the same details to copy. */
export class BankTransfers {
  #said = '';
  readonly #i18n: LocalizeController<typeof texts.english>;

  constructor(private readonly host: PortalElement) {
    this.#i18n = new LocalizeController(host, texts);
    adoptStyles(host, bankTransferStyles);
  }

  view(transfers: readonly BankTransfer[]): TemplateResult {
    return html`${transfers.map((transfer) => this.#transfer(transfer))}
      <p class="copied muted" role="status">${this.#said}</p>`;
  }

  #transfer(transfer: BankTransfer): TemplateResult {
    const { t, money } = this.#i18n;
    const { scheme, payload, iban, bic, recipient, amount, reference, referenceKind } = transfer;
    const isDrawn = drawn.includes(scheme);
    const label = t('codeLabel', this.#i18n.label(`scheme-${scheme}`, ''), money(amount), recipient);
    const grouped = referenceKind === 'qr-reference' ? `${reference.slice(0, 2)} ${inGroups(reference.slice(2), 5)}` : reference;
    return html`<div class="transfer">
      ${
        isDrawn
          ? html`<figure>
              ${qrCode(payload, label, scheme === 'swiss-qr' ? 'swiss-cross' : undefined)}
              <figcaption class="muted">${this.#i18n.label(`scheme-${scheme}`, '')}</figcaption>
            </figure>`
          : nothing
      }
      <div>
        <p class="muted">${t(isDrawn ? 'scan' : 'transfer')}</p>
        <dl>
          ${this.#detail(t('recipient'), recipient)} ${this.#detail('IBAN', inGroups(iban, 4), iban)}
          ${bic ? this.#detail('BIC', bic) : nothing} ${this.#detail(t('amount'), money(amount), amount.amount)}
          ${this.#detail(this.#i18n.label(`reference-${referenceKind}`, t('reference-text')), grouped, reference)}
        </dl>
      </div>
    </div>`;
  }

  #detail(name: string, shown: string, copied = shown): TemplateResult {
    const { t } = this.#i18n;
    return html`<div>
      <dt>${name}</dt>
      <dd><bdi>${shown}</bdi></dd>
      <dd>
        <button type="button" class="link" aria-label=${t('copyWhat', name)} @click=${() => this.#copy(name, copied)}>${t('copy')}</button>
      </dd>
    </div>`;
  }

  async #copy(name: string, text: string): Promise<void> {
    const { t } = this.#i18n;
    // Not there on pages without HTTPS.
    const written = (navigator.clipboard as Clipboard | undefined)?.writeText(text) ?? Promise.reject(new Error());
    this.#said = await written.then(
      () => t('copied', name),
      () => t('notCopied'),
    );
    this.host.requestUpdate();
  }
}
