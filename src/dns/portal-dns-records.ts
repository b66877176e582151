import { html, nothing, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import { DownloadController } from '../core/download-controller.js';
import { ListController } from '../core/list-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
import { property } from '../core/property.js';
import { dns } from './texts/dns.js';
import { PortalListElement } from '../ui/list-element.js';
import { listView } from '../ui/list-view.js';
import type { ListToolbar } from '../ui/list-view.js';
import type { RecordEditor } from './records/record-editor.js';
import { recordColumns, recordRow, type RowAction } from './records/record-row.js';
import type { Rrset, StagedChange, StagedChanges } from './staged-changes.js';
import { recordsStyles } from './records/records-styles.js';
import { stagedChanges } from './staged-store.js';
import { fetchZoneFile } from './zones/zone-file-download.js';

type RrsetPage = components['schemas']['DnsRrsetPage'];

/**
 * The records of one DNS zone. Edits are collected, looked over together and saved at once; a zone that someone else has
 * changed meanwhile is never overwritten unseen.
 *
 * @tag portal-dns-records
 * @summary DNS records of a zone: find, edit, review, save, import, export.
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
  #editor?: RecordEditor;
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
    if (this.#staged?.count && zone && !this.#editor) void this.#edit(() => undefined);
    return listView(this, this.content, this.#i18n, {
      label: zone ? t('recordsOf', zone.unicodeName) : t('dnsRecords'),
      columns: recordColumns(this.#i18n),
      row: (rrset) => html`${this.#rows(rrset)}`,
      empty: t('noRecords'),
      filters: (list) => this.#filters(list),
      actions: () => this.#actions(),
      above: (list) => this.#above(list),
      dialogs: () => zone && this.#editor?.dialogs(),
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
      void this.#edit((editor) => (action === 'undo' ? editor.undo(change!) : editor[action](change?.after ?? rrset)));
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
      this.#allows('edit') ? button(t('addRecord'), 'primary', () => this.#edit((editor) => editor.add())) : nothing,
      this.#allows('import') ? button(t('importRecords'), 'quiet', () => this.#edit((editor) => editor.import())) : nothing,
      button(t('exportRecords'), 'quiet', () => this.#file.save(this.content.load.connection, (api) => fetchZoneFile(api, zoneId))),
    ];
  }

  #above({ failure }: ListToolbar): unknown {
    const { page } = this.content;
    return [
      page?.zone.type === 'secondary' ? html`<p class="muted">${this.#i18n.t('secondary')}</p>` : nothing,
      this.#file.error ? failure(this.#file.error, this.#i18n) : nothing,
      page && this.#editor?.bar(),
    ];
  }

  /** Loads the editor with the first change. */
  async #edit(act: (editor: RecordEditor) => void): Promise<void> {
    const { RecordEditor } = await import('./records/record-editor.js');
    const { load } = this.content;
    this.#editor ??= new RecordEditor(this, this.#i18n, () => ({
      zone: this.content.page!.zone,
      staged: this.#staged!,
      connection: load.connection,
    }));
    act(this.#editor);
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-dns-records': PortalDnsRecords;
  }
}
