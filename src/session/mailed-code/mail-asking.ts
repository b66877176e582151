import { html, type TemplateResult } from 'lit';
import type { Api } from '../../api/connection.js';
import type { Answer } from '../../api/problem.js';
import { FormController } from '../../core/form-controller.js';
import type { SharedLocalize } from '../../core/localize-controller.js';
import type { PortalElement } from '../../core/portal-element.js';
import { attempts } from '../texts/attempts.js';
import { mailedCode } from '../texts/mailed-code.js';
import { tools } from '../../i18n/texts/tools.js';
import { formStatus, textField } from '../../ui/form-view.js';
import { Pause, waitText } from '../attempt.js';

interface MailRequest<Name extends string> {
  /** What is asked for, by the names of the request. */
  names: readonly Name[];
  send: (api: Api, values: Record<Name, string>) => Promise<Answer<unknown>>;
  /** How a field is called and what helps to fill it in. */
  field: (name: Name) => { label: string; hint?: string; type?: 'email'; autocomplete?: string };
}

/** Asking for a mail that brings a code. What is answered says nothing about who has an account. */
export class MailAsking<Name extends string> {
  readonly values: Record<Name, string>;
  /** The mail has been asked for with these very values. */
  sent = false;
  /** It has been asked for again. */
  repeated = false;
  #checked = false;
  readonly #pause: Pause;
  readonly #form: FormController<Record<Name, string>>;

  constructor(
    private readonly host: PortalElement,
    private readonly request: MailRequest<Name>,
  ) {
    this.values = Object.fromEntries(request.names.map((name) => [name, ''])) as Record<Name, string>;
    this.#pause = new Pause(host);
    this.#form = new FormController(host, { changes: [], empty: true, send: request.send });
  }

  type(name: Name, value: string): void {
    this.values[name] = value;
    this.#checked = this.sent = this.repeated = false;
    if (!this.#pause.active) this.#form.edited();
  }

  /** Asks; resolves to whether the mail is on its way, if there is one to be sent. */
  async send(): Promise<boolean> {
    if (this.#form.busy || this.#pause.active) return false;
    this.#checked = true;
    this.#pause.forget();
    const { names } = this.request;
    for (const name of names) {
      const field = this.host.renderRoot.querySelector<HTMLInputElement>(`#${name}`);
      if (field) this.values[name] = field.value;
    }
    this.host.requestUpdate();
    if (names.some((name) => !this.values[name].trim())) return false;
    const values = Object.fromEntries(names.map((name) => [name, this.values[name].trim()])) as Record<Name, string>;
    const done = await this.#form.send(values);
    this.repeated = done && this.sent;
    this.sent ||= done;
    this.#pause.follow(this.#form.error);
    this.host.requestUpdate();
    return done;
  }

  fields(i18n: SharedLocalize): TemplateResult[] {
    return this.request.names.map((name) =>
      textField({
        spellcheck: false,
        ...this.request.field(name),
        name,
        value: this.values[name],
        edit: (value) => this.type(name, value),
        error: this.#form.fieldError(`/${name}`) ?? (this.#checked && !this.values[name].trim() ? i18n.in(tools)('required') : undefined),
        required: true,
      }),
    );
  }

  status(i18n: SharedLocalize): unknown {
    if (this.#pause.over) return html`<div class="notice" role="status"><p>${i18n.in(attempts)('tryAgainNow')}</p></div>`;
    const said = this.#checked && !this.#form.connected ? i18n.in(mailedCode)('notConnected') : waitText(this.#form.error, i18n);
    if (said) return html`<div class="notice danger" part="error" role="alert"><p>${said}</p></div>`;
    return formStatus(
      this.#form,
      i18n,
      this.request.names.map((name) => `/${name}`),
    );
  }

  button(i18n: SharedLocalize, label: string): TemplateResult {
    const { busy } = this.#form;
    return html`<button type="submit" class="primary" aria-disabled=${busy || this.#pause.active}>
      ${busy ? i18n.in(tools)('sending') : label}
    </button>`;
  }

  /** For when none comes: the mail once more. */
  again(i18n: SharedLocalize): TemplateResult {
    const t = i18n.in(mailedCode);
    const waiting = this.#form.busy || this.#pause.active;
    return html`<button type="button" class="link" aria-disabled=${waiting} @click=${() => void this.send()}>${t('sendAgain')}</button>`;
  }
}
