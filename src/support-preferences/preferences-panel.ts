import { css, html, nothing, type CSSResult, type TemplateResult } from 'lit';
import { DraftForm, type FieldError } from '../core/draft-form.js';
import type { LocalizeController } from '../core/localize-controller.js';
import { Panel } from '../core/panel.js';
import type { PortalElement } from '../core/portal-element.js';
import { tools } from '../i18n/texts/tools.js';
import { copiesFormField } from '../ui/copies-field.js';
import { facts } from '../ui/detail-view.js';
import { languageName } from '../ui/display-names.js';
import { checkField, formStatus, selectField, staleNotice, submitButton, textAreaField } from '../ui/form-view.js';
import { Notice } from '../ui/screen-dialog.js';
import { formStyles } from '../ui/styles/form.js';
import { uploadStyles } from '../ui/styles/upload.js';
import { draftOf, type Draft, type SupportPreferences, type SupportPreferencesChange } from './support-preferences.js';
import { supportPreferences as texts } from './texts/support-preferences.js';

type Choice = readonly [value: string, label: string];
type Chosen = 'digest' | 'mailFormat' | 'language' | 'replyOrder';
type PreferencesLocalize = LocalizeController<typeof texts.english>;

const notifications = ['notifyNew', 'notifyReply', 'notifyClose'] as const;

const styles = css`
  h3 {
    margin-block: 0;
  }
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.5em;
  }
  .preferences,
  .preferences > fieldset {
    max-inline-size: 46em;
  }
  .preferences > fieldset {
    gap: var(--_space);
  }
  legend {
    margin-block-end: 0.4em;
  }
  .preferences .row {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 16em), 1fr));
  }
  .checks {
    display: grid;
    gap: 0.25em;
  }
  @media print {
    .preferences .field {
      display: grid !important;
    }
    .preferences select[name='copies'],
    .preferences small {
      display: none !important;
    }
  }
  .signature {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
`;

const choices: Readonly<Record<Chosen, (i18n: PreferencesLocalize, languages: readonly string[]) => readonly Choice[]>> = {
  digest: ({ t }) => (['off', 'daily', 'weekly'] as const).map((each) => [each, t(`digest-${each}`)]),
  mailFormat: ({ t }) => (['html', 'plain'] as const).map((each) => [each, t(`format-${each}`)]),
  language: ({ t }, languages) => [['', t('asAccount')], ...languages.map((tag) => [tag, languageName(tag)] as const)],
  replyOrder: ({ t }) => (['newest-first', 'oldest-first'] as const).map((each) => [each, t(`order-${each}`)]),
};

/** What can be chosen, and what is chosen though this release does not know it. */
function choicesOf(name: Chosen, value: string, languages: readonly string[], i18n: PreferencesLocalize): readonly Choice[] {
  const known = choices[name](i18n, languages);
  return known.some(([each]) => each === value) ? known : [...known, [value, value]];
}

/** The preferences while they are edited, or in words for who may only look. */
export class PreferencesPanel extends Panel<PortalElement, typeof texts.english> {
  static override readonly styles: readonly CSSResult[] = [formStyles, uploadStyles, styles];

  readonly #notice = new Notice(this.host);
  readonly #form: DraftForm<Draft, SupportPreferences, SupportPreferences>;

