import { css, type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import type { Connection } from '../api/connection.js';
import type { components } from '../api/schema.js';
import { DownloadController } from '../core/download-controller.js';
import { Lazy } from '../core/lazy.js';
import { ListController } from '../core/loading/list-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
import { property } from '../core/property.js';
import { warnBeforeUnload } from '../core/forms/unsaved.js';
import { PortalListElement } from '../ui/lists/list-element.js';
import { type ListToolbar, listView } from '../ui/lists/list-view.js';
import { recordColumns, recordRow, type RowAction } from './records/list-view.js';
import type { FormZone } from './records/record-form.js';
import { type Rrset, type StagedChange, StagedChanges } from './staged-changes.js';
import { dns } from './texts/dns.js';
import { fetchZoneFile } from './zones/fetch-zone-file.js';

const stores = new WeakMap<Connection, Map<string, StagedChanges>>();

/**
 * The staged changes of a zone. They outlive the element that shows them, so that a closed dialog or a permission that is
 * taken and given back loses nothing; while there are some, leaving the page asks first.
 */
function stagedChanges(connection: Connection, zoneId: string): StagedChanges {
  let zones = stores.get(connection);
  if (!zones) stores.set(connection, (zones = new Map<string, StagedChanges>()));
  let changes = zones.get(zoneId);
  if (!changes) {
    const created = new StagedChanges((count) => warnBeforeUnload(created, count > 0));
    zones.set(zoneId, (changes = created));
  }
  return changes;
}

/** Columns of the record list, values one a line, and rows with staged changes. */
const recordsStyles: CSSResultGroup = [
  css`
    td .actions {
      display: flex;
      flex-wrap: wrap;
      gap: 0 0.75em;
    }
    td.end small {
      display: block;
    }
    .values {
      display: grid;
      gap: 0.2em;
      min-inline-size: 0;
      text-align: start;
    }
    summary {
      word-break: break-all;
      cursor: pointer;
    }
    details[open] summary {
      opacity: 0.6;
    }
    .off bdi,
    .gone bdi {
      text-decoration: line-through;
      text-decoration-color: var(--_muted);
    }
    .staged {
      background: var(--_hover);
    }
  `,
];

type RrsetPage = components['schemas']['DnsRrsetPage'];

/**
 * The records of one DNS zone. Edits are collected, looked over together and saved at once; a zone that someone else has
 * changed meanwhile is never overwritten unseen.
 *
 * @tag portal-dns-records
 * @summary DNS records of a zone: find, edit, review, save, import, export.
 * @example
 * <portal-dns-records id-param="zone"></portal-dns-records>
 * <portal-dns-records zone-id="zon_1"></portal-dns-records>
 * @permission devices.dns-records
 * @operation listDnsRrsets
 * @operation changeDnsRrsets
 * @operation importDnsZone
 * @operation exportDnsZone
 * @slot empty - Replaces the text shown when the zone has no records at all.
 * @csspart staged - The bar that says how many changes wait to be saved.
 */
export class PortalDnsRecords extends PortalListElement {
  static override requires = 'devices.dns-records' as const;
  static override styles = [PortalListElement.styles, recordsStyles];

  /** The zone's id. */
  @property({ attribute: 'zone-id' }) zoneId?: string;

  /** Name of a parameter of the page's address that holds the zone's id, so that a page needs no script. */
  @property({ attribute: 'id-param' }) idParam?: string;

  #i18n = new LocalizeController(this, dns);
  #file = new DownloadController(this);
  #panel = new Lazy(this, () => import('./records/records-panel.js').then((each) => new each.RecordsPanel(this, () => this.#source)));
  protected override readonly content: ListController<Rrset, RrsetPage> = new ListController(this, {
    path: '/dns-zones',
    filters: ['q', 'type', 'disabled'],
    initial: () => ({ sort: 'name' }),
    args: () => (this.#id ? [this.#id] : undefined),
    fetch: (api, query, init) => api.GET('/dns-zones/{zoneId}/rrsets', { params: { path: { zoneId: this.#id! }, query }, ...init }),
  });

  get #id(): string | undefined {
    return this.zoneId || (this.idParam ? (new URL(location.href).searchParams.get(this.idParam) ?? undefined) : undefined);
  }

  get #staged(): StagedChanges | undefined {
    const { connection } = this.content.load;
    return connection && this.#id ? stagedChanges(connection, this.#id) : undefined;
  }

  #allows(action: 'edit' | 'import'): boolean {
    return this.can('update') && !!this.content.page?.zone.allowedActions.includes(action);
  }

  protected override view(): unknown {
    const { t } = this.#i18n;
    const zone = this.content.page?.zone;
    if (this.#staged?.count && zone) this.#panel.useNow();
    return listView(this, this.content, this.#i18n, {
      label: zone ? t('recordsOf', zone.unicodeName) : t('dnsRecords'),
      columns: recordColumns(this.#i18n),
      row: (rrset) => html`${this.#rows(rrset)}`,
      empty: t('noRecords'),
      filters: (toolbar) => this.#filters(toolbar),
      actions: () => this.#actions(),
      above: (toolbar) => this.#above(toolbar),
      dialogs: () => zone && this.#panel.value?.render(),
    });
  }

  /** The row of a set; above the first stand the sets that are staged to be added. */
  #rows(rrset: Rrset): unknown {
    const row = this.#row(rrset, this.#staged?.find(rrset));
    if (rrset !== this.content.items[0]) return row;
    const added = this.#staged?.all.filter(({ before }) => !before) ?? [];
    return [...added.map((change) => this.#row(change.after!, change)), row];
  }

  #row(rrset: Rrset, change: StagedChange | undefined): TemplateResult {
    const act = (action: RowAction) =>
      this.#panel.use((panel) => (action === 'undo' ? panel.undo(change!) : panel[action](change?.after ?? rrset)));
    return recordRow({ rrset, zone: this.content.page!.zone, change, act: this.#allows('edit') ? act : undefined }, this.#i18n);
  }

  #filters({ search, choice }: ListToolbar): unknown {
    const { t } = this.#i18n;
    const types = this.content.page?.types ?? [];
    return [
      search(this.content, t('searchRecords')),
      choice(this.content, 'type', t('type'), [['', t('all')], ...types.map((type) => [type, type] as const)]),
      choice(this.content, 'disabled', t('values'), [
        ['', t('all')],
        ['true', t('withDisabled')],
        ['false', t('withoutDisabled')],
      ]),
    ];
  }

  #actions(): unknown {
    const { t } = this.#i18n;
    const zoneId = this.#id;
    if (!this.content.page || !zoneId) return nothing;
    const button = (label: string, kind: string, act: () => unknown) =>
      html`<button type="button" class=${kind} @click=${act}>${label}</button>`;
    return [
      this.#allows('edit') ? button(t('addRecord'), 'primary', () => this.#panel.use((panel) => panel.add())) : nothing,
      this.#allows('import') ? button(t('importRecords'), 'quiet', () => this.#panel.use((panel) => panel.import())) : nothing,
      button(t('exportRecords'), 'quiet', () => this.#file.save(this.content.load.connection, (api) => fetchZoneFile(api, zoneId))),
    ];
  }

  #above({ failure, lazyView }: ListToolbar): unknown {
    const { page } = this.content;
    return [
      page?.zone.type === 'secondary' ? html`<p class="muted">${this.#i18n.t('secondary')}</p>` : nothing,
      this.#file.error ? failure(this.#file.error, this.#i18n) : nothing,
      page && lazyView(this.#panel, this.#i18n, (panel) => panel.bar()),
    ];
  }

  /** The zone as it is known now, for the panel: only where the list has been read. */
  get #source(): FormZone {
    const { page, load } = this.content;
    return { zone: page!.zone, staged: this.#staged!, connection: load.connection };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-dns-records': PortalDnsRecords;
  }
}
