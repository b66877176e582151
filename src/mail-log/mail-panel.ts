import { css, html, nothing, type CSSResult, type TemplateResult } from 'lit';
import { DialogController } from '../core/dialog-controller.js';
import { DownloadController } from '../core/download-controller.js';
import { FormController } from '../core/forms/form-controller.js';
import { LoadController } from '../core/loading/load-controller.js';
import { Lazy } from '../core/lazy.js';
import type { SharedLocalize } from '../core/localize-controller.js';
import { Panel } from '../core/panel.js';
import { formatBytes } from '../i18n/units.js';
import { detailView, facts } from '../ui/detail-view.js';
import { dialogView } from '../ui/dialog.js';
import { formStatus } from '../ui/form-view.js';
import { lazyView } from '../ui/lazy-view.js';
import { linkAddress } from '../ui/link-address.js';
import { failure } from '../ui/messages.js';
import { refusal } from '../ui/refusal.js';
import { detailStyles } from '../ui/styles/detail.js';
import { formStyles } from '../ui/styles/form.js';
import { isHeldUp, kindText, stateBadge, subjectText, type Mail, type MailStep, type MailSummary } from './mail.js';
import type { PortalMailLog } from './portal-mail-log.js';
import { mailDialog as texts } from './texts/mail-dialog.js';
import { mailLog } from './texts/mail-log.js';

const mailStyles = css`
  .looks {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    margin-block: 1.25em 0.5em;
  }
  .looks [aria-pressed='true'] {
    border-color: currentColor;
    background: var(--_hover);
    font-weight: 600;
  }
  .words {
    padding: 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .sheet {
    box-sizing: border-box;
    inline-size: 100%;
    block-size: min(30em, 70dvb);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: #fff;
    color-scheme: light;
  }
  .paper {
    display: none;
  }
  .steps,
  .files {
    display: grid;
    gap: 0.5em;
    margin: 0;
    padding: 0;
    list-style: none;
    overflow-wrap: anywhere;
  }
  .steps small {
    display: block;
  }
  dialog .notice {
    overflow-wrap: anywhere;
  }
  @media print {
    .looks,
    .sheet,
    .sheet + p {
      display: none;
    }
    .paper {
      display: block;
    }
  }
`;

const refusals = { 'too-many-copies': 'tooManyCopies', 'mail-redacted': 'redacted', 'no-address': 'noAddress' } as const;

/** The dialog in which one mail is read, sent again and downloaded. */
export class MailPanel extends Panel<PortalMailLog, typeof texts.english> {
  static override readonly styles: readonly CSSResult[] = [detailStyles, formStyles, mailStyles];

  readonly #dialog = new DialogController<MailSummary>(this.host);
  readonly #file = new DownloadController(this.host);
  readonly #load: LoadController<Mail>;
  readonly #frame = new Lazy(this.host, () => import('./mail-frame.js'));
  readonly #copy: FormController<string, { to: string }>;
  /** The mail is shown with its own looks. */
  #formatted = false;
  /** The mail that was last sent again. */
  #copied = '';
  /** The address to which the open one has been sent again. */
  #sentTo = '';

