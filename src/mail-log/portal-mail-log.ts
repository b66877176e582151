import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { Lazy } from '../core/lazy.js';
import { ListController } from '../core/loading/list-controller.js';
import { LoadController } from '../core/loading/load-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
import { property } from '../core/property.js';
import { PortalListElement } from '../ui/lists/list-element.js';
import { listView } from '../ui/lists/list-view.js';
import { mailColumns, mailFilters, mailRow, mailStyles, mailSums } from './list-view.js';
import type { MailOptions, MailPage, MailSummary } from './mail.js';
import { mailLog } from './texts/mail-log.js';

/**
 * The mail that was sent to the client's people and what became of it, newest first: delivered, put off, or bounced with the words of the
 * mail server. Each is read, as text or as it was designed, in a frame in which nothing runs and nothing is loaded; sent again to who asks,
 * and downloaded for mail programs.
 *
 * @tag portal-mail-log
 * @summary The mail log: what was mailed to whom, and whether it arrived; read, send again, download.
 * @example
 * <portal-mail-log invoice-href="/invoice?id={id}"></portal-mail-log>
 * @permission reports.mail-log
 * @operation listMails
 * @operation getMailOptions
 * @operation getMail
 * @operation getMailSource
 * @operation sendMailCopy
 * @slot empty - Replaces the text shown when no mail has been sent yet.
 * @csspart kept - Says for how long mail is kept.
 * @csspart dialog - One mail.
 * @csspart words - The text of a mail.
 * @csspart sheet - The frame in which a mail is shown as it was designed.
 * @csspart steps - What became of a mail.
 */
export class PortalMailLog extends PortalListElement {
  static override requires = 'reports.mail-log' as const;
  static override styles: CSSResultGroup = [PortalListElement.styles, mailStyles];

  /** The address of an invoice that a mail is about, with `{id}` for its id: `/invoice?id={id}`. Without it there is no link. */
  @property({ attribute: 'invoice-href' }) invoiceHref?: string;

  #i18n = new LocalizeController(this, mailLog);
  #mail = new Lazy(this, () => import('./mail-panel.js').then((each) => new each.MailPanel(this)));
  protected override readonly content: ListController<MailSummary, MailPage> = new ListController(this, {
    path: '/mails',
    filters: ['q', 'state', 'contactId', 'kind', 'from', 'to'],
    fetch: (api, query, init) => api.GET('/mails', { params: { query }, ...init }),
  });
  /** People and kinds are asked for when they are to be chosen from. */
  #options: LoadController<MailOptions> = new LoadController(this, {
    path: '/mails/options',
    args: () => (this.content.filtersOpen ? [] : undefined),
    fetch: (api, init) => api.GET('/mails/options', init),
  });

  protected override view(): unknown {
    const { t } = this.#i18n;
    return listView(this, this.content, this.#i18n, {
      label: t('mailLog'),
      columns: mailColumns(this.#i18n),
      row: (mail) => mailRow(mail, this.#i18n, () => this.#mail.use((panel) => panel.open(mail))),
      empty: t('noMails'),
      filters: (toolbar) => mailFilters(toolbar, this.content, this.#i18n, this.#options.value),
      sums: mailSums(this.content.page, this.#i18n),
      above: ({ lazyView }) => [lazyView(this.#mail, this.#i18n, () => nothing), this.#kept()],
      dialogs: () => this.#mail.value?.dialog(),
    });
  }

  #kept(): TemplateResult | typeof nothing {
    const days = this.content.page?.keptDays;
    return days === undefined || Number.isNaN(days) ? nothing : html`<p class="kept muted" part="kept">${this.#i18n.t('kept', days)}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-mail-log': PortalMailLog;
  }
}
