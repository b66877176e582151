import { html, nothing, type TemplateResult } from 'lit';
import { DialogController } from '../core/dialog-controller.js';
import type { ListController, ListHost } from '../core/list-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
import { formatTime } from '../i18n/days.js';
import { tools as toolTexts } from '../i18n/texts/tools.js';
import { traffic } from './texts/traffic.js';
import { trafficReport } from './texts/traffic-report.js';
import type { ListToolbar } from '../ui/list-view.js';
import type { ContractChoice } from '../core/contract-choice.js';
import type { IpTrafficDetail } from './ip-traffic-detail.js';
import { sourceName, type IpTraffic, type IpTrafficPage } from './ip-traffic-parts.js';
import { contractField, periodFields } from './traffic-fields.js';
import type { TrafficFormats } from './traffic-formats.js';
import { periodQuery } from './traffic-period.js';

type Host = ListHost & ConstructorParameters<typeof LocalizeController>[0];

const volumes = ['1000000', '100000000', '1000000000', '10000000000', '100000000000', '1000000000000'];

/** What stands around the rows of traffic by address: filters, where the figures come from, the details of a row. */
export class IpTrafficExtras {
  readonly #i18n: LocalizeController<typeof trafficReport.english>;
  readonly #words: LocalizeController<typeof traffic.english>;
  readonly #dialog: DialogController<IpTraffic>;
  #detail?: IpTrafficDetail;

  constructor(
    private readonly host: Host,
    private readonly rows: ListController<IpTraffic, IpTrafficPage>,
    private readonly contract: ContractChoice,
  ) {
    this.#i18n = new LocalizeController(host, trafficReport);
    this.#words = new LocalizeController(host, traffic);
    this.#dialog = new DialogController(host);
  }

  filters({ search, choice }: ListToolbar, { bytes }: TrafficFormats): unknown {
    const { t } = this.#i18n;
    const { rows } = this;
    const all: [string, string] = ['', this.#i18n.in(toolTexts)('all')];
    const least = rows.query['minBytes'];
    const known = least && /^\d+$/.test(least) && !volumes.includes(least) ? [...volumes, least] : volumes;
    return [
      contractField(this.contract, this.#i18n),
      periodFields(periodQuery(rows.query), rows.page, this.#i18n, (period) => rows.filter({ period: '', from: '', to: '', ...period })),
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
    const { t, language } = this.#i18n;
    const { asOf, timeZone } = this.rows.page ?? {};
    if (!timeZone) return nothing;
    return html`<p class="provenance muted" part="provenance">
      ${asOf ? html`<span>${t('asOf', formatTime(language, asOf, timeZone) ?? t('invalidDate'))}</span>` : nothing}
      <span>${t('zone', timeZone.replaceAll('_', ' '))}</span>
    </p>`;
  }

  dialogs({ dialog }: ListToolbar, formats: TrafficFormats): unknown {
    const { value } = this.#dialog;
    return dialog(this.#dialog, this.#i18n, value ? sourceName(value, this.#words) : '', (row) => this.#detail?.view(row, formats));
  }

  async open(row: IpTraffic): Promise<void> {
    const contractId = this.contract.id!;
    this.#dialog.open(row);
    const { IpTrafficDetail } = await import('./ip-traffic-detail.js');
    this.#detail ??= new IpTrafficDetail(this.host, this.#i18n);
    this.#detail.show({ contractId, address: row.id, period: periodQuery(this.rows.query) });
  }
}
