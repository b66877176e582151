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

/** The result of `providePortal`. */
export interface Provision {
  /** Replaces what is named; the rest stays. Elements follow at once. */
  update(context: PortalContext): void;
  /** Takes everything back; elements hide. */
  remove(): void;
}

/** The consumers of each key, with what they are told by. */
class Subscriptions {
  readonly #all = new Map<string, Map<Callback, Subscription>>();

  get keys(): Iterable<string> {
    return this.#all.keys();
  }

  of(key: string): Subscription[] {
    return [...(this.#all.get(key)?.values() ?? [])];
  }

  /** Hands out the value there is now, and the next ones where the consumer wants them. */
  answer({ callback, subscribe }: ContextRequest, { key, sender }: { key: string; sender: Element }, value: unknown): void {
    const unsubscribe = subscribe ? this.#add(key, sender, callback) : undefined;
    if (value !== undefined) callback(value, unsubscribe);
  }

  #add(key: string, consumer: Element, callback: Callback): () => void {
    if (!this.#all.has(key)) this.#all.set(key, new Map());
    const all = this.#all.get(key)!;
    // A consumer that asks again drops its former subscription after it has the new one.
    const unsubscribe = () => void (all.get(callback) === subscription && all.delete(callback));
    const subscription: Subscription = { consumer, callback, unsubscribe };
    all.set(callback, subscription);
    return unsubscribe;
  }

  /** Lets the consumers find whoever is their nearest provider now; what they had from this one they forget. */
  askAgain(key: string): void {
    for (const { consumer, callback, unsubscribe } of this.of(key)) {
      unsubscribe();
      callback(undefined);
      send(consumer, 'context-request', { context: key, contextTarget: consumer, callback, subscribe: true });
    }
  }
}

function send(from: Element, type: string, properties: object): void {
  from.dispatchEvent(Object.assign(new Event(type, { bubbles: true, composed: true }), properties));
}

/**
 * Answers what the elements inside `target` ask for, without Lit: give it an element, or `document.documentElement` for
 * the whole page. Only what `context` names is answered; a name that is there but `undefined` is held until `update`.
 */
export function providePortal(target: Element, context: PortalContext): Provision {
  const values: Record<string, unknown> = {};
  const subscriptions = new Subscriptions();

  /** Takes an event that is about a key held here, unless it is the target's own. */
  const take = (event: ContextRequest) => {
    const { context: key, contextTarget } = event;
    const sender = contextTarget ?? (event.composedPath()[0] as Element);
    if (typeof key !== 'string' || !Object.hasOwn(values, key) || sender === target) return undefined;
    event.stopPropagation();
    return { key, sender };
  };

  const onRequest = (event: Event) => {
    const taken = take(event as ContextRequest);
    if (taken) subscriptions.answer(event as ContextRequest, taken, values[taken.key]);
  };

  /** A provider nearer to some of our consumers has appeared. */
  const onProvider = (event: Event) => {
    const taken = take(event as ContextRequest);
    if (taken) subscriptions.askAgain(taken.key);
  };

  const update = (next: PortalContext) => {
    for (const [name, value] of Object.entries(next)) {
      const key = `portal:${name}`;
      const isNew = !Object.hasOwn(values, key);
      values[key] = value;
      if (isNew) send(target, 'context-provider', { context: key, contextTarget: target });
      else for (const { callback, unsubscribe } of subscriptions.of(key)) callback(value, unsubscribe);
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
      for (const key of subscriptions.keys) subscriptions.askAgain(key);
    },
  };
}
