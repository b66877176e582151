import type { ReactiveController, ReactiveElement } from 'lit';
import { compareAnswers, unchecked } from '../api/answers.js';
import { whenIdle } from './loading/schedule.js';

/** The state of an element. `pending`: no provider has answered yet; `denied`: the person may not see it. */
export type Phase = 'pending' | 'loading' | 'ready' | 'empty' | 'no-match' | 'error' | 'denied';

/** Says that an element's `phase` has changed. Bubbles out of shadow roots. */
export class PortalPhaseEvent extends Event {
  static readonly type = 'portal-phase';
  constructor(readonly phase: Phase) {
    super(PortalPhaseEvent.type, { bubbles: true, composed: true });
  }
}

/** Shows the phase to the host page: as the attribute `phase`, as `:state()` and as the event `portal-phase`. */
export class PhaseReporter implements ReactiveController {
  #current?: Phase;
  readonly #internals: ElementInternals;

  constructor(
    private readonly host: ReactiveElement,
    private readonly read: () => Phase,
  ) {
    this.#internals = host.attachInternals();
    host.addController(this);
  }

  hostUpdated(): void {
    this.report(this.read());
  }

  report(phase: Phase): void {
    if (phase === this.#current) return;
    const states = this.#internals.states as Set<string> | undefined;
    if (this.#current) states?.delete(this.#current);
    states?.add(phase);
    this.#current = phase;
    this.host.setAttribute('phase', phase);
    /** @internal */
    this.host.dispatchEvent(new PortalPhaseEvent(phase));
    if (unchecked[0] && phase !== 'loading') void whenIdle(this.host).then(compareAnswers);
  }
}
