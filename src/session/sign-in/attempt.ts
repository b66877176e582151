import type { Api } from '../../api/connection.js';
import type { Answer } from '../../api/problem.js';
import type { components } from '../../api/schema.js';
import type { Session } from '../../context/contexts.js';
import { FormController } from '../../core/forms/form-controller.js';
import type { PortalElement } from '../../core/portal-element.js';
import { SecretFields } from '../../core/forms/secret-fields.js';
import { CooldownController } from '../cooldown-controller.js';

type SignIn = components['schemas']['SignIn'];

/** The step of signing in: e-mail and password, one that the server asks for besides, or replacing a forgotten password. */
export type SignInStep = 'credentials' | 'code' | 'new-password' | 'forgotten';

const header = { 'Portal-Request': '1' } as const;

/** Signs in, and where the person belongs to several clients goes back to the one that was acted for before. */
async function send(api: Api, body: SignIn, clientId: string | undefined): Promise<Answer<Session>> {
  const answer = await api.POST('/session', { body, params: { header } });
  const { data } = answer;
  if (!data || !clientId || data.client.id === clientId || !data.clients?.some(({ id }) => id === clientId)) return answer;
  return api.PUT('/session/client', { body: { clientId }, params: { header } });
}

/**
 * Signing in under way, from e-mail and password through the steps that the server asks for. What has been typed is kept through all of them.
 *
 * No `DraftForm`: that is for one form on a record, while here a failure is what leads to the next step, which begins without
 * marked fields; and with what it needs for merging this page of guests would be over its size.
 */
export class SignInAttempt {
  email = '';
  step: SignInStep = 'credentials';
  /** It has been tried: missing fields are marked. */
  checked = false;
  /** A forgotten password has been replaced. */
  renewed = false;
  /** There is no back end. */
  unconnected = false;
  readonly cooldown: CooldownController;
  readonly secrets: SecretFields<'password' | 'code' | 'newPassword' | 'repeated'>;
  readonly form: FormController<SignIn, Session>;

  constructor(
    private readonly host: PortalElement,
    clientId: () => string | undefined,
    onDone: (session: Session) => void,
  ) {
    this.cooldown = new CooldownController(host);
    this.secrets = new SecretFields(host, () => ((this.step = 'credentials'), (this.checked = false)));
    this.form = new FormController<SignIn, Session>(host, {
      changes: ['/session'],
      send: (api, body) => send(api, body, clientId()),
      onDone: (session) => {
        this.email = '';
        this.secrets.forget();
        onDone(session);
      },
    });
  }

  /** Tells whether nothing can be sent now. */
  get held(): boolean {
    return this.cooldown.active || this.form.busy;
  }

  edited(): void {
    this.checked = false;
    this.form.edited();
  }

  type(name: 'email' | 'password' | 'code' | 'newPassword' | 'repeated', value: string): void {
    if (name === 'email') this.email = value;
    else this.secrets.set(name, value);
    this.edited();
  }

  /** To another step; e-mail and password stay. */
  go(step: SignInStep): void {
    this.step = step;
    this.renewed = false;
    this.secrets.set('code', '');
    this.secrets.set('newPassword', '');
    this.secrets.set('repeated', '');
    this.edited();
  }

  async send(): Promise<boolean> {
    this.unconnected = !this.form.connected;
    this.checked = true;
    this.renewed = false;
    this.cooldown.reset();
    const { secrets } = this;
    const [password, code, newPassword] = [secrets.get('password'), secrets.get('code').trim(), secrets.get('newPassword')];
    const complete = this.email && password && (this.step !== 'code' || code);
    if (!complete || this.unconnected) return false;
    const body = { email: this.email.trim(), password, ...(code && { code }), ...(newPassword && { newPassword }) };
    if (await this.form.send(body)) return true;
    this.#follow();
    this.host.requestUpdate();
    return false;
  }

  /** Takes the step that the server asks for. */
  #follow(): void {
    const { error } = this.form;
    this.cooldown.follow(error);
    const asked = error?.is('second-factor-required') ? 'code' : error?.is('password-expired') ? 'new-password' : undefined;
    if (asked && asked !== this.step) {
      this.step = asked;
      this.checked = false;
      this.form.edited();
    } else if (error?.is('wrong-code')) this.step = 'code';
    else if (error?.status === 401) this.step = 'credentials';
  }
}
