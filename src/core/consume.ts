import { ContextConsumer, type Context, type ContextType } from '@lit/context';
import type { ReactiveElement } from 'lit';

/** A consumer that forgets its value when its element leaves the page, so that permissions never move along. */
export class Consumer<C extends Context<unknown, unknown>> extends ContextConsumer<C, ReactiveElement> {
  constructor(host: ReactiveElement, context: C, callback?: (value: ContextType<C>) => void) {
    super(host, { context, callback, subscribe: true });
  }

  override hostDisconnected(): void {
    super.hostDisconnected();
    this.value = undefined;
    this.host.requestUpdate();
  }
}
