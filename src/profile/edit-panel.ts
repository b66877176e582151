import { html, type CSSResult, type TemplateResult } from 'lit';
import { DraftForm, type FieldError } from '../core/draft-form.js';
import { Panel } from '../core/panel.js';
import type { PortalElement } from '../core/portal-element.js';
import { tools } from '../i18n/texts/tools.js';
import { formFooter, formStatus, staleNotice } from '../ui/form-view.js';
import { formStyles } from '../ui/styles/form.js';
import { profileFields } from './fields-view.js';
import { changeOf, draftOf, requiredFields, type Profile, type ProfileDraft } from './profile.js';
import { profileEdit as texts } from './texts/profile-edit.js';

/** Errors in words, by the code of the server. */
const errorTexts = {
  'invalid-email': 'invalidEmail',
  'invalid-phone': 'invalidPhone',
  'invalid-vat-id': 'invalidVatId',
  'invalid-country': 'invalidValue',
  'invalid-language': 'invalidValue',
  'invalid-time-zone': 'invalidValue',
  'invalid-value': 'invalidValue',
  'not-editable': 'notEditable',
  'wrong-password': 'wrongPassword',
} as const;

/** The profile while it is edited. */
export class EditPanel extends Panel<PortalElement, typeof texts.english> {
  static override readonly styles: readonly CSSResult[] = [formStyles];

  readonly #form: DraftForm<ProfileDraft, Profile, Profile>;

  constructor(
    host: PortalElement,
    /** Called when it is over: with the profile as saved, or with nothing when nothing has been changed. */
    private readonly onEnd: (saved?: Profile) => void,
  ) {
    super(host, texts);
    this.#form = new DraftForm<ProfileDraft, Profile, Profile>(host, this.i18n, {
      changes: ['/profile', '/session'],
      prefix: 'profile',
      from: draftOf,
      required: (draft) => requiredFields(this.#form.base, draft),
      secret: ['password'],
      say: (error) => this.#errorText(error),
      send: (api, { base, draft, changed }) =>
        api.PATCH('/profile', { params: { header: { 'If-Match': base.etag } }, body: changeOf(draft, changed) }),
      reread: (api) => api.GET('/profile'),
      unchanged: onEnd,
      onDone: onEnd,
    });
  }

  /** Tells whether editing is under way. */
  get isOpen(): boolean {
    return this.#form.base !== undefined;
  }

  begin(profile: Profile): void {
    this.#form.begin(profile);
    this.focus('form :is(input, select)');
  }

  render(): TemplateResult {
    const form = this.#form;
    const { i18n } = this;
    const cancel = () => {
      form.begin();
      this.onEnd();
    };
    return html`<form class="stack" part="form" novalidate @submit=${form.submit}>
      ${staleNotice(form, i18n)} ${profileFields(form, i18n)} ${formStatus(form, i18n)} ${formFooter(form, i18n, { cancel })}
    </form>`;
  }

  #errorText({ code = '' }: FieldError): string | undefined {
    if (code === 'required') return this.i18n.in(tools)('required');
    return Object.hasOwn(errorTexts, code) ? this.i18n.t(errorTexts[code as keyof typeof errorTexts]) : undefined;
  }
}
