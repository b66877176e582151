import { css, html, nothing, type CSSResult } from 'lit';
import type { DraftForm } from '../core/draft-form.js';
import type { SharedLocalize } from '../core/localize-controller.js';
import { checkField } from '../ui/form-view.js';
import { ticketForms as texts } from './texts/ticket-forms.js';
import type { Ticket } from './ticket.js';

export const signatureStyles: CSSResult = css`
  .signature {
    inline-size: fit-content;
    margin: 0.25em 0 0;
    padding-inline-start: 1.75em;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    unicode-bidi: plaintext;
  }
`;

/** The signature that ends what is sent, to be left out; nothing where there is none. */
export function signatureField(
  form: Pick<DraftForm<{ isSigned: boolean }>, 'check' | 'draft'>,
  { signature }: Ticket['preferences'],
  i18n: SharedLocalize,
): unknown {
  if (!signature) return nothing;
  return html`<div>
    ${checkField({ ...form.check('isSigned'), label: i18n.in(texts)('addSignature') })}
    ${form.draft.isSigned ? html`<p class="signature muted" .textContent=${signature}></p>` : nothing}
  </div>`;
}
