import type { PortalContext } from './contexts.js';

type Callback = (value: unknown, unsubscribe?: () => void) => void;

/** A `context-request` as the community protocol and @lit/context send it. */
interface ContextRequest extends Event {
  context: unknown;
  contextTarget?: Element;
  callback: Callback;
  subscribe?: boolean;
}

interface Subscription {
  consumer: Element;
  callback: Callback;
  unsubscribe: () => void;
}

/** What `providePortal` returns. */
export interface Provision {
  /** Replaces what is named; the rest stays. Elements follow at once. */
  update(context: PortalContext): void;
  /** Takes everything back; elements hide. */
  remove(): void;
}

/**
 * Answers what the elements inside `target` ask for, without Lit: give it an element, or `document.documentElement` for
 * the whole page. Only what `context` names is answered; a name that is there but `undefined` is held until `update`.
 */
export function providePortal(target: Element, context: PortalContext): Provision {
  const values: Record<string, unknown> = {};
  const subscriptions = new Map<string, Map<Callback, Subscription>>();

  const subscribers = (key: string) => {
    if (!subscriptions.has(key)) subscriptions.set(key, new Map());
    return subscriptions.get(key)!;
  };

  const onRequest = (event: Event) => {
    const { context: key, callback, subscribe, contextTarget } = event as ContextRequest;
    const consumer = contextTarget ?? (event.composedPath()[0] as Element);
    if (typeof key !== 'string' || !Object.hasOwn(values, key) || consumer === target) return;
    event.stopPropagation();
    const all = subscribers(key);
    const subscription: Subscription = {
      consumer,
      callback,
      // A consumer that asks again drops its former subscription after it has the new one.
      unsubscribe: () => void (all.get(callback) === subscription && all.delete(callback)),
    };
    if (subscribe) all.set(callback, subscription);
    if (values[key] !== undefined) callback(values[key], subscribe ? subscription.unsubscribe : undefined);
  };

  /** Lets the consumers find whoever is their nearest provider now; what they had from this one they forget. */
  const askAgain = (key: string) => {
    for (const { consumer, callback, unsubscribe } of [...subscribers(key).values()]) {
      unsubscribe();
      callback(undefined);
      const request = new Event('context-request', { bubbles: true, composed: true });
      consumer.dispatchEvent(Object.assign(request, { context: key, contextTarget: consumer, callback, subscribe: true }));
    }
  };

  /** A provider nearer to some of our consumers has appeared. */
  const onProvider = (event: Event) => {
    const { context: key, contextTarget } = event as ContextRequest;
    const provider = contextTarget ?? (event.composedPath()[0] as Element);
    if (typeof key !== 'string' || !Object.hasOwn(values, key) || provider === target) return;
    event.stopPropagation();
    askAgain(key);
  };

  const announce = (key: string) => {
    const event = new Event('context-provider', { bubbles: true, composed: true });
    target.dispatchEvent(Object.assign(event, { context: key, contextTarget: target }));
  };

  const update = (next: PortalContext) => {
    for (const [name, value] of Object.entries(next)) {
      const key = `portal:${name}`;
      const isNew = !Object.hasOwn(values, key);
      values[key] = value;
      if (isNew) announce(key);
      else for (const { callback, unsubscribe } of [...subscribers(key).values()]) callback(value, unsubscribe);
    }
  };

  target.addEventListener('context-request', onRequest);
  target.addEventListener('context-provider', onProvider);
  update(context);

  return {
    update,
    remove() {
      target.removeEventListener('context-request', onRequest);
      target.removeEventListener('context-provider', onProvider);
      for (const key of subscriptions.keys()) askAgain(key);
    },
  };
}
