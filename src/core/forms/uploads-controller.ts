import type { ReactiveController } from 'lit';
import { ApiError } from '../../api/problem.js';
import type { components } from '../../api/schema.js';
import { clientContext } from '../../context/contexts.js';
import { Consumer } from '../consume.js';
import { lazy, LoadError } from '../lazy.js';
import type { PortalElement } from '../portal-element.js';

const sending = lazy(() => import('../../api/upload.js'));

export type UploadRules = components['schemas']['UploadRules'];

/** The reason why a file was not sent: found here, before any request. */
export type LocalFault = 'kind' | 'size' | 'empty' | 'count';

/** A file that somebody has chosen, and how far it has come. */
export interface Upload {
  readonly file: File;
  phase: 'sending' | 'done' | 'failed';
  /** The part that has been sent, from 0 to 1. */
  part: number;
  /** Given by the server, once it is there. */
  id?: string;
  fault?: LocalFault | ApiError | LoadError;
}

/**
 * Files sent to `path` as soon as they are chosen, each by itself; a form then names them by their `ids`. They stay over an
 * error, and are sent again when the person asks for it.
 */
export class UploadsController implements ReactiveController {
  #items: Upload[] = [];
  readonly #aborts = new Map<Upload, AbortController>();
  readonly #client: Consumer<typeof clientContext>;

  constructor(
    private readonly host: PortalElement,
    /** Such as `/tax-exemptions/files`. */
    private readonly path: string | (() => string),
    /** Called when files come, go, or have arrived: what is sent next is another intent. */
    private readonly changed: () => void = () => {},
  ) {
    this.#client = new Consumer(host, clientContext);
    host.addController(this);
  }

  get items(): readonly Upload[] {
    return this.#items;
  }

  /** Of the files that have arrived. */
  get ids(): string[] {
    return this.#items.flatMap(({ id }) => id ?? []);
  }

  /** One is still on its way. */
  get busy(): boolean {
    return this.#items.some(({ phase }) => phase === 'sending');
  }

  /** One could not be sent; it stands in the way until it is removed or sent again. */
  get failed(): boolean {
    return this.#items.some(({ phase }) => phase === 'failed');
  }

  /** Sends files that keep to the rules; of the others it is said why not. */
  add(files: Iterable<File>, rules: UploadRules): void {
    for (const file of files) {
      const fault = this.#faultOf(file, rules);
      const upload: Upload = { file, part: 0, phase: fault ? 'failed' : 'sending', ...(fault && { fault }) };
      this.#items = [...this.#items, upload];
      if (!fault) void this.#send(upload);
    }
    this.#update();
  }

  /** Takes a file away; one that is on its way is called back. */
  remove(upload: Upload): void {
    this.#aborts.get(upload)?.abort();
    this.#items = this.#items.filter((each) => each !== upload);
    this.#update();
  }

  /** Sends again what has failed on its way. */
  retry(upload: Upload): void {
    if (upload.fault instanceof Error) void this.#send(upload);
  }

  /** Starts over. */
  clear(): void {
    for (const abort of this.#aborts.values()) abort.abort();
    this.#items = [];
  }

  hostUpdate(): void {
    if (this.host.access === 'allowed') return;
    // What was on its way may be sent again by who comes back.
    for (const abort of this.#aborts.values()) abort.abort();
  }

  #faultOf({ name, size }: File, { extensions, maxBytes, maxFiles }: UploadRules): LocalFault | undefined {
    if (!extensions.some((each) => name.toLowerCase().endsWith(each))) return 'kind';
    if (size === 0) return 'empty';
    if (size > maxBytes) return 'size';
    return this.#items.filter(({ fault }) => typeof fault !== 'string').length >= maxFiles ? 'count' : undefined;
  }

  async #send(upload: Upload): Promise<void> {
    const abort = new AbortController();
    this.#aborts.set(upload, abort);
    Object.assign(upload, { phase: 'sending', part: 0, fault: undefined });
    this.host.requestUpdate();
    try {
      const { upload: send } = await sending();
      const options = this.#client.value;
      if (!options) throw new ApiError('network', 0);
      const path = typeof this.path === 'string' ? this.path : this.path();
      const onProgress = (part: number) => ((upload.part = part), this.host.requestUpdate());
      const { id } = await send(options, path, upload.file, { signal: abort.signal, onProgress });
      Object.assign(upload, { phase: 'done', part: 1, id });
    } catch (error) {
      const known = error instanceof ApiError || error instanceof LoadError;
      Object.assign(upload, { phase: 'failed', fault: known ? error : new ApiError('network', 0) });
    }
    this.#aborts.delete(upload);
    this.#update();
  }

  #update(): void {
    this.changed();
    this.host.requestUpdate();
  }
}
