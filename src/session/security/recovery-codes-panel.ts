import { html, nothing, type TemplateResult } from 'lit';
import { Panel } from '../../core/panel.js';
import { saveFile } from '../../core/forms/save-answer.js';
import { checkField } from '../../ui/form-view.js';
import type { PortalAccountSecurity } from '../portal-account-security.js';
import { security as texts } from '../texts/security.js';

/** Recovery codes, shown once: copied, saved, printed, and gone when the person says they are kept. */
export class RecoveryCodesPanel extends Panel<PortalAccountSecurity, typeof texts.english> {
  #codes: readonly string[] = [];
  #kept = false;
  #checked = false;
  #announcement = '';
  #done: () => void = () => undefined;

  constructor(host: PortalAccountSecurity) {
    super(host, texts);
  }

  /** Tells whether there are codes to be shown. */
  get open(): boolean {
    return this.#codes.length > 0;
  }

  /** @param done Called when the person has kept them. */
  begin(codes: readonly string[], done: () => void): void {
    this.#codes = codes;
    this.#done = done;
    this.#kept = this.#checked = false;
    this.#announcement = '';
  }

  forget(): void {
    this.#codes = [];
  }

  render(): TemplateResult {
    const { t } = this.i18n;
    return html`<div class="stack">
      <h4 tabindex="-1">${t('codesTitle')}</h4>
      <p>${t('codesText')}</p>
      <ul class="codes" part="codes">
        ${this.#codes.map((code) => html`<li><bdi class="code">${code}</bdi></li>`)}
      </ul>
      <div class="actions">
        <button type="button" @click=${this.#copy}>${t('copy')}</button>
        <button type="button" @click=${() => saveFile(new Blob([this.#text], { type: 'text/plain' }), `${t('codesFile')}.txt`)}>
          ${t('download')}
        </button>
        <button type="button" @click=${() => printText(this.#text)}>${t('print')}</button>
        <span role="status">${this.#announcement}</span>
      </div>
      ${checkField({
        name: 'kept',
        label: t('kept'),
        checked: this.#kept,
        edit: (kept) => {
          this.#kept = kept;
          this.update();
        },
      })}
      ${this.#checked && !this.#kept ? html`<span class="error-text" role="alert">${t('keepFirst')}</span>` : nothing}
      <div><button type="button" class="primary" @click=${this.#finish}>${t('done')}</button></div>
    </div>`;
  }

  get #text(): string {
    return `${this.#codes.join('\n')}\n`;
  }

  readonly #copy = async (): Promise<void> => {
    const { t } = this.i18n;
    this.#announcement = await navigator.clipboard.writeText(this.#text).then(
      () => t('copied'),
      () => t('notCopied'),
    );
    this.update();
  };

  readonly #finish = (): void => {
    this.#checked = true;
    if (this.#kept) this.#done();
    else this.host.renderRoot.querySelector<HTMLElement>('[name="kept"]')?.focus();
    this.update();
  };
}

/** Prints text alone, without the page around it. */
function printText(text: string): void {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  document.body.append(frame);
  const view = frame.contentWindow!;
  const page = view.document.createElement('pre');
  page.textContent = text;
  view.document.body.append(page);
  view.addEventListener('afterprint', () => frame.remove());
  view.print();
}
