import { connect, type Api } from '../../api/connection.js';
import { ApiError, unwrap, type Answer } from '../../api/problem.js';
import { clientContext } from '../../context/contexts.js';
import { Consumer } from '../consume.js';
import type { PortalElement } from '../portal-element.js';
import { isUnresolved } from '../provider-token.js';

/** A version 4 UUID (RFC 9562); `randomUUID` is there in secure contexts only. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** Tells whether an error is at a place of the request, or beneath it. */
export const isAt = (pointer: string | undefined, place: string): boolean => pointer === place || !!pointer?.startsWith(`${place}/`);

export interface FormOptions<Values, Result> {
  /** Paths under which something has changed when it succeeds; elements that show them load again. */
  changes: readonly string[];
  /** The request. `idempotencyKey` stays the same until it succeeds, is refused, or the values are edited. Rejects with an `AbortError` when it is called off before it is sent. */
  send: (api: Api, values: Values, init: { idempotencyKey: string }) => Promise<Answer<Result>>;
  /** The request answers without a body (204). */
  empty?: boolean;
  onDone?: (result: Result) => void;
}

/** The state of a form, as its views read it. */
export interface FormState {
  readonly phase: 'editing' | 'sending' | 'done' | 'invalid' | 'failed';
  /** The reason why the last attempt failed. */
  readonly error?: ApiError | undefined;
  readonly busy: boolean;
}

/** One intent of the user sent to the server: at most once at a time, nothing typed is lost, errors stay beside their fields. Once sent it is not called back: moving or removing the element does not undo it. */
export class FormController<Values, Result = unknown> implements FormState {
  phase: FormState['phase'] = 'editing';
  error?: ApiError | undefined;
  #key = newKey();
  readonly #client: Consumer<typeof clientContext>;

  constructor(
    private readonly host: PortalElement,
    private readonly options: FormOptions<Values, Result>,
  ) {
    this.#client = new Consumer(host, clientContext);
    host.addController({ hostUpdate: () => this.#excuse() });
  }

  /** Tells whether there is a back end to send to. */
  get connected(): boolean {
    return this.#client.value !== undefined;
  }

  /** The client of the back end, while there is one. */
  get api(): Api | undefined {
    return this.#client.value && connect(this.#client.value).api;
  }

  get busy(): boolean {
    return this.phase === 'sending';
  }

  /** The server's error about the field at a JSON pointer into the request, e.g. `/name`. */
  fieldError(pointer: string): string | undefined {
    return this.error?.problem.errors?.find((each) => each.pointer === pointer)?.detail;
  }

  /** The user has changed something: what is sent next is a new intent. */
  edited(): void {
    if (this.busy) return;
    this.#key = newKey();
    this.#set('editing');
  }

  /** Sends; a second call while the first is under way does nothing. Resolves to whether it succeeded. */
  async send(values: Values): Promise<boolean> {
    const options = this.#client.value;
    if (this.busy || !options) return false;
    const connection = connect(options);
    this.#set('sending');
    try {
      const init = { idempotencyKey: this.#key };
      const result = await unwrap(this.options.send(connection.api, values, init), this.options.empty);
      this.#key = newKey();
      this.#set('done');
      this.options.onDone?.(result);
      for (const path of this.options.changes) connection.changed(path);
      return true;
    } catch (error) {
      if (!(error instanceof ApiError)) {
        this.#set('editing');
        if (error instanceof DOMException && error.name === 'AbortError') return false;
        throw error;
      }
      // Once refused, another attempt must not be given the same answer.
      if (!isUnresolved(error)) this.#key = newKey();
      this.error = error;
      this.#set(error.status === 422 ? 'invalid' : 'failed', error);
      return false;
    }
  }

  /** Drops the request to sign in once the person has signed in again. */
  #excuse(): void {
    if (this.host.access === 'allowed' || this.error?.status !== 401) return;
    this.phase = 'editing';
    this.error = undefined;
  }

  #set(phase: FormState['phase'], error?: ApiError): void {
    this.phase = phase;
    this.error = error;
    this.host.requestUpdate();
  }
}
