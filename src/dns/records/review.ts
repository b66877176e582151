import type { Connection } from '../../api/connection.js';
import type { Problem } from '../../api/problem.js';
import { FormController } from '../../core/forms/form-controller.js';
import type { PortalElement } from '../../core/portal-element.js';
import type { FormZone } from './record-form.js';
import { presentStates } from './present-rrsets.js';
import { rrsetKey, sameRrset, type DnsZone, type Rrset, type StagedChange } from '../staged-changes.js';

const keyOf = ({ before, after }: StagedChange) => rrsetKey((after ?? before)!);

/** Sends staged changes. What the server does not accept is kept change by change; what someone else has changed meanwhile is laid side by side. */
export class Review {
  /** The reason why changes were not accepted, by their record set. */
  readonly faults = new Map<string, Fault[]>();
  /** Sets that both have changed, as they are now, until the user has decided; by their key. */
  readonly conflicts = new Map<string, Rrset | null>();
  /** Someone else has changed the zone, and nothing stands in the way any more. */
  rebased: 'untouched' | 'decided' | undefined;
  loading = false;
  failure?: unknown;
  #sent: readonly StagedChange[] = [];
  /** The version that the conflicts are about; the changes move to it when all are decided, no sooner. */
  #presentEtag = '';
  readonly form: FormController<{ etag: string; zoneId: string }, DnsZone>;

  constructor(
    private readonly host: PortalElement,
    private readonly source: () => FormZone,
    private readonly onDone: (zone: DnsZone | undefined) => void,
  ) {
    this.form = new FormController(host, {
      changes: ['/dns-zones'],
      send: (api, { etag, zoneId }) =>
        api.PATCH('/dns-zones/{zoneId}/rrsets', {
          params: { path: { zoneId }, header: { 'If-Match': etag } },
          body: { changes: this.source().staged.toChanges() },
        }),
      onDone: (zone) => this.#done(zone),
    });
  }

  get busy(): boolean {
    return this.form.busy || this.loading;
  }

  /** Changes have been edited or taken back: what was said of them no longer holds. */
  edited(changes: readonly StagedChange[]): void {
    for (const change of changes) {
      this.faults.delete(keyOf(change));
      if (!this.source().staged.find((change.after ?? change.before)!)) this.#decide(keyOf(change));
    }
    this.form.edited();
  }

  async apply(): Promise<void> {
    const { staged, zone, connection } = this.source();
    if (this.busy || this.conflicts.size > 0 || staged.count === 0 || !connection) return;
    this.faults.clear();
    this.failure = this.rebased = undefined;
    this.#sent = staged.all;
    if (await this.form.send({ etag: staged.etag ?? zone.etag, zoneId: zone.id })) return;
    const { error } = this.form;
    if (error?.status === 412) await this.#loadPresent(connection);
    else if (error?.status === 422) for (const [key, faults] of readFaults(error.problem, this.#sent)) this.faults.set(key, faults);
    this.host.requestUpdate();
  }

  /** After a failed attempt to load what others have changed. */
  retry(): void {
    const { connection } = this.source();
    if (connection) void this.#loadPresent(connection);
  }

  keepTheirs(change: StagedChange): void {
    this.source().staged.unstage((change.after ?? change.before)!);
    this.#decide(keyOf(change));
  }

  useMine(change: StagedChange): void {
    this.source().staged.rebase((change.after ?? change.before)!, this.conflicts.get(keyOf(change)) ?? null);
    this.#decide(keyOf(change));
  }

  #decide(key: string): void {
    if (!this.conflicts.delete(key) || this.conflicts.size > 0) return this.host.requestUpdate();
    this.#move('decided');
  }

  /** The changes are now changes of the present version. */
  #move(rebased: 'untouched' | 'decided'): void {
    const { staged } = this.source();
    staged.moveTo(this.#presentEtag);
    if (staged.count === 0) this.#done(undefined);
    else this.rebased = rebased;
    this.host.requestUpdate();
  }

  #done(zone: DnsZone | undefined): void {
    const { staged } = this.source();
    // What was edited while the request was under way was not sent.
    const now = new Set(staged.all);
    if (zone) for (const change of this.#sent) if (now.has(change)) staged.unstage((change.after ?? change.before)!);
    if (zone) staged.moveTo(zone.etag);
    this.rebased = undefined;
    this.onDone(zone);
  }

  /** Reads what the touched sets are now; those that nobody else has touched move to the present version by themselves. */
  async #loadPresent(connection: Connection): Promise<void> {
    const { staged, zone } = this.source();
    this.loading = true;
    this.failure = undefined;
    this.host.requestUpdate();
    try {
      const changes = staged.all;
      this.conflicts.clear();
      const rrsets = changes.map(({ before, after }) => (after ?? before)!);
      const present = await presentStates(connection, zone.id, rrsets);
      this.#compare(changes, present);
    } catch (error) {
      this.failure = error;
    } finally {
      this.loading = false;
      this.host.requestUpdate();
    }
  }

  #compare(changes: readonly StagedChange[], present: readonly { etag: string; theirs: Rrset | null }[]): void {
    const { staged } = this.source();
    for (const [index, mine] of changes.entries()) {
      const { theirs } = present[index]!;
      if (sameRrset(theirs, mine.after)) staged.unstage((mine.after ?? mine.before)!);
      else if (!sameRrset(theirs, mine.before)) this.conflicts.set(keyOf(mine), theirs);
    }
    // The oldest version read: were there two, the next attempt finds out.
    this.#presentEtag = present[0]?.etag ?? '';
    this.form.edited();
    if (this.conflicts.size === 0) this.#move('untouched');
  }
}

/** An objection of the server to one change: the path within it, a code and a sentence. */
interface Fault {
  path: string;
  code?: string;
  detail: string;
}

/** The objections to the changes that were sent, by their record set; those to none of them are left out. */
function readFaults({ errors = [] }: Partial<Problem>, sent: readonly StagedChange[]): Map<string, Fault[]> {
  const faults = new Map<string, Fault[]>();
  for (const { pointer = '', code, detail } of errors) {
    const [, index, path = ''] = /^\/changes\/(\d+)\/?(.*)$/.exec(pointer) ?? [];
    const change = index === undefined ? undefined : sent[Number(index)];
    if (!change) continue;
    const key = rrsetKey((change.after ?? change.before)!);
    faults.set(key, [...(faults.get(key) ?? []), { path, detail, ...(code !== undefined && { code }) }]);
  }
  return faults;
}
