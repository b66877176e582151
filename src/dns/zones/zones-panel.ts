import { nothing, type CSSResult } from 'lit';
import { DialogController } from '../../core/dialog-controller.js';
import { Panel } from '../../core/panel.js';
import { itemLink } from '../../ui/links.js';
import { Notice, screenDialog } from '../../ui/screen-dialog.js';
import { editorStyles } from '../editor.styles.js';
import type { PortalDnsZones } from '../portal-dns-zones.js';
import type { DnsZone } from '../staged-changes.js';
import { dnsEditor as texts } from '../texts/dns-editor.js';
import { CreatePanel } from './create-panel.js';
import { DeletePanel } from './delete-panel.js';
import { ImportPanel } from './import-panel.js';

type Screen = 'create' | 'import' | 'delete';

/** The dialogs in which zones are added, filled and deleted. */
export class ZonesPanel extends Panel<PortalDnsZones, typeof texts.english> {
  static override readonly styles: readonly CSSResult[] = editorStyles;

  readonly #notice: Notice;
  /** The zone that has just been added. */
  #created?: DnsZone | undefined;
  readonly #screen: DialogController<Screen>;
  readonly #create: CreatePanel;
  readonly #import: ImportPanel;
  readonly #delete: DeletePanel;

  constructor(host: PortalDnsZones) {
    super(host, texts);
    const { t } = this.i18n;
    this.#notice = new Notice(host);
    this.#screen = new DialogController(host);
    this.#create = new CreatePanel(host, (zone) => this.#done(t('created', zone.unicodeName), zone));
    this.#import = new ImportPanel(host, ({ unicodeName }, serial) => this.#done(t('imported', unicodeName, String(serial ?? ''))));
    this.#delete = new DeletePanel(host, (zone) => this.#done(t('deleted', zone.unicodeName)));
  }

  create(): void {
    this.#create.begin();
    this.#screen.open('create');
  }

  import(zone: DnsZone): void {
    this.#import.begin(zone);
    this.#screen.open('import');
  }

  delete(zone: DnsZone): void {
    this.#delete.begin(zone);
    this.#screen.open('delete');
  }

  /** The result of the last action; a zone that was added can be opened from here. */
  notice(open: (zone: DnsZone) => unknown, itemHref: string | undefined): unknown {
    const zone = this.#created;
    return this.#notice.view(zone && itemLink(itemHref, zone.id, this.i18n.t('openRecords'), () => void open(zone)));
  }

  /** The open dialog. */
  render(): unknown {
    const screen = this.#screen.value;
    if (!screen) return nothing;
    const size = screen === 'delete' ? 'small' : 'large';
    return screenDialog(this.#screen, this.i18n, this.#title(screen), () => this.#body(screen), size);
  }

  #title(screen: Screen): string {
    if (screen === 'create') return this.i18n.t('createTitle');
    if (screen === 'import') return this.i18n.t('importTitle', this.#import.zone.unicodeName);
    return this.i18n.t('deleteTitle', this.#delete.zone.unicodeName);
  }

  #body(screen: Screen): unknown {
    if (screen === 'create') return this.#create.render();
    if (screen === 'import') return this.#import.render();
    return this.#delete.render(this.#screen.close);
  }

  #done(notice: string, created?: DnsZone): void {
    this.#created = created;
    this.#screen.close();
    this.#notice.say(notice);
  }
}
