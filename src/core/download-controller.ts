import type { Api, Connection } from '../api/connection.js';
import type { Answer } from '../api/problem.js';
import { lazy } from './lazy.js';
import type { PortalElement } from './portal-element.js';

const saving = lazy(() => import('./forms/save-answer.js'));

/** Saving files that need the client's credentials: one at a time, with its state and its error for the view. */
export class DownloadController {
  phase: 'idle' | 'busy' | 'done' = 'idle';
  error?: unknown;

  constructor(private readonly host: PortalElement) {
    // What failed as the session ended says nothing to who comes back.
    host.addController({ hostUpdate: () => host.access === 'allowed' || (this.error = undefined) });
  }

  /** Saves what `call` answers (with `parseAs: 'blob'`), named by the server. */
  async save(connection: Connection | undefined, call: (api: Api) => Promise<Answer<unknown>>): Promise<void> {
    if (!connection || this.phase === 'busy') return;
    this.#set('busy');
    try {
      const { saveAnswer } = await saving();
      await saveAnswer(call(connection.api));
      this.#set('done');
    } catch (error) {
      this.#set('idle', error);
    }
  }

  #set(phase: DownloadController['phase'], error?: unknown): void {
    this.phase = phase;
    this.error = error;
    this.host.requestUpdate();
  }
}