  constructor(
    host: PortalElement,
    /** The preferences as they were loaded last. */
    private readonly loaded: () => SupportPreferences | undefined,
  ) {
    super(host, texts);
    this.#form = new DraftForm<Draft, SupportPreferences, SupportPreferences>(host, this.i18n, {
      changes: ['/support-preferences', '/tickets'],
      from: draftOf,
      record: loaded,
      validate: ({ signature }) => ({ signature: signature.length > 1000 && this.i18n.t('signatureTooLong') }),
      say: (error) => this.#errorText(error),
      send: (api, { changed, base }) =>
        api.PATCH('/support-preferences', {
          params: { header: { 'If-Match': base.etag } },
          body: changed as SupportPreferencesChange,
        }),
      reread: (api) => api.GET('/support-preferences'),
      unchanged: () => this.#notice.say(this.i18n.t('saved')),
      onDone: (saved) => {
        this.#form.begin(saved);
        this.#notice.say(this.i18n.t('saved'));
      },
    });
  }

  render(): unknown {
    const preferences = this.#form.base;
    if (!preferences) return nothing;
    if (!this.host.can('update')) return this.#words(preferences);
    const { i18n } = this;
    const form = this.#form;
    return html`<form class="stack preferences" part="preferences" novalidate aria-label=${i18n.t('preferences')} @submit=${form.submit}>
      ${this.#mails(preferences)} ${this.#writing(preferences)}
      ${form.stale ? staleNotice(form, i18n) : form.dirty ? nothing : this.#notice.view()} ${formStatus(form, i18n)}
      <div class="actions">
        ${submitButton(form, i18n, i18n.in(tools)('save'))}
        ${form.dirty ? html`<button type="button" @click=${this.#discard}>${i18n.t('discard')}</button>` : nothing}
      </div>
    </form>`;
  }

  #mails({ othersPermitted, languages }: SupportPreferences): TemplateResult {
    const { t } = this.i18n;
    const form = this.#form;
    return html`<fieldset>
      <legend>${t('mails')}</legend>
      <div class="checks">
        ${notifications.map((name) => checkField({ ...form.check(name), label: t(name) }))}
        ${othersPermitted ? checkField({ ...form.check('othersMail'), label: t('othersMail') }) : nothing}
      </div>
      ${this.#select('digest', languages)}
      <div class="row">${this.#select('mailFormat', languages)} ${this.#select('language', languages)}</div>
    </fieldset>`;
  }

  #writing(preferences: SupportPreferences): TemplateResult {
    const { t } = this.i18n;
    const form = this.#form;
    return html`<fieldset>
      <legend>${t('writing')}</legend>
      ${textAreaField({ ...form.field('signature'), label: t('signature'), rows: 3, hint: t('signatureHint') })}
      ${copiesFormField(form, preferences, this.i18n, { label: t('copies'), hint: t('copiesHint') })}
      ${this.#select('replyOrder', preferences.languages)}
    </fieldset>`;
  }

  #select(name: Chosen, languages: readonly string[]): TemplateResult {
    const field = this.#form.field(name);
    return selectField({ ...field, label: this.i18n.t(name), choices: choicesOf(name, field.value, languages, this.i18n) });
  }

  #words(preferences: SupportPreferences): TemplateResult {
    const { t } = this.i18n;
    const mails = notifications.filter((name) => preferences[name]).map((name) => t(name));
    if (preferences.othersMail) mails.push(t('othersMail'));
    const chosen = (name: Chosen) =>
      choicesOf(name, preferences[name], preferences.languages, this.i18n).find(([each]) => each === preferences[name])?.[1];
    const copies = preferences.colleagues.filter(({ id }) => preferences.copies.includes(id));
    return html`<p class="notice">${t('readOnly')}</p>
      ${facts([
        [t('mails'), mails.length > 0 ? mails.map((each) => html`<div>${each}</div>`) : t('noMails')],
        [t('digest'), chosen('digest')],
        [t('mailFormat'), chosen('mailFormat')],
        [t('language'), chosen('language')],
        [t('copies'), copies.length > 0 ? copies.map(({ name }) => html`<div><bdi>${name}</bdi></div>`) : ''],
        [t('signature'), preferences.signature && html`<div class="signature"><bdi>${preferences.signature}</bdi></div>`],
        [t('replyOrder'), chosen('replyOrder')],
      ])}`;
  }

  #errorText({ code = '' }: FieldError): string | undefined {
    const known = (['unknown-person', 'too-many-copies', 'unknown-language', 'not-permitted'] as const).find((each) => each === code);
    return known && this.i18n.t(`fault-${known}`);
  }

  #discard = (): void => {
    this.#form.begin(this.loaded());
    this.#notice.say(this.i18n.t('discarded'));
  };
}
