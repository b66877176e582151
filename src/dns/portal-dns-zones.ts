import { css, type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { DialogController } from '../core/dialog-controller.js';
import { DownloadController } from '../core/download-controller.js';
import { Lazy, lazy } from '../core/lazy.js';
import { ListController } from '../core/loading/list-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
import { property } from '../core/property.js';
import { badge, type Tone } from '../ui/badge.js';
import { itemLink } from '../ui/links.js';
import { PortalRecordListElement } from '../ui/lists/list-element.js';
import { type Column, type ListToolbar, listView } from '../ui/lists/list-view.js';
import type { DnsLocalize } from './records/list-view.js';
import type { DnsZone } from './staged-changes.js';
import { dns } from './texts/dns.js';
import { fetchZoneFile } from './zones/fetch-zone-file.js';

type ZoneAction = 'open' | 'export' | 'import' | 'delete';

interface ZoneRow {
  allowed: Record<ZoneAction, boolean>;
  act: Record<ZoneAction, () => void>;
  counted: boolean;
  itemHref: string | undefined;
}

const tones: Record<string, Tone> = { active: 'success', 'pending-delegation': 'warning', stale: 'warning' };

/** A zone; its name leads to its records. */
function zoneRow(zone: DnsZone, i18n: DnsLocalize, { allowed, act, counted, itemHref }: ZoneRow): TemplateResult {
  const { t } = i18n;
  const name = zone.unicodeName || zone.name || t('unlabelled');
  const ascii = zone.name.replace(/(?<=.)\.$/, '');
  const tone = Object.hasOwn(tones, zone.status) ? tones[zone.status]! : 'neutral';
  const button = (action: 'export' | 'import' | 'delete') =>
    allowed[action]
      ? html`<button
          type="button"
          class="link"
          aria-label=${t(`${action}Zone`, name)}
          .textContent=${t(action)}
          @click=${act[action]}
        ></button>`
      : nothing;
  return html`<tr role="row" part="row">
    <th role="rowheader" scope="row" class="subject">
      ${allowed.open ? itemLink(itemHref, zone.id, name, act.open) : html`<bdi .textContent=${name}></bdi>`}
      ${ascii === name ? nothing : html`<small class="muted ascii"><bdi .textContent=${ascii}></bdi></small>`}
    </th>
    <td role="cell" data-label=${t('type')} .textContent=${i18n.label(`type-${zone.type}`, zone.type)}></td>
    ${counted ? html`<td role="cell" class="end" data-label=${t('records')} .textContent=${i18n.number(zone.recordCount)}></td>` : nothing}
    <td role="cell" data-label=${t('dnssec')} .textContent=${zone.dnssec ? t('signed') : t('unsigned')}></td>
    <td role="cell" class="end" data-label=${t('serial')} .textContent=${Number.isFinite(zone.serial) ? `${zone.serial}` : t('none')}></td>
    <td role="cell" data-label=${t('changed')} .textContent=${i18n.instant(zone.changedAt)}></td>
    <td role="cell" data-label=${t('status')}>${badge(tone, i18n.label(`status-${zone.status}`, zone.statusLabel || zone.status))}</td>
    <td role="cell" data-label=${t('actions')}>${button('import')}${button('export')}${button('delete')}</td>
  </tr>`;
}

/** Columns of the zone list. */
const zonesStyles: CSSResultGroup = [
  css`
    .ascii {
      display: block;
      font-weight: 400;
    }
  `,
];

/**
 * The client's DNS zones: found, added, imported, exported, deleted; each leads to its records.
 *
 * @tag portal-dns-zones
 * @summary DNS zones: find, add, import, export, delete.
 * @example
 * <portal-dns-zones item-href="/dns-records?zone={id}"></portal-dns-zones>
 * @permission devices.dns-zones
 * @operation listDnsZones
 * @operation createDnsZone
 * @operation deleteDnsZone
 * @operation importDnsZone
 * @operation exportDnsZone
 * @slot empty - Replaces the text shown when there are no zones at all.
 */
export class PortalDnsZones extends PortalRecordListElement {
  static override requires = 'devices.dns-zones' as const;
  static override styles = [PortalRecordListElement.styles, zonesStyles];

  /** Shows how many records each zone has; the server counts them for every page. */
  @property({ type: Boolean, attribute: 'record-counts' }) recordCounts = false;

  #i18n = new LocalizeController(this, dns);
  #records = new DialogController<DnsZone>(
    this,
    lazy(() => import('../define/portal-dns-records.js')),
  );
  #file = new DownloadController(this);
  #panel = new Lazy(this, () => import('./zones/zones-panel.js').then((each) => new each.ZonesPanel(this)));
  protected override readonly content: ListController<DnsZone> = new ListController(this, {
    path: '/dns-zones',
    filters: ['q', 'type', 'dnssec', 'direction'],
    initial: () => ({ sort: 'name' }),
    args: () => [this.recordCounts],
    fetch: (api, query: object, init) =>
      api.GET('/dns-zones', { params: { query: { ...query, ...(this.recordCounts && { include: 'recordCount' as const }) } }, ...init }),
  });

  protected override view(): unknown {
    const { t } = this.#i18n;
    return listView(this, this.content, this.#i18n, {
      label: t('zones'),
      columns: this.#columns(),
      row: (zone) => this.#row(zone),
      empty: t('noZones'),
      filters: (toolbar) => this.#filters(toolbar),
      actions: () =>
        this.can('create')
          ? html`<button type="button" class="primary" @click=${() => this.#panel.use((panel) => panel.create())}>
              ${t('createZone')}
            </button>`
          : nothing,
      above: ({ failure, lazyView }) => [
        this.#file.error ? failure(this.#file.error, this.#i18n) : nothing,
        lazyView(this.#panel, this.#i18n, (panel) => panel.notice((zone) => this.#records.open(zone), this.itemHref)),
      ],
      dialogs: ({ elementDialog }) => [
        elementDialog(
          this.#records,
          this.#i18n,
          t('dnsRecords'),
          ({ id }) => html`<portal-dns-records zone-id=${id}></portal-dns-records>`,
        ),
        this.#panel.value?.render(),
      ],
    });
  }

  #columns(): Column[] {
    const { t } = this.#i18n;
    return [
      { key: 'name', label: t('zone'), width: 11, sort: 'name' },
      { key: 'type', label: t('type'), width: 6.75 },
      ...(this.recordCounts ? [{ key: 'records', label: t('records'), width: 5, end: true }] : []),
      { key: 'dnssec', label: t('dnssec'), width: 8.25 },
      { key: 'serial', label: t('serial'), width: 7.75, folds: true, end: true },
      { key: 'changedAt', label: t('changed'), width: 7.5, sort: 'changedAt' },
      { key: 'status', label: t('status'), width: 7.75 },
      { key: 'actions', label: t('actions'), width: 9, unseen: true },
    ];
  }

  #row(zone: DnsZone): TemplateResult {
    const allowed: Record<ZoneAction, boolean> = {
      open: this.can('view', 'devices.dns-records'),
      export: this.can('view', 'devices.dns-records'),
      import: this.can('update', 'devices.dns-records') && zone.allowedActions.includes('import'),
      delete: this.can('delete') && zone.allowedActions.includes('delete'),
    };
    const act = {
      open: () => this.#records.open(zone),
      export: () => void this.#file.save(this.content.load.connection, (api) => fetchZoneFile(api, zone.id)),
      import: () => this.#panel.use((panel) => panel.import(zone)),
      delete: () => this.#panel.use((panel) => panel.delete(zone)),
    };
    return zoneRow(zone, this.#i18n, { allowed, act, counted: this.recordCounts, itemHref: this.itemHref });
  }

  #filters({ search, choice }: ListToolbar): unknown {
    const { t } = this.#i18n;
    const list = this.content;
    const all = ['', t('all')] as const;
    return [
      search(list, t('searchZones')),
      choice(list, 'type', t('type'), [all, ['primary', t('type-primary')], ['secondary', t('type-secondary')]]),
      choice(list, 'dnssec', t('dnssec'), [all, ['true', t('signed')], ['false', t('unsigned')]]),
      choice(list, 'direction', t('direction'), [all, ['forward', t('forward')], ['reverse', t('reverse')]]),
    ];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-dns-zones': PortalDnsZones;
  }
}
