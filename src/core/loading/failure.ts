import { html, nothing, type TemplateResult } from 'lit';
import { ApiError } from '../../api/problem.js';
import { LoadError } from '../lazy.js';
import type { SharedLocalize } from '../localize-controller.js';
import { shared } from '../../i18n/texts/shared.js';
import { tools } from '../../i18n/texts/tools.js';

const cut = (text: string | undefined) => (text && text.length > 300 ? `${text.slice(0, 300)}…` : text);

/** Says in words for the user what went wrong; never markup, never longer than it can be read. */
export function errorText(error: unknown, i18n: SharedLocalize): string {
  const t = i18n.in(tools);
  if (error instanceof LoadError) return i18n.in(shared)('partFailed');
  if (!(error instanceof ApiError)) return t('errorServer');
  const { fault, status, problem, retryAfter } = error;
  if (fault === 'network') return t('errorNetwork');
  if (fault === 'timeout') return t('errorTimeout');
  if (fault === 'malformed') return t('errorMalformed');
  if (status === 401) return t('errorSignedOut');
  if (status === 404 || status === 410) return t('errorNotFound');
  if (status === 429) return t('errorBusy', Math.ceil(retryAfter ?? 0));
  if (status >= 500) return t('errorServer');
  return cut(problem.detail || problem.title) || t('errorRejected');
}

/** The id by which the company finds a failed request in its logs. */
function requestId(error: unknown, i18n: SharedLocalize): TemplateResult | typeof nothing {
  const id = error instanceof ApiError ? cut(error.problem.requestId) : undefined;
  return id ? html`<small>${i18n.in(tools)('requestId', id)}</small>` : nothing;
}

/** A failure where content should be, or above content that is kept: what failed, how old the content is, and the way on. */
export function failure(error: unknown, i18n: SharedLocalize, retry?: () => void, loadedAt?: Date): TemplateResult {
  const t = i18n.in(tools);
  return html`<div class="notice ${loadedAt ? 'warning' : 'danger'}" part="error" role="alert">
    <p>${errorText(error, i18n)} ${loadedAt ? t('asOf', i18n.instant(loadedAt)) : nothing} ${requestId(error, i18n)}</p>
    ${retry ? html`<button type="button" @click=${retry}>${i18n.in(shared)('retry')}</button>` : nothing}
  </div>`;
}
