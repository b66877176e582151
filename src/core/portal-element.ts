import { css, type CSSResultGroup, LitElement, nothing, type PropertyValues, render } from 'lit';
import { permissionsContext } from '../context/contexts.js';
import { type Action, hides, type PermissionSet } from '../context/permissions.js';
import { meets, type Requirement } from '../context/requirement.js';
import { shared } from '../i18n/texts/shared.js';
import { Consumer } from './consume.js';
import { releaseFocus } from './focus.js';
import { lazy } from './lazy.js';
import { loadFailure } from './loading/load-failure.js';
import { LocalizeController, type SharedLocalize } from './localize-controller.js';
import { type Phase, PhaseReporter, type PortalPhaseEvent } from './phase.js';

/** An element is a block that hides itself while it may not be seen. */
const hostStyles = css`
  :host {
    display: block;
  }
  :host([hidden]),
  :host([phase='pending']),
  :host([phase='denied']) {
    display: none;
  }
`;

const recovery = lazy(() => import('./recover.js'));

export type Access = 'pending' | 'denied' | 'allowed';

/**
 * The gate: an element shows and fetches nothing unless the host's permissions let this person view what it `requires`.
 * Hiding is a courtesy; the server must refuse too.
 *
 * @event {PortalPhaseEvent} portal-phase - The element's phase has changed; bubbles.
 * @cssstate pending - No provider has answered yet; nothing is shown.
 * @cssstate denied - The person may not see this; nothing is shown.
 * @cssstate loading - The first content is on its way.
 * @cssstate ready - Content is shown.
 * @cssstate error - Nothing could be shown.
 * @csspart error - What failed, and the way on.
 * @cssproperty [--portal-accent=light-dark(#1b57c2, #93b8ff)] - Primary buttons, the link under the pointer, the focus ring.
 * @cssproperty [--portal-on-accent=light-dark(#fff, #0c1c38)] - What is written on `--portal-accent`.
 * @cssproperty [--portal-surface=Canvas] - Dialogs, fields and menus.
 * @cssproperty [--portal-on-surface=CanvasText] - What is written on `--portal-surface`.
 * @cssproperty [--portal-line=color-mix(in srgb, currentColor 18%, transparent)] - Lines and borders.
 * @cssproperty [--portal-muted=color-mix(in srgb, currentColor 75%, transparent)] - Quiet text.
 * @cssproperty [--portal-hover=color-mix(in srgb, currentColor 6%, transparent)] - The row or button under the pointer.
 * @cssproperty [--portal-danger=light-dark(#fde9e7, #4a1612)] - The ground of errors and of what is overdue.
 * @cssproperty [--portal-on-danger=light-dark(#96190f, #ffc9c2)] - What is written on `--portal-danger`.
 * @cssproperty [--portal-warning=light-dark(#fdf1d3, #40300a)] - The ground of what needs a look.
 * @cssproperty [--portal-on-warning=light-dark(#6d4a00, #ffdf92)] - What is written on `--portal-warning`.
 * @cssproperty [--portal-success=light-dark(#def3e3, #12371e)] - The ground of what is paid, answered or done.
 * @cssproperty [--portal-on-success=light-dark(#12602d, #a9e8bd)] - What is written on `--portal-success`.
 * @cssproperty [--portal-info=light-dark(#e3edfc, #17294a)] - The ground of notices and of what is under way.
 * @cssproperty [--portal-on-info=light-dark(#1c4a94, #bcd5ff)] - What is written on `--portal-info`.
 * @cssproperty [--portal-focus=var(--portal-accent)] - The focus ring.
 * @cssproperty [--portal-radius=0.5em] - Corners.
 * @cssproperty [--portal-space=0.75em] - Gaps.
 * @cssproperty [--portal-shadow=0 1em 3em rgb(0 0 0 / 0.25)] - The shadow of dialogs and menus.
 */
export abstract class PortalElement extends LitElement {
  /** The permission to view; `session` for anyone signed in, `guest` for everyone. */
  static requires: Requirement;
  static override styles: CSSResultGroup = hostStyles;

  /** The source of the phase once access is allowed; without it the element is simply `ready`. @internal */
  protected readonly content?: { readonly phase: Phase };
  #permissions = new Consumer(this, permissionsContext);
  #refusedFor?: PermissionSet | null;
  /** Texts for a failed rendering. */
  #i18n?: SharedLocalize;
  #retries = 0;
  /** @internal */
  protected readonly phases = new PhaseReporter(this, () => (this.access === 'allowed' ? (this.content?.phase ?? 'ready') : this.access));

  /** Tells whether the person may see this element; `pending` until a provider has answered. */
  get access(): Access {
    const { requires } = this.constructor as typeof PortalElement;
    if (meets(null, requires)) return 'allowed';
    const set = this.#permissions.value;
    if (set === undefined || !this.isConnected) return 'pending';
    if (set === null || set === this.#refusedFor) return 'denied';
    return this.can('view') ? 'allowed' : 'denied';
  }

  /** Tells whether the person may do `action`, here or on another resource. */
  can(action: Action, resource: Requirement = (this.constructor as typeof PortalElement).requires): boolean {
    return meets(this.#permissions.value, resource, action);
  }

  /** Tells whether a field such as `calls.cost` is kept from the person. */
  hides(field: string): boolean {
    return hides(this.#permissions.value, field);
  }

  /** The server has refused what the permissions allow: the server wins, until the permissions are replaced. @internal */
  refuse(): void {
    this.#refusedFor = this.#permissions.value;
    this.requestUpdate();
  }

  /** Renders the element; called only when access is allowed. */
  protected abstract view(): unknown;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.access !== 'allowed') releaseFocus(this);
  }

  protected override render(): unknown {
    return this.access === 'allowed' ? this.view() : nothing;
  }

  /** Nothing that goes wrong while rendering reaches the page. */
  protected override performUpdate(): void {
    try {
      super.performUpdate();
    } catch (error) {
      // Made at once: it has the element rendered again, which must not begin after something has been said.
      const i18n = (this.#i18n ??= new LocalizeController(this, shared));
      void recovery().then(
        ({ recover }) => this.#isFaulty && recover(this, this.phases, error, i18n),
        () => this.#isFaulty && this.#sayNotLoaded(i18n),
      );
    }
  }

  /** Nothing has changed since the failed rendering. */
  get #isFaulty(): boolean {
    return !this.isUpdatePending && this.isConnected && this.access === 'allowed';
  }

  /** Says that the element cannot be shown, as the part that would say why is missing; trying again renders it again. */
  #sayNotLoaded(i18n: SharedLocalize): void {
    const retry = () => {
      this.#retries++;
      this.requestUpdate();
    };
    render(loadFailure({ failures: this.#retries + 1, retry }, i18n), this.renderRoot, this.renderOptions);
    this.phases.report('error');
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'portal-phase': PortalPhaseEvent;
  }
}
