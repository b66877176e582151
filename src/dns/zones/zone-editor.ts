import { nothing } from 'lit';
import type { Connection } from '../../api/connection.js';
import { DialogController } from '../../core/dialog-controller.js';
import type { SharedLocalize } from '../../core/localize-controller.js';
import type { PortalElement } from '../../core/portal-element.js';
import { dnsEditor } from '../texts/dns-editor.js';
import { itemLink } from '../../ui/links.js';
import { adoptEditorStyles } from '../editor-styles.js';
import { Notice, screenDialog } from '../../ui/screen-dialog.js';
import type { DnsZone } from '../staged-changes.js';
import { ZoneCreation, zoneCreationView } from './zone-create.js';
import { ZoneDeletion, zoneDeletionView } from './zone-deletion.js';
import { ZoneImport } from './zone-import.js';
import { zoneImportView } from './zone-import-view.js';

type Screen = 'create' | 'import' | 'delete';

/** The dialogs in which zones are added, filled and deleted. Loaded with the first use of one. */
export class ZoneEditor {
  readonly #notice: Notice;
  /** The zone that has just been added. */
  #created?: DnsZone | undefined;
  readonly #screen: DialogController<Screen>;
  readonly #creation: ZoneCreation;
  readonly #import: ZoneImport;
  readonly #deletion: ZoneDeletion;

  constructor(
    host: PortalElement,
    private readonly i18n: SharedLocalize,
    connection: () => Connection | undefined,
  ) {
    this.#notice = new Notice(host);
    this.#screen = new DialogController(host);
    this.#creation = new ZoneCreation(host, (zone) => this.#done(this.#t('created', zone.unicodeName), zone));
    this.#import = new ZoneImport(host, ({ unicodeName }, serial) => this.#done(this.#t('imported', unicodeName, String(serial ?? ''))));
    this.#deletion = new ZoneDeletion(host, connection, (zone) => this.#done(this.#t('deleted', zone.unicodeName)));
    adoptEditorStyles(host);
  }

  create(): void {
    this.#creation.open();
    this.#screen.open('create');
  }

  import(zone: DnsZone): void {
    this.#import.open(zone);
    this.#screen.open('import');
  }

  delete(zone: DnsZone): void {
    this.#deletion.open(zone);
    this.#screen.open('delete');
  }

  /** What has been achieved; a zone that was added can be opened from here. */
  notice(open: (zone: DnsZone) => unknown, itemHref: string | undefined): unknown {
    const zone = this.#created;
    return this.#notice.view(zone && itemLink(itemHref, zone.id, this.#t('openRecords'), () => void open(zone)));
  }

  dialogs(): unknown {
    const screen = this.#screen.value;
    if (!screen) return nothing;
    const size = screen === 'delete' ? 'small' : 'large';
    return screenDialog(this.#screen, this.i18n, this.#title(screen), () => this.#body(screen), size);
  }

  #title(screen: Screen): string {
    if (screen === 'create') return this.#t('createTitle');
    if (screen === 'import') return this.#t('importTitle', this.#import.zone.unicodeName);
    return this.#t('deleteTitle', this.#deletion.zone.unicodeName);
  }

  #body(screen: Screen): unknown {
    if (screen === 'create') return zoneCreationView(this.#creation, this.i18n);
    if (screen === 'import') return zoneImportView(this.#import, this.i18n);
    return zoneDeletionView(this.#deletion, this.i18n, this.#screen.close);
  }

  #done(notice: string, created?: DnsZone): void {
    this.#created = created;
    this.#screen.close();
    this.#notice.say(notice);
  }

  get #t() {
    return this.i18n.in(dnsEditor);
  }
}
