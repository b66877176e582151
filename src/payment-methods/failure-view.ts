import { html, type TemplateResult } from 'lit';
import type { ApiError } from '../api/problem.js';
import { isUnresolved } from '../core/provider-token.js';
import { paymentMethodDialogs } from './texts/payment-method-dialogs.js';
import { tools } from '../i18n/texts/tools.js';
import { errorText, failure } from '../ui/messages.js';
import type { SharedLocalize } from '../core/localize-controller.js';

/** Nothing, or perhaps nothing, has been added: why, and what is safe to do. */
export function addingFailure(error: ApiError, i18n: SharedLocalize): TemplateResult {
  const { title, detail } = error.problem;
  const t = i18n.in(paymentMethodDialogs);
  if (error.status === 402)
    return html`<div class="notice danger" part="error" role="alert">
      <p><strong>${title?.slice(0, 300) || t('fieldsFailed')}</strong> ${detail?.slice(0, 300)} ${t('notKept')}</p>
    </div>`;
  if (!isUnresolved(error)) return failure(error, i18n);
  return html`<div class="notice warning" part="error" role="alert">
    <p>${errorText(error, i18n)} ${i18n.in(tools)('errorUnknownResult')}</p>
  </div>`;
}
