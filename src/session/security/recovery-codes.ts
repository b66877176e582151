import { html, nothing, type TemplateResult } from 'lit';
import type { SharedLocalize } from '../../core/localize-controller.js';
import type { PortalElement } from '../../core/portal-element.js';
import { saveFile } from '../../core/save-answer.js';
import { security } from '../texts/security.js';
import { checkField } from '../../ui/form-view.js';
import { printText } from './print-text.js';

/** Recovery codes, shown once: copied, saved, printed, and gone when the person says they are kept. */
export class RecoveryCodes {
  #kept = false;
  #asked = false;
  #said = '';

  constructor(
    private readonly host: PortalElement,
    private readonly codes: readonly string[],
    private readonly i18n: SharedLocalize,
    private readonly done: () => void,
  ) {}

  view(): TemplateResult {
    const t = this.i18n.in(security);
    return html`<div class="stack">
      <h4 tabindex="-1">${t('codesTitle')}</h4>
      <p>${t('codesText')}</p>
      <ul class="codes" part="codes">
        ${this.codes.map((code) => html`<li><bdi class="code">${code}</bdi></li>`)}
      </ul>
      <div class="actions">
        <button type="button" @click=${this.#copy}>${t('copy')}</button>
        <button type="button" @click=${() => saveFile(new Blob([this.#text], { type: 'text/plain' }), `${t('codesFile')}.txt`)}>
          ${t('download')}
        </button>
        <button type="button" @click=${() => printText(this.#text)}>${t('print')}</button>
        <span role="status">${this.#said}</span>
      </div>
      ${checkField({
        name: 'kept',
        label: t('kept'),
        checked: this.#kept,
        edit: (kept) => {
          this.#kept = kept;
          this.host.requestUpdate();
        },
      })}
      ${this.#asked && !this.#kept ? html`<span class="error-text" role="alert">${t('keepFirst')}</span>` : nothing}
      <div><button type="button" class="primary" @click=${this.#finish}>${t('done')}</button></div>
    </div>`;
  }

  get #text(): string {
    return `${this.codes.join('\n')}\n`;
  }

  #copy = async (): Promise<void> => {
    const t = this.i18n.in(security);
    this.#said = await navigator.clipboard.writeText(this.#text).then(
      () => t('copied'),
      () => t('notCopied'),
    );
    this.host.requestUpdate();
  };

  #finish = (): void => {
    this.#asked = true;
    if (this.#kept) this.done();
    else this.host.renderRoot.querySelector<HTMLElement>('[name="kept"]')?.focus();
    this.host.requestUpdate();
  };
}
