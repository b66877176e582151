import { LitElement, nothing, type CSSResultGroup, type PropertyValues } from 'lit';
import { permissionsContext } from '../context/contexts.js';
import { hides, type Action, type PermissionSet } from '../context/permissions.js';
import { meets, type Requirement } from '../context/requirement.js';
import { Consumer } from './consume.js';
import { releaseFocus } from './focus.js';
import { hostStyles } from './host-styles.js';
import { PhaseReporter, type Phase } from './phase.js';

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
 */
export abstract class PortalElement extends LitElement {
  /** The permission to view; `session` for anyone signed in, `guest` for everyone. */
  static requires: Requirement;
  static override styles: CSSResultGroup = hostStyles;

  /** What the phase is read from once access is allowed; without it the element is simply `ready`. @internal */
  protected readonly content?: { readonly phase: Phase };
  #permissions = new Consumer(this, permissionsContext);
  #refusedFor?: PermissionSet | null;
  /** @internal */
  protected readonly phases = new PhaseReporter(this, () => (this.access === 'allowed' ? (this.content?.phase ?? 'ready') : this.access));

  /** Whether the person may see this element; `pending` until a provider has answered. */
  get access(): Access {
    const { requires } = this.constructor as typeof PortalElement;
    if (meets(null, requires)) return 'allowed';
    const set = this.#permissions.value;
    if (set === undefined || !this.isConnected) return 'pending';
    if (set === null || set === this.#refusedFor) return 'denied';
    return this.can('view') ? 'allowed' : 'denied';
  }

  /** Whether the person may do `action`, here or on another resource. */
  can(action: Action, resource: Requirement = (this.constructor as typeof PortalElement).requires): boolean {
    return meets(this.#permissions.value, resource, action);
  }

  /** Whether a field such as `calls.cost` is kept from the person. */
  hides(field: string): boolean {
    return hides(this.#permissions.value, field);
  }

  /** The server has refused what the permissions allow: the server wins, until the permissions are replaced. @internal */
  refuse(): void {
    this.#refusedFor = this.#permissions.value;
    this.requestUpdate();
  }

  /** What is shown when access is allowed. */
  protected abstract view(): unknown;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.access !== 'allowed') releaseFocus(this);
  }

  protected override render(): unknown {
    return this.access === 'allowed' ? this.view() : nothing;
  }
}
