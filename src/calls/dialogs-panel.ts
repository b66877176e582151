import type { CSSResult } from 'lit';
import { DialogController } from '../core/dialog-controller.js';
import { Panel } from '../core/panel.js';
import type { ListToolbar } from '../ui/lists/list-view.js';
import type { Call } from './call.js';
import { DetailsPanel } from './details-panel.js';
import { dialogsStyles } from './dialogs.styles.js';
import { DownloadsPanel, type CallSource } from './downloads-panel.js';
import type { PortalCallList } from './portal-call-list.js';
import { calls as texts } from './texts/calls.js';

/** The dialogs of a call list: one call in full, and files of calls. */
export class DialogsPanel extends Panel<PortalCallList, typeof texts.english> {
  static override readonly styles: readonly CSSResult[] = [dialogsStyles];

  readonly #call: DialogController<Call>;
  readonly #files: DialogController<true>;
  readonly #details: DetailsPanel;
  readonly #downloads: DownloadsPanel;

  constructor(host: PortalCallList, source: CallSource) {
    super(host, texts);
    this.#call = new DialogController(host);
    this.#files = new DialogController(host);
    this.#details = new DetailsPanel(host, source.contractId, () => this.#call.value);
    this.#downloads = new DownloadsPanel(host, source);
  }

  openCall(call: Call): void {
    this.#call.open(call);
  }

  openFiles(): void {
    this.#files.open(true);
  }

  /** The open dialog. */
  render({ dialog }: ListToolbar): unknown {
    return [
      dialog(this.#call, this.i18n, this.i18n.t('call'), (call) => this.#details.render(call)),
      dialog(this.#files, this.i18n, this.#downloads.title, () => this.#downloads.render(), 'small'),
    ];
  }
}
