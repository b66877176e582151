import { css, html, nothing, type CSSResult, type TemplateResult } from 'lit';
import type { LocalizeController } from '../core/localize-controller.js';
import { formatBytes } from '../i18n/units.js';
import { facts } from '../ui/detail-view.js';
import { itemAddress, itemLink } from '../ui/links.js';
import { asOfNotice } from './list-view.js';
import type { ticket as texts } from './texts/ticket.js';
import { tickets } from './texts/tickets.js';
import { expectationText, priorityText, ticketStatus, type Ticket, type TicketPost } from './ticket.js';

type TicketLocalize = LocalizeController<typeof texts.english>;

export const styles: readonly CSSResult[] = [
  css`
    section {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 1.25em;
    }
    .posts {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--_space);
      margin: 0;
      padding: 0;
      list-style: none;
    }
    .posts > li {
      padding: var(--_space) 1em;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      overflow-wrap: anywhere;
      break-inside: avoid;
    }
    .posts > .staff {
      background: var(--_hover);
    }
    .posts > .event {
      padding-block: 0;
      border: 0;
    }
    .posts header {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 0 1em;
    }
    .words {
      margin: 0.5em 0 0;
      white-space: pre-wrap;
      unicode-bidi: plaintext;
    }
    .posts summary {
      padding-block: 0.25em;
    }
    .posts details {
      margin-block-start: 0.5em;
    }
    .posts ul {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25em 1em;
      margin: 0.5em 0 0;
      padding: 0;
      list-style: none;
    }
    .pending,
    .left-out {
      margin: 0.5em 0 0;
    }
    section > p,
    .notice {
      margin: 0;
    }
  `,
];

/** The ways from a ticket to other pages. */
export interface TicketWays {
  /** Addresses of things by their kind, with `{id}`. */
  things: Readonly<Record<string, string | undefined>>;
  itemHref: string | undefined;
  /** Shows the ticket that goes on in place of this one. */
  open: (id: string) => void;
}

/** Number, subject and status; where it went if it was merged. */
export function ticketHead(ticket: Ticket, i18n: TicketLocalize, ways: TicketWays, actions: unknown): TemplateResult {
  const { mergedInto } = ticket;
  const { t } = i18n;
  return html`<header class="head">
      <h2 tabindex="-1">
        <small class="muted">${t('ticketNumber', ticket.number)}</small>
        <span><bdi>${ticket.subject || t('unlabelled')}</bdi> ${ticketStatus(ticket, i18n)}</span>
      </h2>
      <div class="actions" part="actions">${actions}</div>
    </header>
    ${asOfNotice(ticket.asOf, i18n)}
    ${
      mergedInto
        ? html`<div class="notice warning" part="merged">
            <p>${t('mergedInto', mergedInto.number)}</p>
            ${itemLink(ways.itemHref, mergedInto.id, mergedInto.subject || mergedInto.number, () => ways.open(mergedInto.id))}
          </div>`
        : nothing
    }`;
}

/** What is known of a ticket beside its conversation. */
export function ticketFacts(ticket: Ticket, i18n: TicketLocalize, ways: TicketWays): TemplateResult {
  const { t, instant } = i18n;
  const label = i18n.in(tickets);
  const { thing, fields, status } = ticket;
  const over = ticket.group === 'closed';
  const answer = status === 'waiting-for-client' || over ? '' : expectationText(ticket.expectation, i18n);
  return facts([
    [label('department'), html`<bdi>${ticket.department?.label}</bdi>`],
    [label('about'), thing && thingLink(thing, ways)],
    [label('priority'), priorityText(ticket.priority, ticket.priorityLabel, i18n)],
    [t('openedBy'), html`<bdi>${ticket.openedBy}</bdi>`],
    [label('created'), instant(ticket.createdAt)],
    [t('expectation'), answer],
    ...fields.map((field) => [field.label, html`<bdi>${factText(field, t)}</bdi>`] as const),
  ]);
}

