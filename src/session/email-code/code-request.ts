import type { Api } from '../../api/connection.js';
import type { Answer } from '../../api/problem.js';
import { FormController } from '../../core/forms/form-controller.js';
import type { PortalElement } from '../../core/portal-element.js';
import { CooldownController } from '../cooldown-controller.js';

interface CodeRequestOptions<Name extends string> {
  /** The fields, by their names in the request. */
  names: readonly Name[];
  send: (api: Api, values: Record<Name, string>) => Promise<Answer<unknown>>;
  /** The label of a field, and help to fill it in. */
  field: (name: Name) => { label: string; hint?: string; type?: 'email'; autocomplete?: string };
}

/**
 * Asks for a mail that brings a code. The answer says nothing about who has an account.
 *
 * No `DraftForm`: there is no record to merge with, and with it `portal-account-request` would be over its size.
 */
export class CodeRequest<Name extends string> {
  readonly values: Record<Name, string>;
  /** The mail has been asked for with these very values. */
  sent = false;
  /** It has been asked for again. */
  repeated = false;
  /** It has been tried: missing fields are marked. */
  checked = false;
  readonly cooldown: CooldownController;
  readonly form: FormController<Record<Name, string>>;

  constructor(
    private readonly host: PortalElement,
    readonly options: CodeRequestOptions<Name>,
  ) {
    this.values = Object.fromEntries(options.names.map((name) => [name, ''])) as Record<Name, string>;
    this.cooldown = new CooldownController(host);
    this.form = new FormController(host, { changes: [], empty: true, send: options.send });
  }

  /** Tells whether nothing can be sent now. */
  get held(): boolean {
    return this.form.busy || this.cooldown.active;
  }

  type(name: Name, value: string): void {
    this.values[name] = value;
    this.checked = this.sent = this.repeated = false;
    this.form.edited();
  }

  /** Asks for the mail; resolves to whether it is on its way, if there is one to be sent. */
  async send(): Promise<boolean> {
    if (this.held) return false;
    this.checked = true;
    this.cooldown.reset();
    const { names } = this.options;
    this.#readFilledIn();
    this.host.requestUpdate();
    if (names.some((name) => !this.values[name].trim())) return false;
    const values = Object.fromEntries(names.map((name) => [name, this.values[name].trim()])) as Record<Name, string>;
    const done = await this.form.send(values);
    this.repeated = done && this.sent;
    this.sent ||= done;
    this.cooldown.follow(this.form.error);
    this.host.requestUpdate();
    return done;
  }

  /** Takes the values that a password manager has filled in without an event. */
  #readFilledIn(): void {
    for (const name of this.options.names) {
      const field = this.host.renderRoot.querySelector<HTMLInputElement>(`#${name}`);
      if (field) this.values[name] = field.value;
    }
  }
}
