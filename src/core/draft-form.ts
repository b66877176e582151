import type { LitElement, TemplateResult } from 'lit';
import type { Api } from '../api/connection.js';
import { ApiError, unwrap, type Answer, type Problem } from '../api/problem.js';
import { tools } from '../i18n/texts/tools.js';
import { focusFirstInvalid } from './forms/focus-first-invalid.js';
import { clashView } from './forms/clash-view.js';
import { FormController, isAt, type FormState } from './forms/form-controller.js';
import { mergeThreeWays, same } from './forms/three-way.js';
import { warnBeforeUnload } from './forms/unsaved.js';
import type { SharedLocalize } from './localize-controller.js';
import type { PortalElement } from './portal-element.js';

type Name<Draft> = keyof Draft & string;
type LocalErrors<Draft> = { [Field in Name<Draft> | 'form']?: string };
export type FieldError = NonNullable<Problem['errors']>[number];

/** The content of a request: all values, those that differ from the record, and the record they are to be changed in. */
export interface Submission<Draft, Base> {
  draft: Draft;
  /** Only the values that differ from the record; all of them where there is no record yet. */
  changed: Partial<Draft>;
  /** The record as it was read last; its `etag` goes into `If-Match`. */
  base: Base;
  /** Stays the same until sending succeeds, is refused, or the values are edited. */
  idempotencyKey: string;
}

export interface DraftFormOptions<Draft extends object, Result, Base> {
  /** Paths under which something has changed when it succeeds; elements that show them load again. */
  changes: readonly string[];
  /** Begins the names and ids of the controls, which are unique in an element. */
  prefix?: string;
  /** The values of the fields before anybody has typed: those of the record, or of an empty form. Text, yes or no, or lists of text. */
  from: (base: Base | undefined) => Draft;
  /** The record that is edited, where it is loaded by itself: taken when it arrives, when it is another one, and when it is loaded again while nothing has been typed. */
  record?: () => Base | undefined;
  /** Fields that must be filled in. */
  required?: readonly Name<Draft>[] | ((draft: Draft) => readonly Name<Draft>[]);
  /** Faults of the values, in words, by field, or as `form` where it is no single field; shown once somebody has tried to send. */
  validate?: (draft: Draft) => { [Field in Name<Draft> | 'form']?: string | false | undefined };
  /** JSON pointers into the request of fields that are called otherwise there. An error beneath a pointer belongs to its field too. */
  pointers?: { [Field in Name<Draft>]?: string } | ((name: Name<Draft>) => string | undefined);
  /** Puts the server's error about a field into the element's own words. */
  say?: (error: FieldError) => string | undefined;
  /** Passwords and codes: forgotten when the element is left or may no longer be seen; nobody is asked to stay for them. */
  secret?: readonly Name<Draft>[];
  send: (api: Api, submission: Submission<Draft, Base>) => Promise<Answer<Result>>;
  /** The request answers without a body (204). */
  empty?: boolean;
  /** Reads the record again when somebody else was faster (412). */
  reread?: (api: Api, base: Base) => Promise<Answer<Base>>;
  /** Called instead of sending when nothing differs from the record. */
  unchanged?: () => void;
  onDone: (result: Result) => void;
}

/** Two values for one field: the one typed here, and the one that somebody else has saved meanwhile. */
export interface Clash {
  /** The value that the other has saved. */
  theirs: string | boolean | readonly string[];
  /** Renders both, to choose from; `theirs` as the field says it. */
  view: (theirs: Clash['theirs']) => TemplateResult;
}

/** The properties that a field of `form-view.ts` takes from the form. */
interface BoundField {
  name: string;
  required?: boolean;
  /** A request is under way with its value. */
  readonly?: boolean;
  error?: string;
  clash?: Clash;
}

/** The values typed upon a record, kept apart from it, with what somebody else has saved of the same fields meanwhile. */
class TypedValues<Draft extends object, Base> {
  #base?: Base | undefined;
  #typed: Partial<Draft> = {};
  #displaced: readonly string[] = [];
  /** The values that the other has saved of fields where something else was typed: the person chooses. */
  protected readonly clashes: Map<Name<Draft>, unknown> = new Map<Name<Draft>, unknown>();