const factText = ({ kind, value }: Ticket['fields'][number], t: TicketLocalize['t']): string =>
  kind === 'yes-no' ? t(value === 'yes' ? 'yes' : 'no') : value;

function thingLink({ kind, id, label }: NonNullable<Ticket['thing']>, { things }: TicketWays): TemplateResult {
  const href = Object.hasOwn(things, kind) ? itemAddress(things[kind], id) : undefined;
  return href ? html`<a class="link" href=${href}><bdi>${label}</bdi></a>` : html`<bdi>${label}</bdi>`;
}

export interface ConversationOptions {
  save: (file: string) => void;
  /** Asks for the posts before these. */
  earlier: () => void;
}

/** Tells whether the person reads conversations from their beginning; else the newest post comes first, so that nothing moves what is typed above it. */
export const isOldestFirst = ({ preferences }: Ticket): boolean => preferences.replyOrder === 'oldest-first';

/** The conversation, in the order that the person wants. */
export function conversation(ticket: Ticket, i18n: TicketLocalize, { save, earlier }: ConversationOptions): TemplateResult {
  const { t } = i18n;
  const { posts, postCount } = ticket;
  const hidden = postCount - posts.length;
  const oldestFirst = isOldestFirst(ticket);
  const more = hidden > 0 ? html`<p><button type="button" @click=${earlier}>${t('showEarlier', hidden)}</button></p>` : nothing;
  return html`<div>
    <h3 id="conversation">${t('conversation')}</h3>
    ${oldestFirst ? more : nothing}
    <ol class="posts" part="posts" ?reversed=${!oldestFirst} aria-labelledby="conversation">
      ${(oldestFirst ? posts : posts.toReversed()).map((post) => (post.event === null ? postItem(post, i18n, save) : eventItem(post, i18n)))}
    </ol>
    ${oldestFirst ? nothing : more}
  </div>`;
}

function postItem(post: TicketPost, i18n: TicketLocalize, save: (file: string) => void): TemplateResult {
  const { t, instant } = i18n;
  const { author, text, quoted, files, leftOut, at, isPending } = post;
  const name = html`<bdi>${author?.name}</bdi>`;
  return html`<li class=${author?.kind === 'staff' ? 'staff' : ''} part="post">
    <header>
      <strong>${name}${author?.kind === 'staff' ? html` <small class="muted">${t('ofCompany')}</small>` : nothing}</strong>
      <span class="muted">${instant(at)}</span>
    </header>
    ${isPending ? html`<p class="pending muted">${i18n.in(tickets)('pending')}</p>` : nothing}
    ${text ? html`<div class="words" .textContent=${text}></div>` : nothing}
    ${
      quoted
        ? html`<details>
            <summary>${t('quoted')}</summary>
            <div class="words muted" .textContent=${quoted}></div>
          </details>`
        : nothing
    }
    ${fileList(files, i18n, save)}
    ${leftOut.length > 0 ? html`<p class="muted left-out">${t('leftOut')} <bdi .textContent=${leftOut.join(', ')}></bdi></p>` : nothing}
  </li>`;
}

function fileList(files: TicketPost['files'], { t, language }: TicketLocalize, save: (file: string) => void): unknown {
  if (files.length === 0) return nothing;
  return html`<ul aria-label=${t('files')}>
    ${files.map(
      (file) =>
        html`<li>
          <button type="button" class="link" aria-label=${t('downloadFile', file.name)} @click=${() => save(file.id)}>
            <bdi .textContent=${file.name}></bdi>
          </button>
          <small class="muted number">${formatBytes(language, file.size)}</small>
        </li>`,
    )}
  </ul>`;
}

/** Something that has happened, in a line. */
function eventItem({ event, author, text, at }: TicketPost, i18n: TicketLocalize): TemplateResult {
  const { t, instant } = i18n;
  const known = (['closed', 'reopened', 'merged', 'copied'] as const).find((each) => each === event);
  const words = known ? t(`event-${known}`, author?.name, text) : `${author?.name}: ${event}`;
  return html`<li class="event muted" part="post"><bdi>${words}</bdi> · ${instant(at)}</li>`;
}
