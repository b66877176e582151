import { html, nothing, type CSSResult, type TemplateResult } from 'lit';
import { DraftForm } from '../core/draft-form.js';
import { Panel } from '../core/panel.js';
import type { PortalElement } from '../core/portal-element.js';
import { formStatus, radioField, staleNotice, submitButton, textAreaField } from '../ui/form-view.js';
import { refusal } from '../ui/refusal.js';
import { formStyles } from '../ui/styles/form.js';
import { ticketForms as texts } from './texts/ticket-forms.js';
import type { Ticket } from './ticket.js';

interface Draft {
  score: string;
  words: string;
}

/** How well a ticket was dealt with: 1 to 5, and words. */
export class RatingPanel extends Panel<PortalElement, typeof texts.english> {
  static override readonly styles: readonly CSSResult[] = [formStyles];

  #saved = false;
  readonly #form: DraftForm<Draft, Ticket, Ticket>;

  constructor(
    host: PortalElement,
    ticket: () => Ticket | undefined,
    private readonly onDone: () => void,
  ) {
    super(host, texts);
    this.#form = new DraftForm<Draft, Ticket, Ticket>(host, this.i18n, {
      prefix: 'rating',
      changes: ['/tickets'],
      record: ticket,
      from: (base) => ({ score: String(base?.rating?.score ?? ''), words: base?.rating?.words ?? '' }),
      required: ['score'],
      send: (api, { draft, base }) =>
        api.PUT('/tickets/{ticketId}/rating', {
          params: { path: { ticketId: base.id }, header: { 'If-Match': base.etag } },
          body: { score: Number(draft.score), words: draft.words.trim() || null },
        }),
      reread: (api, base) => api.GET('/tickets/{ticketId}', { params: { path: { ticketId: base.id } } }),
      onDone: () => {
        this.#saved = true;
        this.onDone();
      },
    });
  }

  override get dirty(): boolean {
    return this.#form.dirty;
  }

  render({ allowedActions, rating }: Ticket): TemplateResult | typeof nothing {
    const { i18n } = this;
    const { t, number } = i18n;
    if (!allowedActions.includes('rate') || !this.host.can('update')) {
      return rating ? html`<p part="rating">${t('rated', number(rating.score))} <bdi>${rating.words}</bdi></p>` : nothing;
    }
    const form = this.#form;
    const scores = ['5', '4', '3', '2', '1'] as const;
    const refused = refusal(form, ['not-closed', 'ticket-merged'], (kind) => t(`problem-${kind}`));
    return html`<form class="stack" part="rating" novalidate @submit=${form.submit}>
      ${staleNotice(form, i18n)}
      ${radioField({ ...form.field('score'), label: t('howWell'), choices: scores.map((score) => [score, t(`score-${score}`)] as const) })}
      ${textAreaField({ ...form.field('words'), label: t('words'), rows: 2 })} ${refused ?? formStatus(form, i18n)}
      <p role="status">${this.#saved && !form.dirty ? t('thanks') : nothing}</p>
      <div class="actions">${submitButton(form, i18n, t('sendRating'))}</div>
    </form>`;
  }
}
