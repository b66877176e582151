import { ContextEvent, type Context, type ContextType } from '@lit/context';
import type { ReactiveController, ReactiveElement } from 'lit';

/** The event by which @lit/context and others say, in the community Context protocol, that a provider has appeared. */
interface ProviderEvent extends Event {
  context: unknown;
}

/**
 * The value of a context, as the provider around the element has it. Elements may stand on the page before their provider: they ask again
 * when one appears. The value is forgotten when the element leaves the page, so that permissions never move along.
 */
export class Consumer<C extends Context<unknown, unknown>> implements ReactiveController {
  value?: ContextType<C> | undefined;
  #unsubscribe?: (() => void) | undefined;

  constructor(
    private readonly host: ReactiveElement,
    private readonly context: C,
    private readonly callback?: (value: ContextType<C>) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#ask();
    document.addEventListener('context-provider', this.#askAgain);
  }

  hostDisconnected(): void {
    document.removeEventListener('context-provider', this.#askAgain);
    this.#unsubscribe?.();
    this.#unsubscribe = this.value = undefined;
    this.host.requestUpdate();
  }

  #ask(): void {
    this.host.dispatchEvent(new ContextEvent(this.context, this.host, this.#take, true));
  }

  readonly #askAgain = (event: Event): void => {
    if ((event as ProviderEvent).context === this.context && this.value === undefined) this.#ask();
  };

  /** One function for all requests: by it a provider knows who waits already. */
  readonly #take = (value: ContextType<C>, unsubscribe?: () => void): void => {
    if (unsubscribe !== this.#unsubscribe) this.#unsubscribe?.();
    this.#unsubscribe = unsubscribe;
    this.value = value;
    this.host.requestUpdate();
    this.callback?.(value);
  };
}
