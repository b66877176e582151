import { css, type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { Lazy } from '../core/lazy.js';
import { ListController } from '../core/loading/list-controller.js';
import { LoadController } from '../core/loading/load-controller.js';
import { LocalizeController, type SharedLocalize } from '../core/localize-controller.js';
import { property } from '../core/property.js';
import { PortalListElement } from '../ui/lists/list-element.js';
import { listView, type Column, type ListToolbar, type Sum } from '../ui/lists/list-view.js';
import { twoLineStyles } from '../ui/styles/two-lines.js';
import { isHeldUp, kindText, mailStates, stateBadge, subjectText, type MailOptions, type MailPage, type MailSummary } from './mail.js';
import { mailLog } from './texts/mail-log.js';

/** The cells of the log. */
const mailStyles: CSSResultGroup = [
  twoLineStyles,
  css`
    td .badge {
      white-space: normal;
    }
    .kept {
      margin: 0;
    }
  `,
];

function mailColumns(i18n: SharedLocalize): Column[] {
  const t = i18n.in(mailLog);
  return [
    { key: 'subject', label: t('subject'), width: 14 },
    { key: 'at', label: t('time'), width: 10.5 },
    { key: 'to', label: t('to'), width: 12 },
    { key: 'state', label: t('state'), width: 13 },
  ];
}

/** More of what a mail server said is read in the dialog. */
const few = 120;
const cut = (words: string) => (words.length > few ? `${words.slice(0, few - 1)}…` : words);

/** One mail as a row; its subject opens it. */
function mailRow(mail: MailSummary, i18n: SharedLocalize, open: () => void): TemplateResult {
  const t = i18n.in(mailLog);
  const { at, subject, to, kind, kindLabel, isCopy, reason } = mail;
  const kindLine = [subject ? kindText(i18n, kind, kindLabel) : '', isCopy ? t('copy') : ''].filter(Boolean).join(' · ');
  return html`<tr role="row" part="row">
    <th role="rowheader" scope="row" class="subject">
      <button type="button" class="link" aria-haspopup="dialog" @click=${open}><bdi .textContent=${subjectText(i18n, mail)}></bdi></button>
      <small class="muted" .textContent=${kindLine}></small>
    </th>
    <td role="cell" data-label=${t('time')} .textContent=${i18n.instant(at, 'medium')}></td>
    <td role="cell" data-label=${t('to')}>
      <span class="two"
        ><bdi>${to.name}</bdi><small class="muted"><bdi>${to.address}</bdi></small></span
      >
    </td>
    <td role="cell" data-label=${t('state')}>
      <span class="two"
        >${stateBadge(mail, i18n)}${reason && isHeldUp(mail) ? html`<small class="muted"><bdi .textContent=${cut(reason)}></bdi></small>` : nothing}</span
      >
    </td>
  </tr>`;
}

/** As many are counted at most. */
const countable = 1000;

/** The mail that did not arrive, of all that the filter chooses. */
function mailSums(page: MailPage | undefined, i18n: SharedLocalize): Sum[] {
  const count = page?.summary.notDelivered;
  const text = count === undefined ? undefined : `${count >= countable ? '≥ ' : ''}${i18n.number(count)}`;
  return [[i18n.in(mailLog)('notDelivered'), text]];
}

/** Search; state, person, kind and days. */
function mailFilters(
  { search, choice, input }: ListToolbar,
  list: ListController<MailSummary, MailPage>,
  i18n: SharedLocalize,
  options: MailOptions | undefined,
): unknown[] {
  const t = i18n.in(mailLog);
  const all = ['', t('all')] as const;
  const { state = '', contactId = '', kind = '' } = list.query;
  const isNew = (id: string, present: readonly string[]) => id !== '' && !present.includes(id);
  const people = options?.people ?? (contactId ? [{ id: contactId, label: nameOf(list, contactId) }] : []);
  const kinds = options?.kinds ?? (kind ? [{ id: kind, label: kind }] : []);
  return [
    search(list, t('search')),
    choice(list, 'state', t('state'), [
      all,
      ...mailStates.map((each) => [each, t(`status-${each}`)] as const),
      ...(isNew(state, mailStates) ? [[state, state] as const] : []),
    ]),
    choice(list, 'contactId', t('person'), [all, ...people.map(({ id, label }) => [id, label] as const)]),
    choice(list, 'kind', t('kind'), [all, ...kinds.map(({ id, label }) => [id, kindText(i18n, id, label)] as const)]),
    input(list, 'from', t('firstDay'), 'date'),
    input(list, 'to', t('lastDay'), 'date'),
  ];
}

const nameOf = (list: ListController<MailSummary, MailPage>, id: string) => list.items.find(({ to }) => to.contactId === id)?.to.name ?? id;

/**
 * The mail that was sent to the client's people and what became of it, newest first: delivered, put off, or bounced with the words of the
 * mail server. Each is read, as text or formatted, in a frame in which nothing runs and nothing is loaded; sent again to who asks,
 * and downloaded for mail programs.
 *
 * @tag portal-mail-log
 * @summary The mail log: what was mailed to whom, and whether it arrived; read, send again, download.
 * @example
 * <portal-mail-log invoice-href="/invoice?id={id}" ticket-href="/ticket?id={id}"></portal-mail-log>
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
 * @csspart sheet - The frame in which a formatted mail is shown.
 * @csspart steps - What became of a mail.
 */
export class PortalMailLog extends PortalListElement {
  static override requires = 'reports.mail-log' as const;
  static override styles: CSSResultGroup = [PortalListElement.styles, mailStyles];

  /** The address of an invoice that a mail is about, with `{id}` for its id: `/invoice?id={id}`. Without it there is no link. */
  @property({ attribute: 'invoice-href' }) invoiceHref?: string;

  /** The address of a ticket that a mail is about, with `{id}` for its id: `/ticket?id={id}`. Without it there is no link. */
  @property({ attribute: 'ticket-href' }) ticketHref?: string;

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
