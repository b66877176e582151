import type { components } from '../api/schema.js';

export type Rrset = components['schemas']['DnsRrset'];
export type DnsZone = components['schemas']['DnsZone'];
export type DnsChange = components['schemas']['DnsChange'];

/** A change of one record set that is not sent yet. `before` is `null` for a new one, `after` for one that goes. */
export interface StagedChange {
  readonly before: Rrset | null;
  readonly after: Rrset | null;
}

/** The key of a record set in its zone. */
export const rrsetKey = ({ name, type }: Pick<Rrset, 'name' | 'type'>): string => `${name} ${type}`;

const records = (rrset: Rrset) =>
  rrset.records
    .map(({ value, disabled }) => `${disabled ? '-' : '+'}${value}`)
    .sort()
    .join('\n');

/** Tells whether two sets say the same, their values in any order. */
export function sameRrset(one: Rrset | null, other: Rrset | null): boolean {
  if (!one || !other) return one === other;
  return one.ttl === other.ttl && (one.comment || null) === (other.comment || null) && records(one) === records(other);
}

/** Changes to a zone that have not been sent: one for each record set, however often it was edited. */
export class StagedChanges {
  readonly #changes = new Map<string, StagedChange>();
  #etag?: string;

  /** @param counted Told how many there are whenever that may have changed. */
  constructor(private readonly counted: (count: number) => void = () => undefined) {}

  /** The version of the zone that the changes were made on; of several the oldest. */
  get etag(): string | undefined {
    return this.#etag;
  }

  get count(): number {
    return this.#changes.size;
  }

  get all(): readonly StagedChange[] {
    return [...this.#changes.values()];
  }

  find(rrset: Pick<Rrset, 'name' | 'type'>): StagedChange | undefined {
    return this.#changes.get(rrsetKey(rrset));
  }

  /** Makes `after` of `before`, as it was in version `etag`. What leads back to the beginning is no change. */
  stage({ before, after }: StagedChange, etag: string): void {
    const key = rrsetKey((after ?? before)!);
    const first = this.#changes.has(key) ? this.#changes.get(key)!.before : before;
    if (sameRrset(first, after)) this.#changes.delete(key);
    else this.#changes.set(key, { before: first, after });
    this.#etag ??= etag;
    this.#counted();
  }

  unstage(rrset: Pick<Rrset, 'name' | 'type'>): void {
    this.#changes.delete(rrsetKey(rrset));
    this.#counted();
  }

  clear(): void {
    this.#changes.clear();
    this.#counted();
  }

  /** Takes `present` for what the set was before, so that the change is now one of that version; gone if that is no change. */
  rebase(rrset: Pick<Rrset, 'name' | 'type'>, present: Rrset | null): void {
    const key = rrsetKey(rrset);
    const change = this.#changes.get(key);
    if (!change) return;
    if (sameRrset(present, change.after)) this.#changes.delete(key);
    else this.#changes.set(key, { before: present, after: change.after });
    this.#counted();
  }

  /** From now on the changes are made on this version. */
  moveTo(etag: string): void {
    if (this.count > 0) this.#etag = etag;
  }

  /** The request: one entry for each change, in the order of `all`. */
  toChanges(): DnsChange[] {
    return this.all.map(({ before, after }) => {
      if (!after) return { op: 'delete', name: before!.name, type: before!.type };
      const { name, type, ttl, comment = null } = after;
      const records = after.records.map(({ value, disabled = false }) => ({ value, disabled }));
      return { op: 'replace', name, type, ttl, records, comment };
    });
  }

  #counted(): void {
    if (this.count === 0) this.#etag = undefined;
    this.counted(this.count);
  }
}
