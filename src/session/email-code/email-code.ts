import type { ApiError } from '../../api/problem.js';
import type { components } from '../../api/schema.js';
import { FormController } from '../../core/forms/form-controller.js';
import type { SharedLocalize } from '../../core/localize-controller.js';
import type { PortalElement } from '../../core/portal-element.js';
import { SecretFields } from '../../core/forms/secret-fields.js';
import { CooldownController } from '../cooldown-controller.js';
import { mailedCode as texts } from '../texts/mailed-code.js';

type CodeBody = components['schemas']['MailedCode'];
export type CodeUse = components['schemas']['MailedCodeUse'];

/** Takes a code out of the page's address, where it would be seen, kept and passed on. */
export function takeCode(name: string): string | undefined {
  const address = new URL(location.href);
  const code = address.searchParams.get(name);
  if (code === null) return undefined;
  address.searchParams.delete(name);
  history.replaceState(history.state, '', address);
  return code || undefined;
}

/**
 * A mailed code, from the page's address or typed, until the server has said what it is for.
 *
 * No `DraftForm`: that begins anew once it has been sent, while an accepted code is sent again with the password; and the
 * code of a link is sent without a form.
 */
export class EmailCode {
  email = '';
  checked = false;
  /** The purpose and the person of the code, once it has been accepted. */
  use?: CodeUse | undefined;
  /** It came with the page's address. */
  #linked = false;
  #asked = false;
  readonly cooldown: CooldownController;
  readonly #secrets: SecretFields<'code'>;
  readonly form: FormController<CodeBody, CodeUse>;

  constructor(
    private readonly host: PortalElement & { email?: string | undefined },
    onUse: (use: CodeUse) => void,
  ) {
    this.cooldown = new CooldownController(host);
    this.#secrets = new SecretFields(host, () => {
      this.use = undefined;
      this.#linked = this.#asked = this.checked = false;
    });
    this.form = new FormController<CodeBody, CodeUse>(host, {
      changes: [],
      send: (api, body) => api.POST('/mailed-codes/check', { body, params: { header: { 'Portal-Request': '1' } } }),
      onDone: (use) => {
        this.use = use;
        onUse(use);
      },
    });
  }

  /** Checks the code of a link again after a failure that was not about the code. */
  get retry(): (() => void) | undefined {
    return this.#linked ? () => void this.check() : undefined;
  }

  get typed(): string {
    return this.#linked ? '' : this.#secrets.get('code');
  }

  /** The code as the server wants it: that of a link alone, a typed one with the address. */
  get value(): CodeBody | undefined {
    const code = this.#secrets.get('code').trim();
    const email = (this.host.email ?? this.email).trim();
    if (!code) return undefined;
    return this.#linked ? { code } : email ? { code, email } : undefined;
  }

  /** The code of a link is being checked, or will be as soon as there is a back end. */
  get checking(): boolean {
    return this.#linked && (!this.#asked || this.form.busy);
  }

  /** Takes the code of a link. */
  take(code: string): void {
    this.#secrets.set('code', code);
    this.#linked = true;
    this.#asked = false;
  }

  /** Checks the code of a link once there is a back end. */
  checkTaken(): void {
    if (this.#linked && !this.#asked && this.form.connected) void this.check();
  }

  type(part: 'code' | 'email', value: string): void {
    if (this.#linked) this.#secrets.forget();
    if (part === 'email') this.email = value;
    else this.#secrets.set('code', value);
    this.checked = false;
    this.form.edited();
  }

  async check(): Promise<boolean> {
    if (this.cooldown.active) return false;
    const { value } = this;
    this.checked = true;
    this.#asked = true;
    this.cooldown.reset();
    this.host.requestUpdate();
    const accepted = !!value && (await this.form.send(value));
    this.cooldown.follow(this.form.error);
    return accepted;
  }

  forget(): void {
    this.#secrets.forget();
  }
}

/** The reason why a code cannot be used; `undefined` for failures that are not about the code. */
export function codeRefusal(error: ApiError | undefined, i18n: SharedLocalize): string | undefined {
  const t = i18n.in(texts);
  if (error?.is('code-expired')) return t('codeExpired');
  if (error?.is('code-used')) return t('codeUsed');
  if (error?.is('already-has-account')) return t('alreadyHasAccount');
  if (error?.is('needs-review')) return t('needsReview');
  return error?.status === 410 ? t('codeUnknown') : undefined;
}
