import { ApiError, unwrap } from '../api/problem.js';
import { LoadController } from '../core/loading/load-controller.js';
import type { PortalElement } from '../core/portal-element.js';
import type { Contact } from './contact.js';

/** One person as the server has them. */
export class ContactRecord {
  readonly load: LoadController<Contact>;
  #id?: string | undefined;

  constructor(host: PortalElement) {
    this.load = new LoadController(host, {
      path: '/contacts',
      args: () => (this.#id ? [this.#id] : undefined),
      fetch: (api, init) => api.GET('/contacts/{contactId}', { params: { path: { contactId: this.id } }, ...init }),
    });
  }

  get id(): string {
    return this.#id ?? '';
  }

  /** Whose record is asked for; nobody's when it is left out. */
  show(id?: string): void {
    this.#id = id;
  }

  /** The person as of this moment; `undefined` when it cannot be read. */
  async read(): Promise<Contact | undefined> {
    const api = this.load.connection?.api;
    if (!api) return undefined;
    try {
      return await unwrap(api.GET('/contacts/{contactId}', { params: { path: { contactId: this.id } } }));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return undefined;
    }
  }
}
