import { css, html, nothing, type CSSResult, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import type { LocalizeController } from '../core/localize-controller.js';
import { itemAddress } from '../ui/links.js';
import type { ticketSearch as texts } from './texts/ticket-search.js';

export type TicketFound = components['schemas']['TicketFound'];
type Excerpt = TicketFound['excerpts'][number];
type Piece = Excerpt['pieces'][number];

export const foundStyles: CSSResult = css`
  mark {
    padding-inline: 0.1em;
    border-radius: 0.2em;
    color: inherit;
    background: color-mix(in srgb, var(--_accent) 22%, transparent);
    forced-color-adjust: none;
  }
  .excerpt {
    display: block;
    margin-block-start: 0.375em;
    font-size: 0.875em;
    font-weight: 400;
    overflow-wrap: anywhere;
  }
  .excerpt > bdi:last-child {
    unicode-bidi: plaintext;
  }
  .numbered {
    margin: 0;
  }
  @media (forced-colors: active) {
    mark {
      color: MarkText;
      background: Mark;
    }
  }
`;

/** Text with what was searched for marked in it. */
const marked = (pieces: readonly Piece[]): unknown =>
  pieces.map(({ text, marked: isMark }) => (isMark ? html`<mark .textContent=${text}></mark>` : text));

/** The subject, with its marks, as the way to the ticket. */
export function foundLink(
  { id, subject, excerpts }: TicketFound,
  template: string | undefined,
  unlabelled: string,
  open: () => void,
): TemplateResult {
  const found = excerpts.find(({ place }) => place === 'subject');
  const text = found ? marked(found.pieces) : subject || unlabelled;
  const href = itemAddress(template, id);
  return href
    ? html`<a class="link" href=${href}><bdi>${text}</bdi></a>`
    : html`<button type="button" class="link" aria-haspopup="dialog" @click=${open}><bdi>${text}</bdi></button>`;
}

/** The places in posts and names of files where it was found. */
export const excerptsView = ({ excerpts }: TicketFound, i18n: LocalizeController<typeof texts.english>): unknown =>
  excerpts.filter(({ place }) => place !== 'subject').map((excerpt) => excerptView(excerpt, i18n));

function excerptView({ place, by, at, pieces }: Excerpt, { t, instant }: LocalizeController<typeof texts.english>): TemplateResult {
  return html`<span class="excerpt" part="excerpt"
    ><span class="muted"
      >${by ? html`<bdi .textContent=${by.name}></bdi>, ` : nothing}${at ? html`${instant(at)}: ` : nothing}${
        place === 'file' ? html`${t('file')} ` : nothing
      }</span
    ><bdi>${marked(pieces)}</bdi></span
  >`;
}
