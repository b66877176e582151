import type { ReactiveControllerHost } from 'lit';
import type { Connection } from '../../api/connection.js';
import type { RrsetProblem } from '../index.js';
import { presentRrsets } from './present-rrsets.js';
import { checkBeside, checkDraft } from './check.js';
import { draftOf, newValue, rrsetOf, valueDraft, withField, type RecordDraft, type ValueDraft } from './draft.js';
import { sameRrset, type DnsZone, type Rrset, type StagedChange, type StagedChanges } from '../staged-changes.js';

/** The subject of the form. */
export interface FormZone {
  zone: DnsZone;
  staged: StagedChanges;
  connection: Connection | undefined;
}

/** Faults, by the path of the field: `name`, `ttl`, `records/0/value/address`. */
export type Messages = ReadonlyMap<string, string>;

export interface FormOptions {
  /** The zone as it is known now. */
  source: () => FormZone;
  /** The sentence for a problem. */
  describe: (problem: RrsetProblem) => string;
  onStage: (changes: StagedChange[]) => void;
  messages?: Messages;
}

/** One record set under way from typing to being staged: its draft, and what is wrong with it. */
export class RecordForm {
  messages: Messages;
  /** Values that were there already have been added to those typed. */
  merged = false;
  busy = false;
  failure?: unknown;

  constructor(
    private readonly host: ReactiveControllerHost,
    public draft: RecordDraft,
    private readonly options: FormOptions,
  ) {
    this.messages = options.messages ?? new Map();
  }

  get zone(): DnsZone {
    return this.options.source().zone;
  }

  edit(changes: Partial<RecordDraft>): void {
    if (this.busy) return;
    this.draft = { ...this.draft, ...changes };
    this.failure = undefined;
    this.host.requestUpdate();
  }

  /** Takes another type; what was typed stays where the types have a field in common. */
  changeType(type: string): void {
    const values = this.draft.values.map(({ id, fields, disabled }) => ({ id, fields, disabled }));
    this.messages = new Map();
    this.edit({ type, values });
  }

  editField(value: ValueDraft, name: string, text: string | string[]): void {
    this.#replace(value, withField(value, name, text));
  }

  disable(value: ValueDraft, disabled: boolean): void {
    this.#replace(value, { ...value, disabled });
  }

  addValue(): void {
    this.edit({ values: [...this.draft.values, newValue()] });
  }

  removeValue(value: ValueDraft): void {
    this.messages = new Map();
    this.edit({ values: this.draft.values.filter((each) => each !== value) });
  }

  /** Stages the draft unless something is wrong with it; resolves to whether nothing was. */
  async save(): Promise<boolean> {
    const { zone, staged, connection } = this.options.source();
    const { before } = this.draft;
    const rrset = rrsetOf(this.draft, zone.name);
    if (this.busy || !connection) return false;
    if (before && rrset.name === before.name && sameRrset(before, rrset)) return this.#stage([]);
    if (!this.#accept(checkDraft(this.draft, zone))) return false;
    this.busy = true;
    this.failure = undefined;
    this.host.requestUpdate();
    try {
      const { items: present } = await presentRrsets(connection, zone.id, { name: rrset.name });
      const { problems, existing } = checkBeside(rrset, before, { zone, present, staged });
      this.busy = false;
      if (existing) return this.#merge(existing);
      if (!this.#accept(problems)) return false;
      const moved = before && before.name !== rrset.name;
      return this.#stage(
        moved
          ? [
              { before, after: null },
              { before: null, after: rrset },
            ]
          : [{ before, after: rrset }],
      );
    } catch (error) {
      this.failure = error;
      return false;
    } finally {
      this.busy = false;
      this.host.requestUpdate();
    }
  }

  #replace(value: ValueDraft, next: ValueDraft): void {
    this.edit({ values: this.draft.values.map((each) => (each.id === value.id ? next : each)) });
  }

  #accept(problems: RrsetProblem[]): boolean {
    // Of several problems at one place the first is the cause.
    this.messages = new Map([...problems].reverse().map((problem) => [problem.path, this.options.describe(problem)]));
    this.host.requestUpdate();
    return problems.length === 0;
  }

  /** There is such a set: it is opened with what was typed added to it, for the user to look at. */
  #merge(existing: Rrset): boolean {
    const { zone } = this.options.source();
    const there = new Set(existing.records.map(({ value }) => value));
    const typed = rrsetOf(this.draft, zone.name).records.filter(({ value }) => !there.has(value));
    const values = [...existing.records, ...typed].map((record) => valueDraft(existing.type, record));
    this.draft = { ...draftOf(existing, zone.name), values, comment: this.draft.comment || (existing.comment ?? '') };
    this.merged = true;
    return false;
  }

  #stage(changes: StagedChange[]): boolean {
    this.options.onStage(changes);
    return true;
  }
}
