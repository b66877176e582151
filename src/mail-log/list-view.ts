import { css, type CSSResult, html, nothing, type TemplateResult } from 'lit';
import type { ListController } from '../core/loading/list-controller.js';
import type { SharedLocalize } from '../core/localize-controller.js';
import type { Column, ListToolbar, Sum } from '../ui/lists/list-view.js';
import { isHeldUp, kindText, mailStates, stateBadge, subjectText, type MailOptions, type MailPage, type MailSummary } from './mail.js';
import { mailLog } from './texts/mail-log.js';

/** The cells of the log. */
export const mailStyles: CSSResult = css`
  .two,
  .subject {
    overflow-wrap: anywhere;
  }
  small {
    display: block;
    font-size: 0.875em;
    font-weight: 400;
  }
  small:empty {
    display: none;
  }
  td .badge {
    white-space: normal;
  }
  .kept {
    margin: 0;
  }
`;

export function mailColumns(i18n: SharedLocalize): Column[] {
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
export function mailRow(mail: MailSummary, i18n: SharedLocalize, open: () => void): TemplateResult {
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
export function mailSums(page: MailPage | undefined, i18n: SharedLocalize): Sum[] {
  const count = page?.summary.notDelivered;
  const text = count === undefined ? undefined : `${count >= countable ? '≥ ' : ''}${i18n.number(count)}`;
  return [[i18n.in(mailLog)('notDelivered'), text]];
}

/** Search; state, person, kind and days. */
export function mailFilters(
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
