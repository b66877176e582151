import { html, nothing, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import { LoadController } from '../core/loading/load-controller.js';
import { Panel } from '../core/panel.js';
import { detailView, facts } from '../ui/detail-view.js';
import { callCost, callDirection, callDuration, callParty, callResult, phoneNumber, type Call, type CallLeg } from './call.js';
import type { PortalCallList } from './portal-call-list.js';
import { RecordingPanel } from './recording-panel.js';
import { call as texts } from './texts/call.js';
import { calls } from './texts/calls.js';

type CallDetail = components['schemas']['CallDetail'];

/** One call in full: its facts, its recording, and its legs, which are loaded when they are opened. */
export class DetailsPanel extends Panel<PortalCallList, typeof texts.english> {
  readonly #legs: LoadController<CallDetail>;
  readonly #recording: RecordingPanel;
  /** The call whose legs are open. */
  #unfolded?: string;

  constructor(
    host: PortalCallList,
    private readonly contractId: () => string | undefined,
    private readonly shown: () => Call | undefined,
  ) {
    super(host, texts);
    this.#legs = new LoadController<CallDetail>(host, {
      path: '/contracts',
      args: () => (this.#unfolded ? [contractId(), this.#unfolded] : undefined),
      fetch: (api, init) => api.GET('/contracts/{contractId}/calls/{callId}', { params: { path: this.#path(this.#unfolded!) }, ...init }),
    });
    this.#recording = new RecordingPanel(
      host,
      () => this.#legs.connection,
      () => shown()?.id,
    );
  }

  /** A call that is closed is folded. */
  hostUpdate(): void {
    if (this.shown()?.id !== this.#unfolded) this.#unfolded = undefined;
  }

  /** Costs only where the person gets them. */
  render(call: Call): TemplateResult {
    const hidesCost = this.host.hides('calls.cost');
    const { i18n } = this;
    const { t, instant } = i18n;
    const list = i18n.in(calls);
    const time = (value: string | null | undefined) => value && instant(value, 'medium');
    const seconds = (value: number | null | undefined) => (value == null ? undefined : callDuration(value, i18n));
    const { legCount = 1 } = call;
    return html`${facts([
      [list('result'), callResult(call, i18n)],
      [list('direction'), callDirection(call, i18n)],
      [list('from'), callParty(call.from, i18n)],
      [list('to'), callParty(call.to, i18n)],
      [t('dialled'), call.dialled ? phoneNumber(call.dialled) : undefined],
      [list('destination'), call.destination ? html`<bdi>${call.destination}</bdi>` : undefined],
      [t('startedAt'), time(call.startedAt)],
      [t('answeredAt'), time(call.answeredAt)],
      [t('endedAt'), time(call.endedAt)],
      [t('ring'), seconds(call.ringSeconds)],
      [list('duration'), seconds(call.durationSeconds)],
      [t('talk'), seconds(call.billableSeconds)],
      [t('billed'), seconds(call.billedSeconds)],
      [list('cost'), hidesCost ? undefined : callCost(call, i18n)],
      [list('rating'), hidesCost || !call.rating ? undefined : i18n.label(`rating-${call.rating}`, call.rating, calls)],
      [t('finality'), call.final === undefined ? undefined : t(call.final ? 'final' : 'provisional')],
    ])}
    ${call.recording?.available ? this.#recording.render(this.#path(call.id)) : nothing}
    ${legCount > 1 ? this.#fold(call.id, legCount) : nothing}`;
  }

  #fold(id: string, count: number): TemplateResult {
    const { t } = this.i18n;
    const toggle = (event: Event) => {
      this.#unfolded = (event.currentTarget as HTMLDetailsElement).open ? id : undefined;
      this.update();
    };
    return html`<details class="legs" part="legs" ?open=${this.#unfolded === id} @toggle=${toggle}>
      <summary>${t('legs', count)}</summary>
      <p class="muted">${t('legsHint')}</p>
      ${this.#unfolded === id ? detailView(this.#legs, this.i18n, ({ legs }) => this.#list(legs), count) : nothing}
    </details>`;
  }

  #list(legs: readonly CallLeg[]): TemplateResult {
    const { i18n } = this;
    const { instant } = i18n;
    const t = i18n.in(calls);
    return html`<ol>
      ${legs.map(
        (leg) =>
          html`<li>
            <span class="number">${instant(leg.startedAt, 'medium')}</span>
            <span>
              <span class="visually-hidden">${t('from')}</span>${callParty(leg.from, i18n)}
              <span aria-hidden="true" class="arrow"></span>
              <span class="visually-hidden">${t('to')}</span>${callParty(leg.to, i18n)}
            </span>
            <span class="number"><span class="visually-hidden">${t('duration')}</span>${callDuration(leg.durationSeconds, i18n)}</span>
            ${callResult(leg, i18n)}
          </li>`,
      )}
    </ol>`;
  }

  #path(callId: string): { contractId: string; callId: string } {
    return { contractId: this.contractId()!, callId };
  }
}
