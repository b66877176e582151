import { html, nothing, type CSSResult, type TemplateResult } from 'lit';
import { DialogController } from '../core/dialog-controller.js';
import { FormController } from '../core/forms/form-controller.js';
import type { LoadController } from '../core/loading/load-controller.js';
import { Panel } from '../core/panel.js';
import type { PortalElement } from '../core/portal-element.js';
import { formatPercent } from '../i18n/units.js';
import { confirmation } from '../ui/confirmation.js';
import { facts } from '../ui/detail-view.js';
import { refusal } from '../ui/refusal.js';
import { Notice, screenDialog } from '../ui/screen-dialog.js';
import { detailStyles } from '../ui/styles/detail.js';
import { formStyles } from '../ui/styles/form.js';
import { uploadStyles } from '../ui/styles/upload.js';
import { FormPanel } from './form-panel.js';
import {
  exemptionStatus,
  fileLinks,
  placeName,
  reasonName,
  taxName,
  verificationText,
  type ExemptionFile,
  type ExemptionOptions,
  type TaxExemption,
} from './tax-exemption.js';
import { taxExemptionDialogs as texts } from './texts/tax-exemption-dialogs.js';
import { taxExemptions } from './texts/tax-exemptions.js';

/** The dialogs in which exemptions are looked at, submitted, replaced and withdrawn. */
export class ExemptionsPanel extends Panel<PortalElement, typeof texts.english> {
  static override readonly styles: readonly CSSResult[] = [detailStyles, formStyles, uploadStyles];

  #exemption?: TaxExemption | undefined;
  readonly #screen = new DialogController<'details' | 'submit' | 'withdraw'>(this.host);
  readonly #notice = new Notice(this.host);
  readonly #form: FormPanel;
  readonly #withdrawal: FormController<TaxExemption, TaxExemption>;

  constructor(
    host: PortalElement,
    options: LoadController<ExemptionOptions>,
    private readonly save: (exemption: TaxExemption, file: ExemptionFile) => void,
  ) {
    super(host, texts);
    this.#form = new FormPanel(host, options, ({ number }) => this.#done('sent', number));
    this.#withdrawal = new FormController(host, {
      changes: ['/tax-exemptions'],
      send: (api, { id }) => api.PUT('/tax-exemptions/{exemptionId}/withdrawal', { params: { path: { exemptionId: id } } }),
      onDone: ({ number }) => this.#done('withdrawn', number),
    });
  }

  /** Tells whether one of the dialogs is open. */
  get isOpen(): boolean {
    return this.#screen.value !== undefined;
  }

  details(exemption: TaxExemption): void {
    this.#exemption = exemption;
    this.#notice.text = '';
    this.#screen.open('details');
  }

  /** Opens the form; what was typed before for the same is still there. */
  submit(replaced?: TaxExemption): void {
    this.#exemption = replaced;
    this.#notice.text = '';
    this.#form.begin(replaced);
    this.#screen.open('submit');
  }

  /** Achievements, above the list. */
  notice(): unknown {
    return this.#notice.view();
  }

  /** The open dialog. */
  render(): unknown {
    const screen = this.#screen.value;
    if (!screen) return nothing;
    const { t } = this.i18n;
    const number = this.#exemption?.number;
    const titles = {
      details: number ?? '',
      withdraw: t('withdrawTitle', number ?? ''),
      submit: number === undefined ? t('submitTitle') : t('replaceTitle', number),
    };
    const size = screen === 'withdraw' ? 'small' : 'large';
    return screenDialog(this.#screen, this.i18n, titles[screen], () => this.#body(screen), size);
  }

  #body(screen: 'details' | 'submit' | 'withdraw'): unknown {
    if (screen === 'submit') return this.#form.render(this.#screen.close);
    return screen === 'details' ? this.#details(this.#exemption!) : this.#question(this.#exemption!);
  }

  #details(exemption: TaxExemption): TemplateResult {
    const { statusReason, allowedActions } = exemption;
    const { t } = this.i18n;
    const can = (task: 'replace' | 'withdraw', action: 'create' | 'delete') => allowedActions.includes(task) && this.host.can(action);
    const button = (text: string, kind: string, act: () => void) =>
      html`<button type="button" class=${kind} @click=${act}>${text}</button>`;
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
      ${this.#facts(exemption)}
      <footer>
        ${can('withdraw', 'delete') ? button(t('withdraw'), 'destructive', withdraw) : nothing}
        ${can('replace', 'create') ? button(t('replace'), 'primary', () => this.submit(exemption)) : nothing}
      </footer>`;
  }

  #facts(exemption: TaxExemption): TemplateResult {
    const { i18n } = this;
    const { t, day, instant, language } = i18n;
    const label = i18n.in(taxExemptions);
    const { validFrom, validTo, verification, submittedAt, submittedBy, note, files } = exemption;
    const checked = verificationText(exemption, i18n);
    return facts([
      [label('status'), exemptionStatus(exemption, i18n)],
      [label('jurisdiction'), placeName(exemption.jurisdiction, exemption.jurisdictionLabel, language)],
      [t('tax'), taxName(exemption, i18n)],
      [label('reason'), reasonName(exemption, i18n)],
      [t('validFrom'), day(validFrom)],
      [t('validTo'), validTo ? day(validTo) : t('withoutEnd')],
      [label('share'), formatPercent(language, exemption.sharePercent)],
      [
        t('registerCheck', verification?.register ?? ''),
        verification?.checkedAt ? t('checkedAt', checked, instant(verification.checkedAt)) : checked,
      ],
      [t('submitted'), submittedBy ? t('submittedBy', instant(submittedAt), submittedBy) : instant(submittedAt)],
      [t('note'), note && html`<bdi>${note}</bdi>`],
      [label('documents'), files.length > 0 ? fileLinks(exemption, i18n, (file) => this.save(exemption, file)) : undefined],
    ]);
  }

  /** The question before an exemption is withdrawn. */
  #question(exemption: TaxExemption): TemplateResult {
    const { t } = this.i18n;
    const form = this.#withdrawal;
    return confirmation(form, this.i18n, {
      text: t(exemption.status === 'active' ? 'withdrawActive' : 'withdrawOpen'),
      submit: t('withdraw'),
      destructive: true,
      act: () => void form.send(exemption),
      cancel: () => this.details(exemption),
      refusal: refusal(form, ['not-withdrawable'], (kind) => t(`problem-${kind}`)),
    });
  }

  #done(notice: 'sent' | 'withdrawn', number: string): void {
    this.#screen.close();
    this.#notice.say(this.i18n.t(notice, number));
  }
}
