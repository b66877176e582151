import { html, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import { invoiceStatus, type InvoicesLocalize } from './invoice-parts.js';
import type { InvoiceLocalize } from './invoice-sections.js';

type Invoice = components['schemas']['Invoice'];

interface Downloads {
  busy: boolean;
  save: (format: string) => void;
}

/** What the document is, its files, and what can be done with it. */
export function invoiceHead(
  invoice: Invoice,
  i18n: InvoiceLocalize,
  words: InvoicesLocalize,
  { busy, save }: Downloads,
  actions: unknown,
): TemplateResult {
  const { t } = i18n;
  return html`<header class="head">
    <h2 tabindex="-1">
      <small class="muted">${words.label(`type-${invoice.type}`, invoice.type)}</small>
      <span><bdi>${invoice.number || t('unlabelled')}</bdi> ${invoiceStatus(invoice, words)}</span>
    </h2>
    <div class="actions" role="group" aria-label=${t('downloads')}>
      ${invoice.documents.map(
        ({ format }) =>
          html`<button type="button" aria-disabled=${busy} @click=${() => save(format)}>
            <span aria-hidden="true">↓</span> ${i18n.label(`format-${format}`, format)}
          </button>`,
      )}
    </div>
    ${actions}
  </header>`;
}
