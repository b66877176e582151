import { Task } from '@lit/task';
import type { ReactiveController } from 'lit';
import { connect, type Api, type Connection } from '../../api/connection.js';
import { ApiError, unwrap, type Answer } from '../../api/problem.js';
import { clientContext } from '../../context/contexts.js';
import { Consumer } from '../consume.js';
import type { Lazy } from '../lazy.js';
import type { Phase } from '../phase.js';
import type { PortalElement } from '../portal-element.js';
import { yieldToMain } from './schedule.js';

export interface LoadOptions<T> {
  /** The path under which changes make it load again, e.g. `/invoices`. */
  path: string;
  /** The subject of the request, such as a record's id: when it changes the former value is dropped. `undefined`: there is nothing to ask for yet. */
  args?: () => readonly unknown[] | undefined;
  /** The view of the subject, such as a filter: when it changes the former value stays until the new one is there. */
  view?: () => readonly unknown[];
  /** The request; pass `signal` on. */
  fetch: (api: Api, init: { signal: AbortSignal }) => Promise<Answer<T>>;
  /** The part that shows the answer, loaded while the answer is on its way; the value is there when both are. */
  alongside?: Pick<Lazy<unknown>, 'load'>;
}

/**
 * One gated, typed, cancellable GET. Nothing is asked for unless the element may be seen; what was loaded is dropped when
 * it no longer may; while a newer answer is on its way, or has failed, the former value stays.
 */
export class LoadController<T> implements ReactiveController {
  #value?: T;
  #loadedAt?: Date;
  #version = 0;
  #subject?: string;
  #leave?: () => void;
  readonly #client: Consumer<typeof clientContext>;
  readonly #task: Task<readonly unknown[], void>;

  constructor(
    private readonly host: PortalElement,
    private readonly options: LoadOptions<T>,
  ) {
    this.#client = new Consumer(host, clientContext, () => this.#listen());
    host.addController(this);
    this.#task = new Task(host, {
      args: () => [this.connection, this.#version, this.#subject, ...(options.view?.() ?? [])],
      task: ([connection], { signal }) => this.#run(connection, signal),
    });
  }

  /** The client of the host's back end; `undefined` while there is none or the element may not be seen. */
  get connection(): Connection | undefined {
    return this.#client.value && this.host.access === 'allowed' ? connect(this.#client.value) : undefined;
  }

  get value(): T | undefined {
    return this.#value;
  }

  /** The reason why the last request failed; the value, if any, is then from `loadedAt`. */
  get error(): unknown {
    return this.#task.error;
  }

  get loadedAt(): Date | undefined {
    return this.#loadedAt;
  }

  /** A request is under way. */
  get busy(): boolean {
    return this.#task.status === 1;
  }

  /** There is nothing to ask for: no id has been given. */
  get missing(): boolean {
    return !!this.options.args && !this.options.args();
  }

  get phase(): 'loading' | 'ready' | 'error' {
    if (this.missing) return 'error';
    if (this.#value !== undefined) return 'ready';
    return this.error === undefined || this.busy ? 'loading' : 'error';
  }

  /** Asks again. */
  reload(): void {
    this.#version++;
    this.host.requestUpdate();
  }

  hostConnected(): void {
    this.#listen();
  }

  hostDisconnected(): void {
    this.#leave?.();
    this.host.requestUpdate();
  }

  hostUpdate(): void {
    const subject = JSON.stringify(this.options.args?.());
    if (this.host.access !== 'allowed' || subject !== this.#subject) this.#value = this.#loadedAt = undefined;
    this.#subject = subject;
  }

  #listen(): void {
    this.#leave?.();
    if (!this.#client?.value) return;
    this.#leave = connect(this.#client.value).listen((event) => {
      if (event.type === 'mended') this.host.requestUpdate();
      else if (event.type === 'changed' && (event.path === '' || event.path.startsWith(this.options.path))) this.reload();
    });
  }

  async #run(connection: Connection | undefined, signal: AbortSignal): Promise<void> {
    if (!connection || this.missing) return;
    try {
      const answer = unwrap(this.options.fetch(connection.api, { signal }));
      const [value] = await Promise.all([answer, this.options.alongside?.load()]);
      await yieldToMain();
      signal.throwIfAborted();
      this.#value = value;
      this.#loadedAt = new Date();
    } catch (error) {
      if (error instanceof ApiError && [401, 403].includes(error.status) && !signal.aborted) {
        this.#value = undefined;
        if (error.status === 403) this.host.refuse();
      }
      throw error;
    }
  }
}

/** The phase of what is loaded, for elements in which it is no error that there is nothing to ask for: `empty` then. */
export const emptyWhenMissing = (load: LoadController<unknown>): { readonly phase: Phase } => ({
  get phase() {
    return load.missing ? 'empty' : load.phase;
  },
});
