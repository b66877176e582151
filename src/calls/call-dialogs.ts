import { DialogController } from '../core/dialog-controller.js';
import type { PortalElement } from '../core/portal-element.js';
import type { ListToolbar } from '../ui/list-view.js';
import { adoptStyles } from '../ui/styles/adopt.js';
import { callDetailStyles } from './call-detail-styles.js';
import { CallDetails } from './call-details.js';
import { CallDownloads, type CallSource } from './call-downloads.js';
import type { Call, CallLocalize } from './call-parts.js';

/** What a list of calls opens: one call in full, and files of calls. */
export class CallDialogs {
  readonly #call: DialogController<Call>;
  readonly #files: DialogController<true>;
  readonly #details: CallDetails;
  readonly #downloads: CallDownloads;

  constructor(
    host: PortalElement,
    private readonly i18n: CallLocalize,
    source: CallSource,
  ) {
    adoptStyles(host, callDetailStyles);
    this.#call = new DialogController(host);
    this.#files = new DialogController(host);
    this.#details = new CallDetails(host, i18n, source.contractId, () => this.#call.value);
    this.#downloads = new CallDownloads(host, i18n, source);
  }

  openCall(call: Call): void {
    this.#call.open(call);
  }

  openFiles(): void {
    this.#files.open(true);
  }

  view({ dialog }: ListToolbar): unknown {
    return [
      dialog(this.#call, this.i18n, this.i18n.t('call'), (call) => this.#details.view(call)),
      dialog(this.#files, this.i18n, this.#downloads.title, () => this.#downloads.view(), 'small'),
    ];
  }
}
