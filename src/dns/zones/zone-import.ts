import type { components } from '../../api/schema.js';
import { connect } from '../../api/connection.js';
import { ApiError, unwrap } from '../../api/problem.js';
import { clientContext } from '../../context/contexts.js';
import { Consumer } from '../../core/consume.js';
import { FormController } from '../../core/form-controller.js';
import type { PortalElement } from '../../core/portal-element.js';
import type { DnsZone } from '../staged-changes.js';

type DnsImport = components['schemas']['DnsImport'];
export type ImportResult = components['schemas']['DnsImportResult'];

/** A zone file on its way into a zone: written, looked at in a dry run, applied to the very version that was looked at. */
export class ZoneImport {
  zone!: DnsZone;
  zoneFile = '';
  mode: 'merge' | 'replace' = 'merge';
  /** What the file would change. */
  preview?: ImportResult;
  /** The preview had to be made anew, as the zone has changed meanwhile. */
  renewed = false;
  unreadable = false;
  #etag = '';
  readonly #client: Consumer<typeof clientContext>;
  readonly form: FormController<DnsImport, ImportResult>;

  constructor(
    private readonly host: PortalElement,
    private readonly onDone: (zone: DnsZone, serial?: number) => void,
  ) {
    this.#client = new Consumer(host, clientContext);
    this.form = new FormController(host, {
      changes: [],
      send: (api, body) =>
        api.POST('/dns-zones/{zoneId}/import', {
          params: { path: { zoneId: this.zone.id }, header: { 'If-Match': this.#etag } },
          body,
        }),
      onDone: (result) => (this.preview = result),
    });
  }

  /** Begins anew for a zone. */
  open(zone: DnsZone): void {
    Object.assign(this, { zone, zoneFile: '', mode: 'merge', preview: undefined, renewed: false, unreadable: false });
    this.#etag = zone.etag;
    this.form.edited();
  }

  edit(changes: Partial<Pick<ZoneImport, 'zoneFile' | 'mode' | 'unreadable'>>): void {
    Object.assign(this, { preview: undefined, renewed: false, unreadable: false, ...changes });
    this.form.edited();
  }

  /** Shows what the file would change. */
  async look(): Promise<boolean> {
    if (await this.#send(true)) return true;
    if (this.form.error?.status !== 412 || !(await this.#readVersion())) return false;
    return await this.#send(true);
  }

  /** Carries out what was shown; when the zone has changed meanwhile, shows anew what would happen instead. */
  async apply(): Promise<void> {
    if (!this.preview || this.form.busy) return;
    if (await this.#send(false)) {
      const known = await this.#readVersion();
      if (this.#client.value) connect(this.#client.value).changed('/dns-zones');
      this.onDone(this.zone, known ? this.zone.serial : undefined);
    } else if (this.form.error?.status === 412 && (await this.#readVersion())) {
      this.renewed = await this.#send(true);
      this.host.requestUpdate();
    }
  }

  #send(dryRun: boolean): Promise<boolean> {
    return this.form.send({ zoneFile: this.zoneFile, mode: this.mode, dryRun });
  }

  /** The zone as it is now, read beside its records: whoever may change these may read them. */
  async #readVersion(): Promise<boolean> {
    const client = this.#client.value;
    if (!client) return false;
    try {
      const path = { zoneId: this.zone.id };
      const query = { limit: 1 };
      const { zone } = await unwrap(connect(client).api.GET('/dns-zones/{zoneId}/rrsets', { params: { path, query } }));
      this.zone = zone;
      this.#etag = zone.etag;
      return true;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return false;
    }
  }
}
