import { html, nothing, type TemplateResult } from 'lit';
import type { ContractChoice } from '../core/business/contract-choice.js';
import { DialogController } from '../core/dialog-controller.js';
import { Lazy } from '../core/lazy.js';
import type { ListController } from '../core/loading/list-controller.js';
import { Panel } from '../core/panel.js';
import { formatTime } from '../i18n/days.js';
import { shared } from '../i18n/texts/shared.js';
import { tools } from '../i18n/texts/tools.js';
import type { ListToolbar } from '../ui/lists/list-view.js';
import type { AddressPanel } from './address-panel.js';
import { contractField, periodFields } from './fields-view.js';
import { sourceName, type IpTraffic, type IpTrafficPage } from './ip-traffic.js';
import type { PortalIpTraffic } from './portal-ip-traffic.js';
import { trafficReport as texts } from './texts/traffic-report.js';
import { periodQuery, type TrafficFormats } from './traffic.js';

const volumes = ['1000000', '100000000', '1000000000', '10000000000', '100000000000', '1000000000000'];

/** The filters of a list of traffic by address, the source of its figures, and the details of a row. */
export class ListPanel extends Panel<PortalIpTraffic, typeof texts.english> {
  readonly #dialog: DialogController<IpTraffic>;
  readonly #address: Lazy<AddressPanel>;

  constructor(
    host: PortalIpTraffic,
    private readonly rows: ListController<IpTraffic, IpTrafficPage>,
    private readonly contract: ContractChoice,
  ) {
    super(host, texts);
    this.#dialog = new DialogController(host);
    this.#address = new Lazy(host, () => import('./address-panel.js').then((each) => new each.AddressPanel(host)));
  }

  filters({ search, choice }: ListToolbar, { bytes }: TrafficFormats): unknown {
    const { t } = this.i18n;
    const { rows } = this;
    const all: [string, string] = ['', this.i18n.in(tools)('all')];
    const least = rows.query['minBytes'];
    const known = least && /^\d+$/.test(least) && !volumes.includes(least) ? [...volumes, least] : volumes;
    return [
      contractField(this.contract, this.i18n),
      periodFields(periodQuery(rows.query), rows.page, this.i18n, (period) => rows.filter({ period: '', from: '', to: '', ...period })),
      search(rows, t('search')),
      choice(rows, 'groupBy', t('groupBy'), [
        ['', t('groupBy-address')],
        ['subnet', t('groupBy-subnet')],
      ]),
      choice(rows, 'family', t('family'), [all, ['4', 'IPv4'], ['6', 'IPv6']]),
      choice(rows, 'minBytes', t('least'), [all, ...known.map((each): [string, string] => [each, bytes(each)])]),
    ];
  }

  above(): TemplateResult | typeof nothing {
    const { t, language } = this.i18n;
    const { asOf, timeZone } = this.rows.page ?? {};
    if (!timeZone) return nothing;
    return html`<p class="provenance muted" part="provenance">
      ${asOf ? html`<span>${t('asOf', formatTime(language, asOf, timeZone) ?? this.i18n.in(shared)('none'))}</span>` : nothing}
      <span>${t('zone', timeZone.replaceAll('_', ' '))}</span>
    </p>`;
  }

  dialogs({ dialog, lazyView }: ListToolbar, formats: TrafficFormats): unknown {
    const { value } = this.#dialog;
    return dialog(this.#dialog, this.i18n, value ? sourceName(value, this.i18n) : '', (row) =>
      lazyView(this.#address, this.i18n, (panel) => panel.render(row, formats)),
    );
  }

  open(row: IpTraffic): void {
    const subject = { contractId: this.contract.id!, address: row.id, period: periodQuery(this.rows.query) };
    this.#dialog.open(row);
    this.#address.use((panel) => panel.show(subject));
  }
}
