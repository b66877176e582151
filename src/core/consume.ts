import { ContextEvent, type Context, type ContextType } from '@lit/context';
import type { ReactiveController, ReactiveElement } from 'lit';

/** The value of a context, as the provider around the element has it; forgotten when the element leaves the page, so that permissions never move along. */
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
    this.host.dispatchEvent(new ContextEvent(this.context, this.host, this.#take, true));
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = this.value = undefined;
    this.host.requestUpdate();
  }

  /** One function for all requests: by it `ContextRoot` knows who waits already. */
  readonly #take = (value: ContextType<C>, unsubscribe?: () => void): void => {
    if (unsubscribe !== this.#unsubscribe) this.#unsubscribe?.();
    this.#unsubscribe = unsubscribe;
    this.value = value;
    this.host.requestUpdate();
    this.callback?.(value);
  };
}
