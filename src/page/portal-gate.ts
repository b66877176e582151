import { css, type CSSResultGroup, html, nothing, type PropertyValues } from 'lit';
import { permissionsContext } from '../context/contexts.js';
import { type Action, actions, can, isResource } from '../context/permissions.js';
import { Consumer } from '../core/consume.js';
import { releaseFocus } from '../core/focus.js';
import { type Phase, PortalPhaseEvent } from '../core/phase.js';
import { PortalElement } from '../core/portal-element.js';
import { property } from '../core/property.js';
import { warnOnce } from '../core/warn.js';

/** Portal elements that only frame others: what counts is inside them. */
const frames = new Set(['portal-provider']);

/** The portal elements among `elements` and in what they show: through slots and other elements' shadow roots, but not into portal elements. */
function* portalElements(elements: Iterable<Element>): Generator<Element> {
  for (const each of elements) {
    if (each.localName.startsWith('portal-') && !frames.has(each.localName)) yield each;
    else yield* portalElements(each instanceof HTMLSlotElement ? each.assignedElements() : (each.shadowRoot ?? each).children);
  }
}

/** The phase of a group of portal elements: closed when all are, shown when one is; unknown while none is shown and one may yet be. */
function combinedPhase(elements: Iterable<Element>): Phase {
  const phases = [...elements].map((each) => each.getAttribute('phase') ?? 'pending');
  if (phases.some((phase) => phase !== 'pending' && phase !== 'denied')) return 'ready';
  return phases.length === 0 || phases.includes('pending') ? 'pending' : 'denied';
}

const isAction = (name: string): name is Action => (actions as readonly string[]).includes(name);

/**
 * The page's own markup, for those who may. With a `permission` it depends on that; without, it is a group, which closes
 * when every portal element in it has closed. It shows nothing until that is known, and takes no part in the layout.
 *
 * @tag portal-gate
 * @summary Shows the page's own markup to those who may see it.
 * @example
 * <portal-gate permission="billing.invoices">
 *   <h2>Invoices</h2>
 *   <portal-invoices></portal-invoices>
 *   <p slot="denied">Ask the owner of your account for access to invoices.</p>
 * </portal-gate>
 * @slot - Shown when allowed.
 * @slot denied - Shown when denied.
 */
export class PortalGate extends PortalElement {
  static override requires = 'guest' as const;
  static override styles: CSSResultGroup = [
    PortalElement.styles,
    css`
      :host(:not([hidden], [phase='pending'])) {
        display: contents;
      }
    `,
  ];

  /** A permission id, such as `billing.invoices`. */
  @property() permission?: string;

  /** The action that the person must be allowed: `view`, `create`, `update` or `delete`. */
  @property() action = 'view';

  #permissions = new Consumer(this, permissionsContext);
  #observer = new MutationObserver(() => this.requestUpdate());
  protected override readonly content = { phase: 'pending' as Phase };

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener(PortalPhaseEvent.type, this.#onPhase);
    this.#observer.observe(this, { childList: true, subtree: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const phase = this.#decide();
    if (phase === this.content.phase) return;
    // What is slotted is about to disappear.
    releaseFocus(this);
    this.content.phase = phase;
  }

  protected override view(): unknown {
    const { phase } = this.content;
    return phase === 'ready' ? html`<slot></slot>` : phase === 'denied' ? html`<slot name="denied"></slot>` : nothing;
  }

  #decide(): Phase {
    const { permission, action } = this;
    if (permission === undefined) return combinedPhase(portalElements(this.querySelectorAll(':scope > :not([slot])')));
    const set = this.#permissions.value;
    if (set === undefined) return 'pending';
    if (isResource(permission) && isAction(action)) return can(set, permission, action) ? 'ready' : 'denied';
    warnOnce(`<portal-gate permission="${permission}" action="${action}">: there is no such permission; nothing is shown.`);
    return 'denied';
  }

  #onPhase = (event: Event): void => {
    if (event.target !== this) this.requestUpdate();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-gate': PortalGate;
  }
}
