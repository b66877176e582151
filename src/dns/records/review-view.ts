import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { SharedLocalize } from '../../core/localize-controller.js';
import { dns } from '../texts/dns.js';
import { dnsEditor } from '../texts/dns-editor.js';
import { tools } from '../../i18n/texts/tools.js';
import { formStatus } from '../../ui/form-view.js';
import { failure } from '../../ui/messages.js';
import { serverText } from '../dns-problems.js';
import type { Review } from './review.js';
import { rrsetDiff } from '../rrset-diff.js';
import { rrsetKey, type DnsZone, type Rrset, type StagedChange } from '../staged-changes.js';

export interface ReviewActions {
  edit: (change: StagedChange) => void;
  undo: (change: StagedChange) => void;
  close: () => void;
}

/** A whole set for comparison. */
function version(rrset: Rrset | null, label: string, i18n: SharedLocalize): TemplateResult {
  const t = i18n.in(dnsEditor);
  return html`<div>
    <p class="label">${label}</p>
    ${
      rrset
        ? html`<ul class="diff">
              ${rrset.records.map(
                ({ value, disabled }) =>
                  html`<li><bdi dir="ltr">${value}</bdi> ${disabled ? html`<small>(${t('disabled')})</small>` : nothing}</li>`,
              )}
            </ul>
            <p class="muted">TTL ${i18n.number(rrset.ttl)}${rrset.comment ? html` · <bdi>${rrset.comment}</bdi>` : nothing}</p>`
        : html`<p>${t('absent')}</p>`
    }
  </div>`;
}

function conflict(review: Review, change: StagedChange, i18n: SharedLocalize): TemplateResult {
  const t = i18n.in(dnsEditor);
  return html`<div class="notice warning conflict" part="conflict">
    <div class="row">
      ${version(change.after, t('yours'), i18n)} ${version(review.conflicts.get(keyOf(change)) ?? null, t('theirs'), i18n)}
    </div>
    <button type="button" @click=${() => review.keepTheirs(change)}>${t('keepTheirs')}</button>
    <button type="button" @click=${() => review.useMine(change)}>${t('useMine')}</button>
  </div>`;
}

const keyOf = ({ before, after }: StagedChange) => rrsetKey((after ?? before)!);

function changeView(review: Review, change: StagedChange, zone: DnsZone, i18n: SharedLocalize, actions: ReviewActions): TemplateResult {
  const t = i18n.in(dnsEditor);
  const { name, type } = (change.after ?? change.before)!;
  const faults = review.faults.get(keyOf(change)) ?? [];
  return html`<li part="change">
    ${rrsetDiff(change, zone.name, i18n)} ${faults.map((fault) => html`<p class="error-text" role="alert">${serverText(fault, i18n)}</p>`)}
    ${review.conflicts.has(keyOf(change)) ? conflict(review, change, i18n) : nothing}
    <div class="actions">
      ${
        change.after
          ? html`<button
              type="button"
              class="link"
              aria-label=${i18n.in(dns)('editRecord', `${name} ${type}`)}
              @click=${() => actions.edit(change)}
            >
              ${i18n.in(dns)('edit')}
            </button>`
          : nothing
      }
      <button type="button" class="link" aria-label=${i18n.in(dns)('undoRecord', `${name} ${type}`)} @click=${() => actions.undo(change)}>
        ${t('remove')}
      </button>
    </div>
  </li>`;
}

/** What is to be known of another person's changes. */
function staleNotice(review: Review, i18n: SharedLocalize): TemplateResult | typeof nothing {
  const t = i18n.in(dnsEditor);
  const undecided = review.conflicts.size;
  if (review.loading) return html`<p role="status">${t('stalePending')}</p>`;
  if (review.failure) return failure(review.failure, i18n, () => review.retry());
  if (!undecided && !review.rebased) return nothing;
  const more = undecided ? t('staleSome', undecided) : t(review.rebased === 'untouched' ? 'staleNone' : 'staleDecided');
  return html`<div class="notice warning" role="status" part="stale">
    <p><strong>${t('staleText')}</strong> ${more}</p>
  </div>`;
}

/** All staged changes, what is wrong with them, and the one button that sends them. */
export function reviewView(
  review: Review,
  changes: readonly StagedChange[],
  zone: DnsZone,
  i18n: SharedLocalize,
  actions: ReviewActions,
): TemplateResult {
  const t = i18n.in(dnsEditor);
  const { form } = review;
  const blocked = review.busy || review.conflicts.size > 0;
  const pointers = (form.error?.problem.errors ?? []).flatMap(({ pointer = '' }) => (/^\/changes\/\d/.test(pointer) ? pointer : []));
  const apply = async (event: Event) => {
    event.preventDefault();
    const element = event.currentTarget as HTMLElement;
    await review.apply();
    await new Promise(requestAnimationFrame);
    element.querySelector<HTMLElement>('li:has(.error-text) button, .conflict button')?.focus();
  };
  return html`<form class="stack" novalidate @submit=${apply}>
    ${staleNotice(review, i18n)} ${form.error?.status === 412 ? nothing : formStatus(form, i18n, pointers)}
    <ul class="plain">
      ${repeat(changes, keyOf, (change) => changeView(review, change, zone, i18n, actions))}
    </ul>
    <footer>
      <button type="button" @click=${actions.close}>${t('keepEditing')}</button>
      <button type="submit" class="primary" aria-disabled=${blocked}>${form.busy ? i18n.in(tools)('sending') : t('apply')}</button>
    </footer>
  </form>`;
}
