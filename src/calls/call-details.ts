import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import { LoadController } from '../core/load-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
import type { PortalElement } from '../core/portal-element.js';
import { call as texts } from './texts/call.js';
import { detailView, facts } from '../ui/detail-view.js';
import { callCost, callDirection, callParty, callResult, phoneNumber, type Call, type CallLeg, type CallLocalize } from './call-parts.js';
import { CallRecording } from './call-recording.js';

type CallDetail = components['schemas']['CallDetail'];

/** All there is to know of one call: its facts, its recording, and its legs, which are asked for when they are opened. */
export class CallDetails implements ReactiveController {
  readonly #i18n: LocalizeController<typeof texts.english>;
  readonly #legs: LoadController<CallDetail>;
  readonly #recording: CallRecording;
  /** The call whose legs are open. */
  #unfolded?: string;

  constructor(
    private readonly host: PortalElement,
    private readonly words: CallLocalize,
    private readonly contractId: () => string | undefined,
    private readonly shown: () => Call | undefined,
  ) {
    host.addController(this);
    this.#i18n = new LocalizeController(host, texts);
    this.#legs = new LoadController<CallDetail>(host, {
      path: '/contracts',
      args: () => (this.#unfolded ? [contractId(), this.#unfolded] : undefined),
      fetch: (api, init) => api.GET('/contracts/{contractId}/calls/{callId}', { params: { path: this.#path(this.#unfolded!) }, ...init }),
    });
    this.#recording = new CallRecording(
      host,
      this.#i18n,
      () => this.#legs.connection,
      () => shown()?.id,
    );
  }

  /** A call that is closed is folded. */
  hostUpdate(): void {
    if (this.shown()?.id !== this.#unfolded) this.#unfolded = undefined;
  }

  /** Costs only where the person gets them. */
  view(call: Call): TemplateResult {
    const hidesCost = this.host.hides('calls.cost');
    const { t, instant, duration } = this.#i18n;
    const { words } = this;
    const time = (value: string | null | undefined) => value && instant(value, 'medium');
    const seconds = (value: number | null | undefined) => (value == null ? undefined : duration(value));
    const { legCount = 1 } = call;
    return html`${facts([
      [words.t('result'), callResult(call, words)],
      [words.t('direction'), callDirection(call, words)],
      [words.t('from'), callParty(call.from, words)],
      [words.t('to'), callParty(call.to, words)],
      [t('dialled'), call.dialled ? phoneNumber(call.dialled) : undefined],
      [words.t('destination'), call.destination ? html`<bdi>${call.destination}</bdi>` : undefined],
      [t('startedAt'), time(call.startedAt)],
      [t('answeredAt'), time(call.answeredAt)],
      [t('endedAt'), time(call.endedAt)],
      [t('ring'), seconds(call.ringSeconds)],
      [words.t('duration'), seconds(call.durationSeconds)],
      [t('talk'), seconds(call.billableSeconds)],
      [t('billed'), seconds(call.billedSeconds)],
      [words.t('cost'), hidesCost ? undefined : callCost(call, words)],
      [words.t('rating'), hidesCost || !call.rating ? undefined : words.label(`rating-${call.rating}`, call.rating)],
      [t('finality'), call.final === undefined ? undefined : t(call.final ? 'final' : 'provisional')],
    ])}
    ${call.recording?.available ? this.#recording.view(this.#path(call.id)) : nothing}
    ${legCount > 1 ? this.#fold(call.id, legCount) : nothing}`;
  }

  #fold(id: string, count: number): TemplateResult {
    const { t } = this.#i18n;
    const toggle = (event: Event) => {
      this.#unfolded = (event.currentTarget as HTMLDetailsElement).open ? id : undefined;
      this.host.requestUpdate();
    };
    return html`<details class="legs" part="legs" ?open=${this.#unfolded === id} @toggle=${toggle}>
      <summary>${t('legs', count)}</summary>
      <p class="muted">${t('legsHint')}</p>
      ${this.#unfolded === id ? detailView(this.#legs, this.words, ({ legs }) => this.#list(legs), count) : nothing}
    </details>`;
  }

  #list(legs: readonly CallLeg[]): TemplateResult {
    const { words } = this;
    const { t, instant, duration } = words;
    return html`<ol>
      ${legs.map(
        (leg) =>
          html`<li>
            <span class="number">${instant(leg.startedAt, 'medium')}</span>
            <span>
              <span class="visually-hidden">${t('from')}</span>${callParty(leg.from, words)}
              <span aria-hidden="true" class="arrow"></span>
              <span class="visually-hidden">${t('to')}</span>${callParty(leg.to, words)}
            </span>
            <span class="number"><span class="visually-hidden">${t('duration')}</span>${duration(leg.durationSeconds)}</span>
            ${callResult(leg, words)}
          </li>`,
      )}
    </ol>`;
  }

  #path(callId: string): { contractId: string; callId: string } {
    return { contractId: this.contractId()!, callId };
  }
}
