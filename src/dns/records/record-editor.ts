import { nothing } from 'lit';
import { DialogController } from '../../core/dialog-controller.js';
import type { SharedLocalize } from '../../core/localize-controller.js';
import type { PortalElement } from '../../core/portal-element.js';
import { dnsEditor } from '../texts/dns-editor.js';
import { problemText, serverText } from '../dns-problems.js';
import { adoptEditorStyles } from '../editor-styles.js';
import { copyOf, draftOf, newDraft, type RecordDraft } from './record-draft.js';
import { RecordForm, type FormZone } from './record-form.js';
import { recordFormView } from './record-form-view.js';
import { Review } from '../review.js';
import { reviewView } from '../review-view.js';
import { relativeName } from '../index.js';
import { rrsetKey, type Rrset, type StagedChange } from '../staged-changes.js';
import { ZoneImport } from '../zones/zone-import.js';
import { Notice, screenDialog } from '../../ui/screen-dialog.js';
import { discardView, stagedBar } from '../staged-bar.js';
import { zoneImportView } from '../zones/zone-import-view.js';

/** What the one dialog shows. */
type Screen = 'review' | 'discard' | 'import' | { form: RecordForm; title: string; from?: 'review' };

/** Everything that changes records: the forms, what is staged, the review, the import. Loaded with the first change. */
export class RecordEditor {
  readonly #notice: Notice;
  readonly #screen: DialogController<Screen>;
  readonly #review: Review;
  readonly #import: ZoneImport;

  constructor(
    private readonly host: PortalElement,
    private readonly i18n: SharedLocalize,
    private readonly source: () => FormZone,
  ) {
    this.#notice = new Notice(host);
    this.#screen = new DialogController(host);
    this.#review = new Review(host, source, (zone) => this.#done(zone ? this.#t('applied', String(zone.serial)) : this.#t('nothingLeft')));
    this.#import = new ZoneImport(host, ({ unicodeName }, serial) => this.#done(this.#t('imported', unicodeName, String(serial ?? ''))));
    adoptEditorStyles(host);
    host.addController({ hostUpdate: () => this.#excuse() });
  }

  add(): void {
    const { minTtl = 0, maxTtl = 2 ** 31 - 1 } = this.source().zone;
    this.#open(newDraft(Math.min(maxTtl, Math.max(minTtl, 3600))), this.#t('addTitle'));
  }

  edit(rrset: Rrset, from?: 'review'): void {
    const { zone } = this.source();
    const faults = this.#review.faults.get(rrsetKey(rrset)) ?? [];
    const messages = new Map(faults.map((fault) => [fault.path, serverText(fault, this.i18n)]));
    const title = this.#t('editTitle', `${relativeName(rrset.name, zone.name)} ${rrset.type}`);
    this.#open(draftOf(rrset, zone.name), title, messages, from);
  }

  duplicate(rrset: Rrset): void {
    this.#open(copyOf(rrset, this.source().zone.name), this.#t('addTitle'));
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
    this.#import.open(this.source().zone);
    this.#screen.open('import');
  }

  /** What stands above the list. */
  bar(): unknown {
    const { count } = this.source().staged;
    const open = (screen: Screen) => () => this.#screen.open(screen);
    return stagedBar({ count, notice: this.#notice, review: open('review'), discard: open('discard') }, this.i18n);
  }

  dialogs(): unknown {
    const screen = this.#screen.value;
    if (screen === undefined) return nothing;
    return screenDialog(this.#screen, this.i18n, this.#title(screen), (value) => this.#body(value));
  }

  #title(screen: Screen): string {
    if (typeof screen === 'object') return screen.title;
    if (screen === 'import') return this.#t('importTitle', this.#import.zone.unicodeName);
    return this.#t(screen === 'review' ? 'reviewTitle' : 'discardTitle');
  }

  #body(screen: Screen): unknown {
    const { staged, zone } = this.source();
    if (screen === 'import') return zoneImportView(this.#import, this.i18n);
    if (screen === 'discard') return discardView(staged.count, this.i18n, { discard: this.#discard, cancel: this.#screen.close });
    if (screen !== 'review') return recordFormView(screen.form, this.i18n, () => this.#leave(screen.from));
    return reviewView(this.#review, staged.all, zone, this.i18n, {
      edit: (change) => this.edit(change.after!, 'review'),
      undo: (change) => this.undo(change),
      close: this.#screen.close,
    });
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

  /** Who comes back after signing in again is not told to sign in. */
  #excuse(): void {
    if (this.host.access === 'allowed') return;
    this.#review.failure = undefined;
    const screen = this.#screen.value;
    if (typeof screen === 'object') screen.form.failure = undefined;
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

  get #t() {
    return this.i18n.in(dnsEditor);
  }
}
