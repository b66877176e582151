import { html, nothing, type TemplateResult } from 'lit';
import { ApiError } from '../api/problem.js';
import type { SharedLocalize } from '../core/localize.js';

const cut = (text: string | undefined) => (text && text.length > 300 ? `${text.slice(0, 300)}…` : text);

/** What went wrong, in words for the user; never markup, never longer than it can be read. */
export function errorText(error: unknown, i18n: SharedLocalize): string {
  if (!(error instanceof ApiError)) return i18n.t('errorServer');
  const { fault, status, problem, retryAfter } = error;
  if (fault === 'network') return i18n.t('errorNetwork');
  if (fault === 'timeout') return i18n.t('errorTimeout');
  if (fault === 'malformed') return i18n.t('errorMalformed');
  if (status === 401) return i18n.t('errorSignedOut');
  if (status === 404 || status === 410) return i18n.t('errorNotFound');
  if (status === 429) return i18n.t('errorBusy', retryAfter === undefined ? '' : i18n.number(Math.ceil(retryAfter)));
  if (status >= 500) return i18n.t('errorServer');
  return cut(problem.detail || problem.title) || i18n.t('errorRejected');
}

const requestId = (error: unknown, i18n: SharedLocalize) =>
  error instanceof ApiError && error.problem.requestId
    ? html`<small>${i18n.t('requestId', cut(error.problem.requestId)!)}</small>`
    : nothing;

/** A failure where content should be: what failed, and the way on. */
export function failure(error: unknown, i18n: SharedLocalize, retry?: () => void): TemplateResult {
  return html`<div class="notice danger" part="error" role="alert">
    <p>${errorText(error, i18n)} ${requestId(error, i18n)}</p>
    ${retry ? html`<button type="button" @click=${retry}>${i18n.t('retry')}</button>` : nothing}
  </div>`;
}

/** Rows that are still shown although asking for newer ones has failed. */
export function staleNotice(error: unknown, loadedAt: Date | undefined, i18n: SharedLocalize, retry: () => void): TemplateResult {
  return html`<div class="notice warning" part="error" role="alert">
    <p>${errorText(error, i18n)} ${loadedAt ? i18n.t('asOf', i18n.instant(loadedAt)) : nothing} ${requestId(error, i18n)}</p>
    <button type="button" @click=${retry}>${i18n.t('retry')}</button>
  </div>`;
}

/** Placeholder of `rows` rows; it takes its room at once and becomes visible only when the wait is felt. */
export function skeleton(rows: number, i18n: SharedLocalize): TemplateResult {
  return html`<div class="skeleton" part="skeleton">
    <span class="visually-hidden">${i18n.t('loading')}</span>${Array.from({ length: rows }, () => html`<div class="bone"></div>`)}
  </div>`;
}
