import { html, nothing, type TemplateResult } from 'lit';
import { DialogController } from '../core/dialog-controller.js';
import { FormController } from '../core/form-controller.js';
import type { LoadController } from '../core/load-controller.js';
import type { PortalElement } from '../core/portal-element.js';
import { taxExemptionDialogs } from './texts/tax-exemption-dialogs.js';
import { taxExemptions } from './texts/tax-exemptions.js';
import { tools } from '../i18n/texts/tools.js';
import { formatPercent } from '../i18n/units.js';
import { detailView, facts } from '../ui/detail-view.js';
import { formStatus } from '../ui/form-view.js';
import { refusal } from '../ui/refusal.js';
import { Notice, screenDialog } from '../ui/screen-dialog.js';
import { adoptStyles } from '../ui/styles/adopt.js';
import { detailStyles } from '../ui/styles/detail.js';
import { formStyles } from '../ui/styles/form.js';
import { uploadStyles } from '../ui/styles/upload.js';
import { TaxExemptionForm, type Options } from './tax-exemption-form.js';
import {
  exemptionStatus,
  fileLinks,
  placeName,
  reasonName,
  taxName,
  verificationText,
  type TaxExemption,
  type TaxExemptionsLocalize,
} from './tax-exemption-parts.js';

/** The dialogs in which exemptions are looked at, submitted, replaced and withdrawn. Loaded with the first use of one. */
export class TaxExemptionDialogs {
  #exemption?: TaxExemption;
  readonly #screen: DialogController<'details' | 'submit' | 'withdraw'>;
  readonly #notice: Notice;
  readonly #form: TaxExemptionForm;
  readonly #withdrawal: FormController<TaxExemption, TaxExemption>;

  constructor(
    private readonly host: PortalElement,
    private readonly i18n: TaxExemptionsLocalize,
    private readonly options: LoadController<Options>,
    private readonly save: (exemption: TaxExemption, file: TaxExemption['files'][number]) => void,
  ) {
    this.#screen = new DialogController(host);
    this.#notice = new Notice(host);
    this.#form = new TaxExemptionForm(host, i18n, ({ number }) => this.#done(this.#t('sent', number)));
    this.#withdrawal = new FormController(host, {
      changes: ['/tax-exemptions'],
      send: (api, { id }) => api.PUT('/tax-exemptions/{exemptionId}/withdrawal', { params: { path: { exemptionId: id } } }),
      onDone: ({ number }) => this.#done(this.#t('withdrawn', number)),
    });
    adoptStyles(host, detailStyles, formStyles, uploadStyles);
  }

  /** Whether one of them is open. */
  get open(): boolean {
    return this.#screen.value !== undefined;
  }

  details(exemption: TaxExemption): void {
    this.#exemption = exemption;
    this.#notice.text = '';
    this.#screen.open('details');
  }

  /** What was typed before for the same is still there. */
  submit(replaced?: TaxExemption): void {
    this.#exemption = replaced;
    this.#notice.text = '';
    this.#form.begin(replaced);
    this.#screen.open('submit');
  }

  /** What has been achieved, said above the list. */
  notice(): unknown {
    return this.#notice.view();
  }

  view(): unknown {
    const screen = this.#screen.value;
    if (!screen) return nothing;
    const number = this.#exemption?.number;
    if (screen === 'details') return screenDialog(this.#screen, this.i18n, number!, () => this.#details(this.#exemption!));
    if (screen === 'withdraw')
      return screenDialog(this.#screen, this.i18n, this.#t('withdrawTitle', number!), () => this.#confirmation(this.#exemption!), 'small');
    const title = number === undefined ? this.#t('submitTitle') : this.#t('replaceTitle', number);
    return screenDialog(this.#screen, this.i18n, title, () =>
      detailView(this.options, this.i18n, (options) => this.#form.view(options, this.#screen.close), 5),
    );
  }

  #details(exemption: TaxExemption): TemplateResult {
    const { i18n, host } = this;
    const t = i18n.in(taxExemptionDialogs);
    const label = i18n.in(taxExemptions);
    const { allowedActions, validFrom, validTo, verification, submittedAt, submittedBy, statusReason, note, files } = exemption;
    const can = (task: 'replace' | 'withdraw', action: 'create' | 'delete') => allowedActions.includes(task) && host.can(action);
    const checked = verificationText(exemption, i18n);
    const withdraw = () => {
      this.#withdrawal.edited();
      this.#screen.open('withdraw');
    };
    return html`${
        statusReason
          ? html`<div class="notice warning">
              <p><bdi>${statusReason}</bdi></p>
            </div>`
          : nothing
      }
      ${facts([
        [label('status'), exemptionStatus(exemption, i18n)],
        [label('jurisdiction'), placeName(exemption.jurisdiction, exemption.jurisdictionLabel, i18n.language)],
        [t('tax'), taxName(exemption, i18n)],
        [label('reason'), reasonName(exemption, i18n)],
        [t('validFrom'), i18n.day(validFrom)],
        [t('validTo'), validTo ? i18n.day(validTo) : t('withoutEnd')],
        [label('share'), formatPercent(i18n.language, exemption.sharePercent)],
        [
          t('registerCheck', verification?.register ?? ''),
          verification?.checkedAt ? t('checkedAt', checked, i18n.instant(verification.checkedAt)) : checked,
        ],
        [t('submitted'), submittedBy ? t('submittedBy', i18n.instant(submittedAt), submittedBy) : i18n.instant(submittedAt)],
        [t('note'), note && html`<bdi>${note}</bdi>`],
        [label('documents'), files.length > 0 ? fileLinks(exemption, i18n, (file) => this.save(exemption, file)) : undefined],
      ])}
      <footer>
        ${can('withdraw', 'delete') ? html`<button type="button" class="destructive" @click=${withdraw}>${t('withdraw')}</button>` : nothing}
        ${
          can('replace', 'create')
            ? html`<button type="button" class="primary" @click=${() => this.submit(exemption)}>${t('replace')}</button>`
            : nothing
        }
      </footer>`;
  }

  #confirmation(exemption: TaxExemption): TemplateResult {
    const { i18n } = this;
    const t = i18n.in(taxExemptionDialogs);
    const form = this.#withdrawal;
    const submit = (event: Event) => {
      event.preventDefault();
      void form.send(exemption);
    };
    return html`<form class="stack" @submit=${submit}>
      <p>${t(exemption.status === 'active' ? 'withdrawActive' : 'withdrawOpen')}</p>
      ${refusal(form, ['not-withdrawable'], (kind) => t(`problem-${kind}`)) ?? formStatus(form, i18n)}
      <footer>
        <button type="button" @click=${() => this.details(exemption)}>${i18n.in(tools)('cancel')}</button>
        <button type="submit" class="destructive" aria-disabled=${form.busy}>
          ${form.busy ? i18n.in(tools)('sending') : t('withdraw')}
        </button>
      </footer>
    </form>`;
  }

  #done(notice: string): void {
    this.#screen.close();
    this.#notice.say(notice);
  }

  get #t() {
    return this.i18n.in(taxExemptionDialogs);
  }
}
