import { css, html, nothing, type CSSResult, type TemplateResult } from 'lit';
import type { SharedLocalize } from '../core/localize-controller.js';
import type { Column } from '../ui/lists/list-view.js';
import { tickets } from './texts/tickets.js';
import { priorityText, ticketStatus, type TicketSummary } from './ticket.js';

/** The rows of tickets. */
export const ticketRowStyles: CSSResult = css`
  th small,
  td small {
    display: block;
    font-weight: 400;
  }
  td .badge {
    white-space: normal;
  }
`;

/** Of when tickets are, where the place in which they are kept cannot be asked. */
export const asOfNotice = (asOf: string | null | undefined, i18n: SharedLocalize): TemplateResult | typeof nothing =>
  asOf ? html`<p class="notice warning" part="as-of">${i18n.in(tickets)('asOf', i18n.instant(asOf))}</p>` : nothing;

/** The columns of lists of tickets; the first is `width` em wide. */
export function ticketColumns(i18n: SharedLocalize, width: number): Column[] {
  const t = i18n.in(tickets);
  return [
    { key: 'number', label: t('ticket'), width, sort: 'number' },
    { key: 'department', label: t('department'), width: 9.5 },
    { key: 'status', label: t('status'), width: 9 },
    { key: 'priority', label: t('priority'), width: 6.5 },
    { key: 'createdAt', label: t('created'), width: 9.5, sort: 'createdAt' },
    { key: 'lastActivityAt', label: t('lastReply'), width: 9.5, sort: 'lastActivityAt' },
  ];
}

/** A ticket as a row, with the way to it. */
export function ticketRow(ticket: TicketSummary, i18n: SharedLocalize, { link, more }: { link: unknown; more?: unknown }): TemplateResult {
  const t = i18n.in(tickets);
  const { number, department, thing, lastReply, mine, openedBy } = ticket;
  return html`<tr role="row" part="row">
    <th role="rowheader" scope="row" class="subject">
      ${link} <small class="muted"><bdi .textContent=${number}></bdi></small> ${more}
    </th>
    <td role="cell" data-label=${t('department')}>
      <span
        ><bdi .textContent=${department?.label}></bdi>${
          thing ? html`<small class="muted"><bdi .textContent=${thing.label}></bdi></small>` : nothing
        }</span
      >
    </td>
    <td role="cell" data-label=${t('status')}>${ticketStatus(ticket, i18n)}</td>
    <td role="cell" data-label=${t('priority')} .textContent=${priorityText(ticket.priority, ticket.priorityLabel, i18n)}></td>
    <td role="cell" data-label=${t('created')}>
      <span
        >${i18n.instant(ticket.createdAt)}${mine ? nothing : html`<small class="muted"><bdi .textContent=${openedBy}></bdi></small>`}</span
      >
    </td>
    <td role="cell" data-label=${t('lastReply')}>
      <span
        >${i18n.instant(lastReply?.at)}${
          lastReply ? html`<small class="muted"><bdi .textContent=${lastReply.by?.name}></bdi></small>` : nothing
        }</span
      >
    </td>
  </tr>`;
}