  constructor(private readonly values: { from: (base: Base | undefined) => Draft; secret?: readonly Name<Draft>[] }) {}

  /** The record that is edited, as it was read last. */
  get base(): Base | undefined {
    return this.#base;
  }

  /** The values as they stand in the fields. */
  get draft(): Draft {
    return { ...this.values.from(this.#base), ...this.#typed };
  }

  /** The values that differ from the record; all of them where there is none. */
  get changed(): Partial<Draft> {
    return this.#base === undefined ? this.draft : { ...this.#typed };
  }

  /** Tells whether something has been typed that is not saved. */
  get dirty(): boolean {
    return Object.keys(this.#typed).length > 0;
  }

  /** What was typed into fields that are no longer there, as somebody else has removed what they belong to. */
  get displaced(): readonly string[] {
    return this.#displaced;
  }

  /** Something other than a password or a code has been typed. */
  protected get unsaved(): boolean {
    return this.#names.some((name) => !this.values.secret?.includes(name));
  }

  get #names(): Name<Draft>[] {
    return Object.keys(this.#typed) as Name<Draft>[];
  }

  /** Starts over, with this record or with an empty form. */
  begin(base?: Base): void {
    this.#base = base;
    this.#typed = {};
    this.#displaced = [];
    this.clashes.clear();
  }

  /** Takes values as typed. */
  edit(values: Partial<Draft>): void {
    const before = this.values.from(this.#base);
    for (const name of Object.keys(values) as Name<Draft>[]) {
      this.clashes.delete(name);
      if (same(values[name], before[name])) delete this.#typed[name];
      else this.#typed[name] = values[name];
    }
  }

  /** Ends a clash with the other's value, or with the one that was typed. */
  protected settle(name: Name<Draft>, taken: boolean): void {
    if (taken) delete this.#typed[name];
    this.clashes.delete(name);
  }

  /** Takes the other's values where the fields have gone with them; what was typed there is kept to be read. */
  protected displace(gone: readonly Name<Draft>[]): void {
    const texts = gone.map((name): unknown => this.#typed[name]).filter((value) => typeof value !== 'boolean');
    this.#displaced = [...this.#displaced, ...texts.map(String)];
    for (const name of gone) this.settle(name, true);
  }

  /** Takes the record as it is now. */
  protected renew(base: Base): void {
    this.#base = base;
  }

  /** Takes a newer record: what was typed stays, and is a clash where the other has changed it too. */
  protected merge(present: Base): void {
    const before = this.values.from(this.#base);
    const now = this.values.from(present);
    // What is no longer there cannot be changed.
    const names = this.#names.filter((name) => name in now);
    const changes = names.map((name) => ({ name, before: before[name], after: this.#typed[name] }));
    const { kept, clashes } = mergeThreeWays(changes, ({ name }) => now[name]);
    this.#base = present;
    this.#typed = Object.fromEntries(kept.map(({ name, after }) => [name, after])) as Partial<Draft>;
    for (const { name } of clashes) if (!this.values.secret?.includes(name)) this.clashes.set(name, now[name]);
  }

  /** Forgets passwords and codes. */
  protected forget(): void {
    for (const name of this.values.secret ?? []) delete this.#typed[name];
  }
}

/**
 * The values of a form while they are typed: what differs from the record is kept apart from it, so that only that is sent.
 * When somebody else was faster (412) the record is read again and merged three ways: what was typed stays, what the other
 * has changed comes in, and where both have changed a field the person chooses. Nothing typed is lost by an error, by the end of
 * the session, or while a request is under way, and the browser asks before a page is left on which something is not saved.
 */
export class DraftForm<Draft extends object, Result = unknown, Base = undefined> extends TypedValues<Draft, Base> implements FormState {
  /** The record that was offered last. */
  #offered?: Base | undefined;
  #stale = false;
  #checked = false;
  /** Pointers of the fields of the last rendering, and of this one: what stands above the fields is rendered before them. */
  #rendered: [last: Set<string>, present: Set<string>] = [new Set(), new Set()];
  readonly #form: FormController<Draft, Result>;

  constructor(
    private readonly host: PortalElement & LitElement,
    private readonly i18n: SharedLocalize,
    private readonly options: DraftFormOptions<Draft, Result, Base>,
  ) {
    super(options);
    this.#form = new FormController<Draft, Result>(host, {
      changes: options.changes,
      empty: options.empty ?? false,
      send: (api, draft, init) => options.send(api, { draft, changed: this.changed, base: this.base as Base, ...init }),
      onDone: (result) => {
        this.begin();
        options.onDone(result);
      },
    });
    host.addController({
      hostUpdate: () => this.#hostUpdate(),
      hostUpdated: () => this.#hostUpdated(),
      hostDisconnected: () => this.#hostDisconnected(),
    });
  }

  get phase(): FormState['phase'] {
    // That somebody was faster is said by `stale`, in its own words.
    return this.#stale && this.#form.error?.status === 412 ? 'editing' : this.#form.phase;
  }

  get error(): ApiError | undefined {
    return this.phase === 'editing' ? undefined : this.#form.error;
  }

  get busy(): boolean {
    return this.#form.busy;
  }

  /** The client of the back end, while there is one. */
  get api(): Api | undefined {
    return this.#form.api;
  }

  /** Somebody else has saved the record meanwhile, and it has been read again. */
  get stale(): boolean {
    return this.#stale;
  }

  /** JSON pointers of the fields that have been rendered: their errors stand beside them. */
  get pointers(): readonly string[] {
    return this.#rendered.flatMap((each) => [...each]);
  }

  /** Starts over, with this record or with an empty form. */
  override begin(base?: Base): void {
    super.begin(base);
    this.#stale = this.#checked = false;
    this.#form.edited();
  }

  /** Opens the form for this record: what was typed for it before, and not saved, is still there. */
  resume(base: Base): void {
    if (this.base === undefined || !this.dirty || idOf(base) !== idOf(this.base)) return this.begin(base);
    this.merge(base);
    this.#form.edited();
  }

  /** Takes values as typed; none while a request is under way, in which they would not be. */
  override edit(values: Partial<Draft>): void {
    if (!this.busy) super.edit(values);
    this.#form.edited();
  }

  /** A field of text, a number, a day or a choice; spread it into a field of `form-view.ts`. */
  field(name: Name<Draft>): BoundField & { value: string; edit: (value: string) => void } {
    const edit = (value: string) => this.edit({ [name]: value } as Partial<Draft>);
    return { ...this.#bound(name), value: String(this.draft[name]), edit };
  }

  /** A field that is on or off. */
  check(name: Name<Draft>): BoundField & { checked: boolean; edit: (checked: boolean) => void } {
    const edit = (checked: boolean) => this.edit({ [name]: checked } as Partial<Draft>);
    return { ...this.#bound(name), checked: Boolean(this.draft[name]), edit };
  }

  /** The fault of a field: found here once sending was tried, else said by the server. */
  errorOf(name: Name<Draft> | 'form'): string | undefined {
    const local = this.#checked ? this.#localErrors()[name] : undefined;
    if (local) return local;
    const place = pointerOf(this.options, name as Name<Draft>);
    const fault = this.error?.problem.errors?.find(({ pointer }) => isAt(pointer, place));
    return fault && (this.options.say?.(fault) ?? fault.detail);
  }

  /** Sends what was typed, as the form's `submit` listener; leads to the first field that needs another look. */
  readonly submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const element = event.currentTarget as HTMLElement;
    this.#checked = true;
    this.host.requestUpdate();
    if (this.busy) return;
    if (this.clashes.size === 0 && Object.keys(this.#localErrors()).length === 0) {
      if (this.base !== undefined && !this.dirty && this.options.unchanged) return (this.begin(), this.options.unchanged());
      this.#stale = false;
      if (await this.#form.send(this.draft)) return;
      if (this.#form.error?.status === 412) await this.#reread();
    }
    await this.host.updateComplete;
    focusFirstInvalid(element, this.#stale);
  };

  #bound(name: Name<Draft>): BoundField {
    this.#rendered[1].add(pointerOf(this.options, name));
    const error = this.errorOf(name);
    const clash = this.#clashOf(name);
    const { prefix } = this.options;
    return {
      name: prefix ? `${prefix}-${name}` : name,
      ...(this.busy && { readonly: true }),
      ...(requiredOf(this.options, this.draft).includes(name) && { required: true }),
      ...(error && { error }),
      ...(clash && { clash }),
    };
  }

  #localErrors(): LocalErrors<Draft> {
    return localErrors(this.options, this.draft, this.i18n.in(tools)('required'));
  }

  #clashOf(name: Name<Draft>): Clash | undefined {
    if (!this.clashes.has(name)) return undefined;
    const settle = (taken: boolean) => () => {
      if (this.busy) return;
      this.settle(name, taken);
      this.#form.edited();
    };
    return {
      theirs: this.clashes.get(name) as Clash['theirs'],
      view: (theirs) => clashView(theirs, this.i18n, { take: settle(true), keep: settle(false) }),
    };
  }

  /** Reads what somebody else has saved, and merges it; when that fails too the person may send again. */
  async #reread(): Promise<void> {
    const { api } = this.#form;
    if (!api || !this.options.reread || this.base === undefined) return;
    try {
      this.merge(await unwrap(this.options.reread(api, this.base)));
      this.#stale = true;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
    }
    this.host.requestUpdate();
  }

  #hostUpdate(): void {
    this.#rendered = [this.#rendered[1], new Set()];
    if (this.host.access !== 'allowed') this.forget();
    const record = this.options.record?.();
    const known = this.base !== undefined;
    if (record === undefined || (known && record === this.#offered)) return;
    this.#offered = record;
    if (!known || idOf(record) !== idOf(this.base)) this.begin(record);
    else if (!this.dirty) this.renew(record);
  }

  #hostUpdated(): void {
    const [, rendered] = this.#rendered;
    const isShown = rendered.size > 0;
    warnBeforeUnload(this, this.host.isConnected && isShown && this.unsaved);
    const gone = isShown ? [...this.clashes.keys()].filter((name) => !rendered.has(pointerOf(this.options, name))) : [];
    if (gone.length === 0) return;
    this.displace(gone);
    this.host.requestUpdate();
  }

  /** Forgets passwords, unless the element is only moved. */
  #hostDisconnected(): void {
    warnBeforeUnload(this, false);
    queueMicrotask(() => this.host.isConnected || this.forget());
  }
}

const idOf = (record: unknown): unknown => (record as { id?: unknown }).id;

function pointerOf<Draft extends object, Result, Base>({ pointers }: DraftFormOptions<Draft, Result, Base>, name: Name<Draft>): string {
  return (typeof pointers === 'function' ? pointers(name) : pointers?.[name]) ?? `/${name}`;
}

function requiredOf<Draft extends object, Result, Base>(
  { required = [] }: DraftFormOptions<Draft, Result, Base>,
  draft: Draft,
): readonly Name<Draft>[] {
  return typeof required === 'function' ? required(draft) : required;
}

/** @param empty What is said of a field that must be filled in and is not. */
function localErrors<Draft extends object, Result, Base>(
  options: DraftFormOptions<Draft, Result, Base>,
  draft: Draft,
  empty: string,
): LocalErrors<Draft> {
  const missing = requiredOf(options, draft).filter((name) => !String(draft[name]).trim());
  const found = Object.entries(options.validate?.(draft) ?? {}).filter(([, error]) => error);
  return { ...Object.fromEntries(missing.map((name) => [name, empty])), ...Object.fromEntries(found) } as LocalErrors<Draft>;
}
