import { css, type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { type Session, sessionContext } from '../context/contexts.js';
import { Consumer } from '../core/consume.js';
import { DialogController } from '../core/dialog-controller.js';
import { Lazy } from '../core/lazy.js';
import { LocalizeController, type SharedLocalize } from '../core/localize-controller.js';
import { PortalElement } from '../core/portal-element.js';
import { property } from '../core/property.js';
import { reloadPage } from '../core/forms/unsaved.js';
import { showModal } from '../ui/dialog.js';
import { lazyView } from '../ui/lazy-view.js';
import { dialogStyles } from '../ui/styles/dialog.js';
import { sharedStyles } from '../ui/styles/shared.js';
import { toolStyles } from '../ui/styles/tools.js';
import { accountStyles } from './account.styles.js';
import { PortalSessionReplacedEvent, PortalSignedOutEvent } from './events.js';
import { SessionClock } from './session-clock.js';
import { sessionEnd } from './texts/session-end.js';
import type * as warningPanel from './warning-panel.js';
import type { WarningPanel } from './warning-panel.js';

/** Says that the session has ended, with the place to sign in again. */
function endedDialog(session: Session, signIn: Lazy<true>, i18n: SharedLocalize, close: () => void): TemplateResult {
  const t = i18n.in(sessionEnd);
  return html`<dialog part="dialog" class="small" aria-labelledby="title" aria-describedby="text" ${ref(showModal)} @close=${close}>
    <div class="stack">
      <h2 id="title">${t('endedTitle')}</h2>
      <p id="text">${t('endedText')}</p>
      ${lazyView(signIn, i18n, () => html`<portal-sign-in .resume=${session}></portal-sign-in>`)}
      <div><button type="button" class="quiet" @click=${close}>${t('notNow')}</button></div>
    </div>
  </dialog>`;
}

const notices = new Set<PortalSessionNotice>();

/**
 * Warns before the session ends, and lets the person stay signed in. When it has ended under the open page, the same
 * person signs in again in place and goes on; for anyone else, and for another client, the page is loaded anew. Every
 * `portal-provider` has one, which is loaded with `portal-user-menu`; a page without that menu places its own.
 *
 * @tag portal-session-notice
 * @summary Warns before the session ends; signs in again in place.
 * @example
 * <portal-session-notice warn-before="120"></portal-session-notice>
 * @operation getSession
 * @operation renewSession
 * @event {PortalSessionReplacedEvent} portal-session-replaced - Somebody else is signed in, or acts for another client; cancel it to keep the page from being loaded anew.
 * @csspart dialog - The warning, or the place to sign in again.
 */
export class PortalSessionNotice extends PortalElement {
  static override requires = 'guest' as const;
  static override styles: CSSResultGroup = [
    PortalElement.styles,
    sharedStyles,
    toolStyles,
    dialogStyles,
    accountStyles,
    css`
      :host(:not([hidden])) {
        display: contents;
      }
      dialog > form {
        padding: 1.25em;
      }
    `,
  ];

  /** Seconds before the end at which to warn. */
  @property({ type: Number, attribute: 'warn-before' }) warnBefore = 300;

  #i18n = new LocalizeController(this, sessionEnd);
  #ended = new DialogController<Session>(this);
  #signIn: Lazy<true> = new Lazy(this, () => import('../define/portal-sign-in.js').then(() => true as const));
  /** The session of the person who was signed in last. */
  #last?: Session | undefined;
  #current?: Session | null | undefined;
  #onPurpose = false;
  /** The session ends soon. */
  #near = false;
  #clock = new SessionClock(
    this,
    () => Math.max(0, this.warnBefore * 1000),
    () => this.#warn(),
    () => this.#calm(),
  );
  #warning: Lazy<WarningPanel> = new Lazy(this, () => import('./warning-panel.js').then((each) => this.#newWarning(each)));

  constructor() {
    super();
    new Consumer(this, sessionContext, (session) => this.#follow(session));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    notices.add(this);
    document.addEventListener(PortalSignedOutEvent.type, this.#onSignedOut);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    notices.delete(this);
    document.removeEventListener(PortalSignedOutEvent.type, this.#onSignedOut);
    this.#last = this.#current = undefined;
  }

  protected override view(): unknown {
    if (this.#ended.value) return endedDialog(this.#ended.value, this.#signIn, this.#i18n, this.#ended.close);
    return this.#near ? lazyView(this.#warning, this.#i18n, (panel) => panel.render()) : nothing;
  }

  #newWarning({ WarningPanel }: typeof warningPanel): WarningPanel {
    return new WarningPanel(this, this.#clock, (session) => {
      this.#calm();
      this.#clock.follow(session);
    });
  }

  #follow(session: Session | null | undefined): void {
    if (session === undefined || session === this.#current) return;
    const before = this.#last;
    this.#current = session;
    if (session === null) {
      this.#clock.stop();
      this.#calm();
      if (before && !this.#onPurpose) this.#end(before);
      return;
    }
    this.#last = session;
    this.#onPurpose = false;
    this.#ended.close();
    this.#clock.follow(session);
    if (!before || (before.person.id === session.person.id && before.client.id === session.client.id)) return;
    /** @internal */
    if (this.dispatchEvent(new PortalSessionReplacedEvent(session))) reloadPage();
  }

  /** The end is near; a warning that could not be loaded is asked for again with the clock's next look. */
  #warn(): void {
    if (!this.#isAlone()) return;
    this.#near = true;
    this.#warning.use((panel) => this.#near && this.#isAlone() && panel.open());
  }

  #calm(): void {
    this.#near = false;
    this.#warning.value?.calm();
    this.requestUpdate();
  }

  #end(session: Session): void {
    if (!this.#isAlone()) return;
    this.#ended.open(session);
    this.#signIn.use(() => {
      this.requestUpdate();
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('portal-sign-in')?.focus());
    });
  }

  /** Tells whether no other notice on the page has a dialog open. */
  #isAlone(): boolean {
    return [...notices].every((each) => each === this || !(each.#ended.value || each.#warning.value?.isOpen));
  }

  #onSignedOut = (): void => void (this.#onPurpose = true);
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-session-notice': PortalSessionNotice;
  }

  interface GlobalEventHandlersEventMap {
    'portal-session-replaced': PortalSessionReplacedEvent;
  }
}