  constructor(host: PortalMailLog) {
    super(host, texts);
    this.#load = new LoadController<Mail>(host, {
      path: '/mails',
      args: () => (this.#dialog.value ? [this.#dialog.value.id] : undefined),
      fetch: (api, init) => api.GET('/mails/{mailId}', { params: { path: { mailId: this.#dialog.value!.id } }, ...init }),
    });
    this.#copy = new FormController<string, { to: string }>(host, {
      changes: ['/mails'],
      send: (api, mailId) => api.POST('/mails/{mailId}/copies', { params: { path: { mailId: (this.#copied = mailId) } } }),
      onDone: ({ to }) => this.#done(to),
    });
  }

  /** Opens a mail. */
  open(mail: MailSummary): void {
    this.#formatted = false;
    this.#sentTo = '';
    this.#file.error = undefined;
    this.#copy.edited();
    this.#dialog.open(mail);
  }

  /** The open dialog. */
  dialog(): unknown {
    const mail = this.#dialog.value;
    if (!mail) return nothing;
    const title = subjectText(this.i18n, mail);
    return dialogView(this.#dialog, this.i18n, title, () => detailView(this.#load, this.i18n, (whole) => this.#body(whole), 10));
  }

  #body(mail: Mail): TemplateResult {
    const { i18n } = this;
    const { t } = i18n;
    return html`${this.#achieved()} ${factsView(mail, i18n, this.host)} ${this.#words(mail)} ${attachmentsView(mail, i18n)}
    ${stepsView(mail, i18n)}
    ${refusal(this.#copy, Object.keys(refusals) as (keyof typeof refusals)[], (kind) => t(refusals[kind])) ?? formStatus(this.#copy, i18n)}
    ${this.#file.error ? failure(this.#file.error, i18n) : nothing} ${this.#actions(mail)}`;
  }

  /** The text, which every page can show, and on demand the mail with its own looks. */
  #words({ text, html: markup, redacted }: Mail): TemplateResult {
    const { t } = this.i18n;
    if (text === null) return html`<p class="muted">${t('notWritten')}</p>`;
    const formatted = this.#formatted && markup !== null;
    const look = (isFormatted: boolean, label: string) =>
      html`<button type="button" aria-pressed=${formatted === isFormatted} @click=${() => this.#show(isFormatted)}>${label}</button>`;
    const sheet = formatted ? this.#frame.value?.mailFrame(markup, t('formatted')) : undefined;
    return html`${
        markup === null
          ? html`<h3>${t('content')}</h3>`
          : html`<div class="looks" role="group" aria-label=${t('content')}>${look(false, t('asText'))} ${look(true, t('formatted'))}</div>`
      }
      ${formatted ? lazyView(this.#frame, this.i18n, () => this.#sheet(sheet)) : nothing}
      <div part="words" class=${sheet ? 'words paper' : 'words'} dir="auto" .textContent=${text.trim()}></div>
      ${redacted ? html`<p class="muted">${t('redacted')}</p>` : nothing}`;
  }

  #sheet(sheet: TemplateResult | undefined): TemplateResult {
    const { t } = this.i18n;
    return sheet
      ? html`${sheet}
          <p class="muted">${t('frameHint')}</p>`
      : html`<div class="notice warning" role="status"><p>${t('noFrame')}</p></div>`;
  }

  #actions({ id, allowedActions }: Mail): TemplateResult {
    const { t } = this.i18n;
    const may = (action: string) => allowedActions.includes(action);
    const save = () =>
      void this.#file.save(this.#load.connection, (api) =>
        api.GET('/mails/{mailId}/source', {
          params: { path: { mailId: id } },
          headers: { Accept: 'message/rfc822' },
          parseAs: 'blob',
        }),
      );
    return html`<footer>
      ${
        may('download')
          ? html`<button type="button" class="quiet" aria-disabled=${this.#file.phase === 'busy'} @click=${save}>${t('download')}</button>`
          : nothing
      }
      ${
        may('send-copy') && this.host.can('create')
          ? html`<button type="button" aria-disabled=${this.#copy.busy} @click=${() => void this.#copy.send(id)}>
              ${t(this.#copy.busy ? 'sending' : 'sendCopy')}
            </button>`
          : nothing
      }
    </footer>`;
  }

  #achieved(): TemplateResult | typeof nothing {
    return this.#sentTo
      ? html`<div class="notice success" part="notice" tabindex="-1"><p role="status">${this.i18n.t('copySent', this.#sentTo)}</p></div>`
      : nothing;
  }

  #show(isFormatted: boolean): void {
    this.#formatted = isFormatted;
    if (isFormatted) this.#frame.use();
    this.update();
  }

  #done(to: string): void {
    // Another mail may have been opened meanwhile.
    if (this.#dialog.value?.id !== this.#copied) return;
    this.#sentTo = to;
    this.update();
    this.focus('dialog [part="notice"]');
  }
}

/** The addresses of the page at which things are shown. */
type Places = Pick<PortalMailLog, 'invoiceHref' | 'ticketHref'>;

/** From whom to whom, when, about what, and how it stands. */
function factsView(mail: Mail, i18n: SharedLocalize, places: Places): TemplateResult {
  const t = i18n.in(texts);
  const list = i18n.in(mailLog);
  const { from, to, at, kind, kindLabel, isCopy, reason } = mail;
  const held = reason && isHeldUp(mail);
  return html`${
    held
      ? html`<div class="notice ${mail.state === 'deferred' ? 'warning' : 'danger'}">
          <p>${t(`held-${mail.state as 'deferred' | 'bounced' | 'failed'}`)} <bdi .textContent=${reason}></bdi></p>
        </div>`
      : nothing
  }
  ${facts([
    [list('state'), stateBadge(mail, i18n)],
    [list('time'), i18n.instant(at, 'medium')],
    [list('to'), html`<bdi>${to.name}</bdi> <small class="muted"><bdi>${to.address}</bdi></small>`],
    [t('from'), html`<bdi>${from}</bdi>`],
    [list('kind'), [kindText(i18n, kind, kindLabel), isCopy ? list('copy') : ''].filter(Boolean).join(' · ')],
    [t('about'), about(mail, places)],
  ])}`;
}

/** The thing by its name: a link where the page has a place for it and the server says that the person may go there. */
function about({ object }: Mail, { invoiceHref, ticketHref }: Places): TemplateResult | undefined {
  if (!object) return undefined;
  const { type, typeLabel, id, label, linked } = object;
  const address = type === 'invoice' ? invoiceHref : type === 'ticket' ? ticketHref : undefined;
  const href = linked ? linkAddress(address, id) : undefined;
  return href ? html`<a class="link" href=${href}><bdi>${label || typeLabel}</bdi></a>` : html`<bdi>${label || typeLabel}</bdi>`;
}

/** The files that went with it; they are in the file for mail programs. */
function attachmentsView({ attachments }: Mail, i18n: SharedLocalize): TemplateResult | typeof nothing {
  if (attachments.length === 0) return nothing;
  return html`<h3>${i18n.in(texts)('attachments')}</h3>
    <ul class="files">
      ${attachments.map(
        ({ name, size }) => html`<li><bdi>${name}</bdi> <small class="muted">${formatBytes(i18n.language, size) ?? ''}</small></li>`,
      )}
    </ul>`;
}

/** What became of it, step by step. */
function stepsView({ steps }: Mail, i18n: SharedLocalize): TemplateResult {
  return html`<h3>${i18n.in(texts)('steps')}</h3>
    <ol class="steps" part="steps">
      ${steps.map((step) => stepView(step, i18n))}
    </ol>`;
}

function stepView(step: MailStep, i18n: SharedLocalize): TemplateResult {
  const { at, reason, server } = step;
  return html`<li>
    ${stateBadge(step, i18n)} ${i18n.instant(at, 'medium')}
    ${reason ? html`<small class="muted"><bdi .textContent=${reason}></bdi></small>` : nothing}
    ${server ? html`<small class="muted"><bdi .textContent=${server}></bdi></small>` : nothing}
  </li>`;
}
