import { LitElement, css, html, type PropertyValues } from 'lit';
import { property } from '../core/property.js';
import { warnOnce } from '../core/warn.js';
import { compareAnswers } from '../api/answers.js';
import { connect, type ConnectionOptions } from '../api/connection.js';
import { unwrap, ApiError } from '../api/problem.js';
import type { LocaleSettings, PortalContext, Session } from './contexts.js';
import type { PermissionSet } from './permissions.js';
import { providePortal, type Provision } from './provide.js';
import { PortalSessionEvent } from './session-event.js';

const json = {
  fromAttribute(value: string | null): unknown {
    try {
      return value === null ? undefined : JSON.parse(value);
    } catch {
      warnOnce('permissions="…" is not JSON; nothing is allowed.');
      return null;
    }
  },
};

/**
 * Supplies the back end, the session, the permissions and the locale to the elements inside it, or with `whole-page` to
 * all of the document. Permissions that are not given are read from the session, and read again when the page gets the
 * focus, every `refresh` seconds, and when the server refuses something.
 *
 * @tag portal-provider
 * @summary Supplies client, session, permissions and locale.
 * @example
 * <portal-provider base-url="/api/v1">
 *   <portal-invoices></portal-invoices>
 * </portal-provider>
 * @operation getSession
 * @slot - The page, or a part of it.
 * @event {PortalSessionEvent} portal-session - The session has been read, has changed or has ended; bubbles.
 * @event {PortalPhaseEvent} portal-phase - The phase of an element inside has changed; bubbles.
 */
export class PortalProvider extends LitElement {
  static override styles = css`
    :host {
      display: contents;
    }
  `;

  /** The address at which the contract's paths begin, e.g. `/api/v1`. */
  @property({ attribute: 'base-url' }) baseUrl = '/api/v1';

  /** Supplies the whole document, not just what is inside. */
  @property({ type: Boolean, attribute: 'whole-page' }) wholePage = false;

  /** The effective permissions, as a property or as JSON; read from the session when left out. `null`: nothing is allowed. */
  @property({ converter: json }) permissions?: PermissionSet | null;

  /** BCP 47 tag; the session's, then the page's language when left out. */
  @property() language?: string;

  /** IANA time zone for instants; the session's, then the browser's when left out. */
  @property({ attribute: 'time-zone' }) timeZone?: string;

  /** Seconds between two readings of the session; 0: only on focus and on refusal. */
  @property({ type: Number }) refresh = 60;

  /** Gives bearer tokens for a back end on another origin; leave it out where the session is a cookie. */
  @property({ attribute: false }) getToken?: ConnectionOptions['getToken'];

  /** Single texts of your own, keyed `catalogue.name`, as `invoices.noInvoices`. */
  @property({ attribute: false }) texts?: LocaleSettings['texts'];

  /** The session as last read; `null`: nobody is signed in; `undefined`: not known yet. */
  session?: Session | null;

  #client?: ConnectionOptions;
  #provision?: Provision;
  #leave?: () => void;
  #timer?: ReturnType<typeof setInterval>;
  #reading?: Promise<unknown>;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('focus', this.#onAttention);
    document.addEventListener('visibilitychange', this.#onAttention);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('focus', this.#onAttention);
    document.removeEventListener('visibilitychange', this.#onAttention);
    clearInterval(this.#timer);
    this.#leave?.();
    this.#provision?.remove();
    this.#provision = this.#leave = this.#client = undefined;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!this.isConnected) return;
    if (!this.#client || changed.has('baseUrl') || changed.has('getToken')) this.#connect();
    if (!this.#provision || changed.has('wholePage')) {
      this.#provision?.remove();
      this.#provision = providePortal(this.wholePage ? document.documentElement : this, this.#context);
    } else this.#provision.update(this.#context);
    clearInterval(this.#timer);
    if (this.refresh > 0) this.#timer = setInterval(this.#onAttention, this.refresh * 1000);
  }

  protected override render(): unknown {
    return html`<slot></slot><portal-session-notice></portal-session-notice>`;
  }

  get #context(): PortalContext {
    const { session } = this;
    const language = this.language ?? session?.locale;
    return {
      client: this.#client,
      session,
      permissions: this.permissions === undefined ? session && session.permissions : this.permissions,
      locale: { language, timeZone: this.timeZone ?? session?.timeZone, texts: this.texts },
    };
  }

  #connect(): void {
    this.#leave?.();
    this.#client = { baseUrl: this.baseUrl, getToken: this.getToken };
    this.#leave = connect(this.#client).listen((event) => {
      if (event.type === 'refused') void this.#read(true);
      else if (event.type === 'mended') this.requestUpdate();
      // What is being read now may be from before the change.
      else if (event.path === '' || event.path.startsWith('/session')) void Promise.resolve(this.#reading).then(() => this.#read(true));
    });
    void this.#read(true);
  }

  #onAttention = (): void => void this.#read();

  /** Reads the session, unless the page is in the background. What does not change is not replaced, so that nothing flickers. */
  #read(forced = false): Promise<unknown> | undefined {
    if (!this.#client || this.permissions !== undefined || this.#reading || (!forced && document.hidden)) return this.#reading;
    const client = this.#client;
    this.#reading = unwrap(connect(client).api.GET('/session'))
      .then(
        async (session) => {
          // What everything else stands on is put right first.
          if (![session.person, session.client, session.permissions].every(Boolean)) await compareAnswers();
          this.#accept(client, session);
        },
        (error: unknown) => error instanceof ApiError && error.status === 401 && this.#accept(client, null),
      )
      .finally(() => (this.#reading = undefined));
    return this.#reading;
  }

  #accept(client: ConnectionOptions, session: Session | null): void {
    const essence = (each?: Session | null) => each && JSON.stringify({ ...each, serverTime: '', expiresAt: '' });
    if (client !== this.#client || (this.session !== undefined && essence(session) === essence(this.session))) return;
    this.session = session;
    this.requestUpdate();
    /** @internal */
    this.dispatchEvent(new PortalSessionEvent(session));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-provider': PortalProvider;
  }

  interface GlobalEventHandlersEventMap {
    'portal-session': PortalSessionEvent;
  }
}
