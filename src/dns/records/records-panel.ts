import { type CSSResult, html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { DialogController } from '../../core/dialog-controller.js';
import type { SharedLocalize } from '../../core/localize-controller.js';
import { Panel } from '../../core/panel.js';
import { tools } from '../../i18n/texts/tools.js';
import { formStatus } from '../../ui/form-view.js';
import { failure } from '../../ui/messages.js';
import { Notice, screenDialog } from '../../ui/screen-dialog.js';
import { problemText, serverText } from '../dns-problems.js';
import { editorStyles } from '../editor.styles.js';
import { relativeName } from '../index.js';
import type { PortalDnsRecords } from '../portal-dns-records.js';
import { rrsetDiff } from '../rrset-diff.js';
import { type DnsZone, type Rrset, rrsetKey, type StagedChange } from '../staged-changes.js';
import { dnsEditor } from '../texts/dns-editor.js';
import { dns } from '../texts/dns.js';
import { ImportPanel } from '../zones/import-panel.js';
import { copyOf, draftOf, newDraft, type RecordDraft } from './draft.js';
import { recordFormView } from './form-view.js';
import { type FormZone, RecordForm } from './record-form.js';
import { Review } from './review.js';

interface ReviewActions {
  edit: (change: StagedChange) => void;
  undo: (change: StagedChange) => void;
  close: () => void;
}

/** A whole set for comparison. */
function version(rrset: Rrset | null, label: string, i18n: SharedLocalize): TemplateResult {
  const t = i18n.in(dnsEditor);
  return html`<div>
    <p class="label">${label}</p>
    ${
      rrset
        ? html`<ul class="diff">
              ${rrset.records.map(
                ({ value, disabled }) =>
                  html`<li><bdi dir="ltr">${value}</bdi> ${disabled ? html`<small>(${t('disabled')})</small>` : nothing}</li>`,
              )}
            </ul>
            <p class="muted">TTL ${i18n.number(rrset.ttl)}${rrset.comment ? html` · <bdi>${rrset.comment}</bdi>` : nothing}</p>`
        : html`<p>${t('absent')}</p>`
    }
  </div>`;
}

function conflict(review: Review, change: StagedChange, i18n: SharedLocalize): TemplateResult {
  const t = i18n.in(dnsEditor);
  return html`<div class="notice warning conflict" part="conflict">
    <div class="row">
      ${version(change.after, t('yours'), i18n)} ${version(review.conflicts.get(keyOf(change)) ?? null, t('theirs'), i18n)}
    </div>
    <button type="button" @click=${() => review.keepTheirs(change)}>${t('keepTheirs')}</button>
    <button type="button" @click=${() => review.useMine(change)}>${t('useMine')}</button>
  </div>`;
}

const keyOf = ({ before, after }: StagedChange) => rrsetKey((after ?? before)!);

function changeView(review: Review, change: StagedChange, zone: DnsZone, i18n: SharedLocalize, actions: ReviewActions): TemplateResult {
  const t = i18n.in(dnsEditor);
  const { name, type } = (change.after ?? change.before)!;
  const faults = review.faults.get(keyOf(change)) ?? [];
  return html`<li part="change">
    ${rrsetDiff(change, zone.name, i18n)} ${faults.map((fault) => html`<p class="error-text" role="alert">${serverText(fault, i18n)}</p>`)}
    ${review.conflicts.has(keyOf(change)) ? conflict(review, change, i18n) : nothing}
    <div class="actions">
      ${
        change.after
          ? html`<button
              type="button"
              class="link"
              aria-label=${i18n.in(dns)('editRecord', `${name} ${type}`)}
              @click=${() => actions.edit(change)}
            >
              ${i18n.in(dns)('edit')}
            </button>`
          : nothing
      }
      <button type="button" class="link" aria-label=${i18n.in(dns)('undoRecord', `${name} ${type}`)} @click=${() => actions.undo(change)}>
        ${t('remove')}
      </button>
    </div>
  </li>`;
}

/** Says what another person has changed. */
function staleNotice(review: Review, i18n: SharedLocalize): TemplateResult | typeof nothing {
  const t = i18n.in(dnsEditor);
  const undecided = review.conflicts.size;
  if (review.loading) return html`<p role="status">${t('stalePending')}</p>`;
  if (review.failure) return failure(review.failure, i18n, () => review.retry());
  if (!undecided && !review.rebased) return nothing;
  const more = undecided ? t('staleSome', undecided) : t(review.rebased === 'untouched' ? 'staleNone' : 'staleDecided');
  return html`<div class="notice warning" role="status" part="stale">
    <p><strong>${t('staleText')}</strong> ${more}</p>
  </div>`;
}

/** All staged changes, what is wrong with them, and the one button that sends them. */
function reviewView(
  review: Review,
  changes: readonly StagedChange[],
  zone: DnsZone,
  i18n: SharedLocalize,
  actions: ReviewActions,
): TemplateResult {
  const t = i18n.in(dnsEditor);
  const { form } = review;
  const blocked = review.busy || review.conflicts.size > 0;
  const pointers = (form.error?.problem.errors ?? []).flatMap(({ pointer = '' }) => (/^\/changes\/\d/.test(pointer) ? pointer : []));
  const apply = async (event: Event) => {
    event.preventDefault();
    const element = event.currentTarget as HTMLElement;
    await review.apply();
    await new Promise(requestAnimationFrame);
    element.querySelector<HTMLElement>('li:has(.error-text) button, .conflict button')?.focus();
  };
  return html`<form class="stack" novalidate @submit=${apply}>
    ${staleNotice(review, i18n)} ${form.error?.status === 412 ? nothing : formStatus(form, i18n, pointers)}
    <ul class="plain">
      ${repeat(changes, keyOf, (change) => changeView(review, change, zone, i18n, actions))}
    </ul>
    <footer>
      <button type="button" @click=${actions.close}>${t('keepEditing')}</button>
      <button type="submit" class="primary" aria-disabled=${blocked}>${form.busy ? i18n.in(tools)('sending') : t('apply')}</button>
    </footer>
  </form>`;
}

/** The content of the one dialog. */
type Screen = 'review' | 'discard' | 'import' | { form: RecordForm; title: string; from?: 'review' };

/** Everything that changes records: the forms, the bar of staged changes, the review, the import. */
export class RecordsPanel extends Panel<PortalDnsRecords, typeof dnsEditor.english> {
  static override readonly styles: readonly CSSResult[] = editorStyles;

  readonly #notice: Notice;
  readonly #screen: DialogController<Screen>;
  readonly #review: Review;
  readonly #import: ImportPanel;

  constructor(
    host: PortalDnsRecords,
    private readonly source: () => FormZone,
  ) {
    super(host, dnsEditor);
    const { t } = this.i18n;
    this.#notice = new Notice(host);
    this.#screen = new DialogController(host);
    this.#review = new Review(host, source, (zone) => this.#done(zone ? t('applied', String(zone.serial)) : t('nothingLeft')));
    this.#import = new ImportPanel(host, ({ unicodeName }, serial) => this.#done(t('imported', unicodeName, String(serial ?? ''))));
  }

  /** Clears a stale 401 once the person is signed in again. */
  hostUpdate(): void {
    if (this.host.access === 'allowed') return;
    this.#review.failure = undefined;
    const screen = this.#screen.value;
    if (typeof screen === 'object') screen.form.failure = undefined;
  }

  add(): void {
    const { minTtl = 0, maxTtl = 2 ** 31 - 1 } = this.source().zone;
    this.#open(newDraft(Math.min(maxTtl, Math.max(minTtl, 3600))), this.i18n.t('addTitle'));
  }

  edit(rrset: Rrset, from?: 'review'): void {
    const { zone } = this.source();
    const faults = this.#review.faults.get(rrsetKey(rrset)) ?? [];
    const messages = new Map(faults.map((fault) => [fault.path, serverText(fault, this.i18n)]));
    const title = this.i18n.t('editTitle', `${relativeName(rrset.name, zone.name)} ${rrset.type}`);
    this.#open(draftOf(rrset, zone.name), title, messages, from);
  }

  duplicate(rrset: Rrset): void {
    this.#open(copyOf(rrset, this.source().zone.name), this.i18n.t('addTitle'));
  }

  delete(rrset: Rrset): void {
    this.#stage([{ before: rrset, after: null }]);
  }

  undo(change: StagedChange): void {
    this.source().staged.unstage((change.after ?? change.before)!);
    this.#review.edited([change]);
    if (this.source().staged.count === 0 && this.#screen.value === 'review') this.#screen.close();
  }

  import(): void {
    this.#import.begin(this.source().zone);
    this.#screen.open('import');
  }

  /** The bar above the list: how many changes wait to be saved, or that they have been. */
  bar(): unknown {
    const { count } = this.source().staged;
    const { t } = this.i18n;
    if (count === 0) return this.#notice.view();
    return html`<div class="notice" part="staged">
      <p role="status">${t('staged', count)}</p>
      <button type="button" class="primary" @click=${() => this.#screen.open('review')}>${t('review')}</button>
      <button type="button" @click=${() => this.#screen.open('discard')}>${t('discard')}</button>
    </div>`;
  }

  /** The open dialog. */
  render(): unknown {
    const screen = this.#screen.value;
    if (screen === undefined) return nothing;
    return screenDialog(this.#screen, this.i18n, this.#title(screen), (value) => this.#body(value));
  }

  #title(screen: Screen): string {
    if (typeof screen === 'object') return screen.title;
    if (screen === 'import') return this.i18n.t('importTitle', this.#import.zone.unicodeName);
    return this.i18n.t(screen === 'review' ? 'reviewTitle' : 'discardTitle');
  }

  #body(screen: Screen): unknown {
    const { staged, zone } = this.source();
    if (screen === 'import') return this.#import.render();
    if (screen === 'discard') return this.#discardQuestion(staged.count);
    if (screen !== 'review') return recordFormView(screen.form, this.i18n, () => this.#leave(screen.from));
    return reviewView(this.#review, staged.all, zone, this.i18n, {
      edit: (change) => this.edit(change.after!, 'review'),
      undo: (change) => this.undo(change),
      close: this.#screen.close,
    });
  }

  #discardQuestion(count: number): unknown {
    const { t } = this.i18n;
    return html`<p>${t('discardText', count)}</p>
      <footer>
        <button type="button" @click=${this.#screen.close}>${this.i18n.in(tools)('cancel')}</button>
        <button type="button" class="destructive" @click=${this.#discard}>${t('discardAll')}</button>
      </footer>`;
  }

  #discard = (): void => {
    const { staged } = this.source();
    const changes = staged.all;
    staged.clear();
    this.#review.edited(changes);
    this.#screen.close();
  };

  #open(draft: RecordDraft, title: string, messages?: ReadonlyMap<string, string>, from?: 'review'): void {
    const form = new RecordForm(this.host, draft, {
      source: this.source,
      describe: (problem) => problemText(problem, this.i18n),
      onStage: (changes) => {
        this.#stage(changes);
        this.#leave(from);
      },
      ...(messages && { messages }),
    });
    this.#screen.open({ form, title, ...(from && { from }) });
  }

  #leave(from: 'review' | undefined): void {
    if (from && this.source().staged.count > 0) this.#screen.open(from);
    else this.#screen.close();
  }

  #stage(changes: StagedChange[]): void {
    const { staged, zone } = this.source();
    this.#notice.text = '';
    for (const change of changes) staged.stage(change, zone.etag);
    this.#review.edited(changes);
  }

  #done(notice: string): void {
    this.#screen.close();
    this.#notice.say(notice);
  }
}
