import { css, html, nothing, type CSSResult, type TemplateResult } from 'lit';
import { DialogController } from '../core/dialog-controller.js';
import { DraftForm, type FieldError } from '../core/draft-form.js';
import { KeptWords } from '../core/forms/kept-words.js';
import { UploadsController } from '../core/forms/uploads-controller.js';
import { lazy } from '../core/lazy.js';
import { Panel } from '../core/panel.js';
import { tools } from '../i18n/texts/tools.js';
import { copiesFormField } from '../ui/copies-field.js';
import { elementDialog } from '../ui/dialog.js';
import { formStatus, selectField, submitButton, textAreaField, textField } from '../ui/form-view.js';
import { itemLink } from '../ui/links.js';
import { formStyles } from '../ui/styles/form.js';
import { uploadStyles } from '../ui/styles/upload.js';
import { uploadFault, uploadField } from '../ui/upload-field.js';
import { blank, blankFields, bodyOf, keyOf, priorityOf, type Draft, type NewTicket } from './draft.js';
import { PortalTicketCreatedEvent } from './events.js';
import { questionFields, thingField, type ThingSources } from './new-ticket-view.js';
import type { PortalNewTicket } from './portal-new-ticket.js';
import { signatureField, signatureStyles } from './signature-view.js';
import { newTicket as texts } from './texts/new-ticket.js';
import { tickets } from './texts/tickets.js';
import { expectationText, priorityText, wordsKey, type TicketDepartment, type TicketOptions, type TicketSummary } from './ticket.js';

interface Sources extends ThingSources {
  options: () => TicketOptions | undefined;
}

const styles = css`
  [part='notice'] {
    margin-block-end: var(--_space);
  }
`;

/** The form for a new ticket; when it is sent, the way to it. */
export class NewTicketPanel extends Panel<PortalNewTicket, typeof texts.english> {
  static override readonly styles: readonly CSSResult[] = [formStyles, uploadStyles, signatureStyles, styles];

  #opened?: TicketSummary | undefined;
  readonly #detail: DialogController<string>;
  readonly #uploads: UploadsController;
  readonly #form: DraftForm<Draft, TicketSummary>;

  constructor(
    host: PortalNewTicket,
    private readonly sources: Sources,
  ) {
    super(host, texts);
    this.#detail = new DialogController<string>(
      host,
      lazy(() => import('../define/portal-ticket.js')),
    );
    this.#uploads = new UploadsController(host, '/tickets/files', () => this.#form.edit({}));
    this.#form = new DraftForm<Draft, TicketSummary>(host, this.i18n, {
      changes: ['/tickets'],
      from: () => ({ ...blank, ...blankFields(sources.options()), copies: sources.options()?.preferences.copies ?? [] }),
      required: (draft) => [
        'department',
        'subject',
        'text',
        ...this.#asked(draft).flatMap(({ id, required, kind }) => (required && kind !== 'yes-no' ? [`field-${id}` as const] : [])),
      ],
      validate: () => ({ files: uploadFault(this.#uploads, this.i18n) }),
      pointers: (name) => (name === 'files' ? '/fileIds' : name.startsWith('field-') ? `/fields/${name.slice(6)}` : undefined),
      say: (error) => this.#errorText(error),
      send: (api, { draft, idempotencyKey }) =>
        api.POST('/tickets', { body: this.#bodyOf(draft), params: { header: { 'Idempotency-Key': idempotencyKey } } }),
      onDone: (ticket) => this.#done(ticket),
    });
    new KeptWords(host, this.#form, ['subject', 'text'], () => {
      const you = sources.options()?.you.id;
      return you && host.access === 'allowed' ? wordsKey(you, 'new') : undefined;
    });
  }

  override get dirty(): boolean {
    return this.#uploads.items.length > 0;
  }

  render(options: TicketOptions): TemplateResult {
    const { i18n } = this;
    const { t } = i18n;
    const form = this.#form;
    const { error } = form.field('files');
    const department = this.#departmentOf(form.draft);
    return html`${this.#notice()}
      <form class="stack" novalidate aria-label=${i18n.in(tickets)('newTicket')} @submit=${form.submit}>
        ${this.#head(options, department)} ${textField({ ...form.field('subject'), label: t('subject'), autocomplete: 'off' })}
        ${textAreaField({ ...form.field('text'), label: t('text'), rows: 7 })} ${signatureField(form, options.preferences, i18n)}
        ${questionFields(form, department, i18n)}
        ${uploadField(this.#uploads, i18n, { name: 'ticket-files', label: t('files'), rules: options.files, ...(error && { error }) })}
        ${copiesFormField(form, options, i18n)} ${formStatus(form, i18n)}
        <div class="actions">${submitButton(form, i18n, t('send'))}</div>
      </form>
      ${elementDialog(this.#detail, i18n, i18n.in(tickets)('ticket'), (id) => html`<portal-ticket ticket-id=${id}></portal-ticket>`)}`;
  }

  #notice(): unknown {
    const opened = this.#opened;
    if (!opened) return nothing;
    const { t } = this.i18n;
    return html`<div class="notice success" part="notice" tabindex="-1">
      <p role="status">${t('opened', opened.number)}</p>
      ${itemLink(this.host.itemHref, opened.id, t('showTicket', opened.number), () => this.#detail.open(opened.id))}
    </div>`;
  }

  #head({ departments, priorities }: TicketOptions, department: TicketDepartment | undefined): TemplateResult {
    const { i18n } = this;
    const { t } = i18n;
    const form = this.#form;
    const label = i18n.in(tickets);
    const permitted = priorities.filter(({ id }) => department?.priorities.includes(id));
    const priority = priorityOf(form.draft, department);
    return html`<div class="row">
        ${selectField({
          ...form.field('department'),
          label: label('department'),
          choices: [['', t('choose')], ...departments.map((each) => [each.id, each.label] as const)],
          hint: department && expectationText(department.expectation, i18n),
        })}
        ${
          permitted.length > 0
            ? selectField({
                ...form.field('priority'),
                value: priority,
                label: label('priority'),
                choices: permitted.map((each) => [each.id, priorityText(each.id, each.label, i18n)] as const),
              })
            : nothing
        }
      </div>
      ${thingField(form, this.sources, i18n)}`;
  }

  #departmentOf({ department }: Draft): TicketDepartment | undefined {
    return this.sources.options()?.departments.find(({ id }) => id === department);
  }

  #asked(draft: Draft): TicketDepartment['fields'] {
    return this.#departmentOf(draft)?.fields ?? [];
  }

  #bodyOf(draft: Draft): NewTicket {
    const things = this.sources.things();
    const given = this.sources.given();
    const thing = given ? (things ? things[0] : given) : things?.find((each) => keyOf(each) === draft.thing);
    return {
      ...bodyOf(draft, this.#departmentOf(draft), this.sources.options()!.preferences),
      ...(thing && { thing: { kind: thing.kind, id: thing.id } }),
      fileIds: this.#uploads.ids,
    };
  }

  #errorText({ code = '' }: FieldError): string | undefined {
    const { t } = this.i18n;
    if (code === 'required') return this.i18n.in(tools)('required');
    const known = (['unknown-department', 'priority', 'unknown-thing', 'unknown-person', 'choice'] as const).find((each) => each === code);
    return known && t(`fault-${known}`);
  }

  #done(ticket: TicketSummary): void {
    this.#opened = ticket;
    this.#uploads.clear();
    this.host.dispatchEvent(new PortalTicketCreatedEvent(ticket.id, ticket.number));
    this.focus('[part="notice"]');
  }
}
