import { html, nothing, type CSSResult, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import { DownloadController } from '../core/download-controller.js';
import { LoadController } from '../core/loading/load-controller.js';
import { Panel } from '../core/panel.js';
import { formatDays, formatHour } from '../i18n/days.js';
import { shared } from '../i18n/texts/shared.js';
import { tools } from '../i18n/texts/tools.js';
import { traffic as words } from './texts/traffic.js';
import { shareBar } from '../ui/charts/bar.js';
import { facts } from '../ui/detail-view.js';
import { skeleton } from '../ui/lists/list-view.js';
import { errorText, failure } from '../ui/messages.js';
import { columnStyles } from '../ui/styles/columns.js';
import { detailStyles } from '../ui/styles/detail.js';
import type { IpTraffic } from './ip-traffic.js';
import type { PortalIpTraffic } from './portal-ip-traffic.js';
import { trafficReport as texts } from './texts/traffic-report.js';
import type { PeriodQuery, TrafficFormats } from './traffic.js';

const stepStyles = columnStyles('.steps', [{ width: 9 }, { width: 7 }, { width: 7 }, { width: 7 }, { width: 6 }]);

type Steps = components['schemas']['IpTrafficSteps'];
type Step = components['schemas']['TrafficStep'];

interface Subject {
  contractId: string;
  address: string;
  period: PeriodQuery;
}

/** One address by day, and a day of it by hour. */
export class AddressPanel extends Panel<PortalIpTraffic, typeof texts.english> {
  static override readonly styles: readonly CSSResult[] = [detailStyles, stepStyles];

  #subject?: Subject;
  /** The day whose hours are shown. */
  #day?: string;
  /** Selector of the element that takes the focus when it is there: the pressed one is gone. */
  #focusPending?: string;
  readonly #steps: LoadController<Steps>;
  readonly #file: DownloadController;

  constructor(host: PortalIpTraffic) {
    super(host, texts);
    this.#file = new DownloadController(host);
    this.#steps = new LoadController<Steps>(host, {
      path: '/contracts',
      args: () => (this.#subject ? [this.#subject, this.#day] : undefined),
      fetch: (api, init) => api.GET('/contracts/{contractId}/traffic/ips/{address}', { params: this.#params, ...init }),
    });
  }

  show(subject: Subject): void {
    this.#subject = subject;
    this.#day = undefined;
    this.update();
  }

  override hostUpdated(): void {
    super.hostUpdated();
    const target = this.#focusPending && this.host.renderRoot.querySelector<HTMLElement>(this.#focusPending);
    if (!target) return;
    this.#focusPending = undefined;
    target.focus();
  }

  render(row: IpTraffic, formats: TrafficFormats): TemplateResult {
    const { t } = this.i18n;
    const { value, error, busy } = this.#steps;
    const rates = row.peakBitsPerSecond;
    const failed = error !== undefined && !busy;
    return html`${facts([
      [this.i18n.in(words)('label'), row.label && html`<bdi>${row.label}</bdi>`],
      [t('device'), row.device && html`<bdi>${row.device}</bdi>`],
      [t('peak'), rates && html`<span>${t('inRate', formats.rate(rates.in))}</span><span>${t('outRate', formats.rate(rates.out))}</span>`],
    ])}
    ${this.#bar(value)} ${failed ? failure(error, this.i18n, () => this.#steps.reload()) : nothing}
    ${value && this.#subject?.address === row.id ? this.#table(value, formats) : failed ? nothing : skeleton(8, this.i18n.in(shared)('loading'))}`;
  }

  get #params() {
    const { contractId, address, period } = this.#subject!;
    const day = this.#day;
    const query = day ? { from: day, to: day, step: 'hour' as const } : { ...period, step: 'day' as const };
    return { path: { contractId, address }, query };
  }

  #bar(steps: Steps | undefined): TemplateResult {
    const { t, language } = this.i18n;
    const day = this.#day;
    const { phase, error } = this.#file;
    const title = day ? t('hoursOf', this.i18n.day(day)) : steps && formatDays(language, steps.period.firstOn, steps.period.lastOn);
    return html`<div class="steps-bar">
      <div class="actions">
        ${day ? html`<button type="button" class="back" @click=${() => this.#go(undefined)}>${t('backToDays')}</button>` : nothing}
        <h3>${title}</h3>
      </div>
      <div class="actions">
        <button type="button" class="quiet" aria-disabled=${phase === 'busy'} @click=${() => this.#save()}>
          ${this.i18n.in(tools)(phase === 'busy' ? 'exporting' : 'exportCsv')}
        </button>
        ${error ? html`<span class="error-text" role="alert">${errorText(error, this.i18n)}</span>` : nothing}
      </div>
    </div>`;
  }

  #table({ items, step, total, timeZone }: Steps, { bytes }: TrafficFormats): TemplateResult {
    const { t } = this.i18n;
    const word = this.i18n.in(words);
    const most = Math.max(1, ...items.map(({ sum }) => Number(sum ?? 0)));
    const head = [t(step), word('in'), word('out'), word('sum')];
    const cells = (each: Pick<Step, 'in' | 'out' | 'sum'>) =>
      [each.in, each.out, each.sum].map(
        (value, place) => html`<td role="cell" class="end" data-label=${head[place + 1]!} .textContent=${bytes(value)}></td>`,
      );
    return html`<table role="table" class="steps" aria-label=${head[0]!}>
      <thead role="rowgroup">
        <tr role="row">
          ${head.map((each, place) => html`<th role="columnheader" scope="col" class=${place ? 'end' : ''}><span>${each}</span></th>`)}
          <td></td>
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${items.map(
          (each) =>
            html`<tr role="row">
              <th role="rowheader" scope="row" class="subject">${this.#stepName(each, step, items.length !== 24, timeZone)}</th>
              ${cells(each)}
              <td aria-hidden="true">${shareBar((Number(each.sum ?? 0) / most) * 100)}</td>
            </tr>`,
        )}
        <tr role="row" class="whole">
          <th role="rowheader" scope="row" class="subject">${t(step === 'day' ? 'wholePeriod' : 'wholeDay')}</th>
          ${cells(total)}
          <td aria-hidden="true"></td>
        </tr>
      </tbody>
    </table>`;
  }

  #stepName({ start, on }: Step, step: Steps['step'], clocksChange: boolean, timeZone: string): unknown {
    if (step === 'hour') return formatHour(this.i18n.language, start, timeZone, clocksChange) ?? this.i18n.t('none');
    const name = this.i18n.day(on);
    return on ? html`<button type="button" class="link" data-day=${on} @click=${() => this.#go(on)}>${name}</button>` : name;
  }

  /** To the hours of a day, or back to the days. */
  #go(day: string | undefined): void {
    this.#focusPending = day ? '.back' : `[data-day="${this.#day}"]`;
    this.#day = day;
    this.update();
  }

  #save(): void {
    const init = { params: this.#params, headers: { Accept: 'text/csv' }, parseAs: 'blob' } as const;
    void this.#file.save(this.#steps.connection, (api) => api.GET('/contracts/{contractId}/traffic/ips/{address}', init));
  }
}
