import { html, nothing, type TemplateResult } from 'lit';
import type { Api, Connection } from '../api/connection.js';
import { unwrap, type Answer } from '../api/problem.js';
import { DownloadController } from '../core/download-controller.js';
import { Panel } from '../core/panel.js';
import { saveAnswer } from '../core/forms/save-answer.js';
import { failure } from '../ui/messages.js';
import type { PortalCallList } from './portal-call-list.js';
import { call as texts } from './texts/call.js';

/** The path of a call. */
export interface CallPath {
  contractId: string;
  callId: string;
}

type State = 'idle' | 'loading' | 'playing' | 'refused';

/** The recording of the call that is shown: played here where the page's policy lets it, else saved as a file. */
export class RecordingPanel extends Panel<PortalCallList, typeof texts.english> {
  readonly #download: DownloadController;
  #of?: string;
  #address?: string;
  #answer?: Promise<Answer<unknown>>;
  #state: State = 'idle';
  #error?: unknown;

  constructor(
    host: PortalCallList,
    private readonly connection: () => Connection | undefined,
    /** The call that is shown; `undefined`: none is. */
    private readonly shown: () => string | undefined,
  ) {
    super(host, texts);
    this.#download = new DownloadController(host);
  }

  /** Nothing of a recording outlives the sight of its call, or the permission to see it. */
  hostUpdate(): void {
    const shown = this.host.access === 'allowed' ? this.shown() : undefined;
    if (shown !== this.#of) this.#forget();
    this.#of = shown;
  }

  override hostDisconnected(): void {
    super.hostDisconnected();
    this.#forget();
  }

  render(path: CallPath): TemplateResult {
    const { t } = this.i18n;
    const error = this.#error ?? this.#download.error;
    const save = () => void this.#download.save(this.connection(), (api) => fetchRecording(api, path));
    return html`<h3>${t('recording')}</h3>
      ${
        this.#state === 'playing'
          ? html`<audio controls autoplay aria-label=${t('player')} src=${this.#address!} @error=${this.#refused}></audio>`
          : nothing
      }
      ${this.#state === 'refused' ? html`<p class="notice" role="status">${t('notPlayed')}</p>` : nothing}
      ${error ? failure(error, this.i18n) : nothing}
      <div class="actions">
        ${
          this.#state === 'idle' || this.#state === 'loading'
            ? html`<button type="button" class="play" aria-disabled=${this.#state === 'loading'} @click=${() => void this.#play(path)}>
                ${t(this.#state === 'loading' ? 'loadingRecording' : 'play')}
              </button>`
            : nothing
        }
        <button type="button" class="save" aria-disabled=${this.#download.phase === 'busy'} @click=${save}>${t('save')}</button>
      </div>`;
  }

  async #play(path: CallPath): Promise<void> {
    const connection = this.connection();
    if (!connection || this.#state !== 'idle') return;
    const answer = fetchRecording(connection.api, path);
    this.#answer = answer;
    this.#set('loading');
    try {
      const recording = (await unwrap(answer)) as Blob;
      if (this.#answer !== answer) return;
      this.#address = URL.createObjectURL(recording);
      this.#set('playing');
      await this.host.updateComplete;
      this.host.renderRoot.querySelector('audio')?.focus();
    } catch (error) {
      if (this.#answer === answer) this.#set('idle', error);
    }
  }

  /** The page's policy has no `media-src blob:`, or the browser does not know the format. */
  #refused = (): void => {
    if (this.#answer) void saveAnswer(this.#answer);
    this.#drop();
    this.#set('refused');
    void this.host.updateComplete.then(() => this.host.renderRoot.querySelector<HTMLElement>('.save')?.focus());
  };

  #forget(): void {
    this.#drop();
    this.#answer = this.#error = undefined;
    this.#state = 'idle';
    this.#download.error = undefined;
  }

  #drop(): void {
    if (this.#address) URL.revokeObjectURL(this.#address);
    this.#address = undefined;
  }

  #set(state: State, error?: unknown): void {
    this.#state = state;
    this.#error = error;
    this.update();
  }
}

const fetchRecording = (api: Api, path: CallPath): Promise<Answer<unknown>> =>
  api.GET('/contracts/{contractId}/calls/{callId}/recording', { params: { path }, parseAs: 'blob' });
