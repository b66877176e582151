import { html, nothing, type TemplateResult } from 'lit';
import type { SharedLocalize } from '../core/localize-controller.js';
import { relativeName } from './index.js';
import { dns } from './texts/dns.js';
import { dnsEditor } from './texts/dns-editor.js';
import { badge } from '../ui/badge.js';
import type { Rrset, StagedChange } from './staged-changes.js';

/** One value as a line; what its sign and colour say is also said in a word. */
function line(kind: 'added' | 'removed' | 'kept', { value, disabled }: Rrset['records'][number], i18n: SharedLocalize): TemplateResult {
  const t = i18n.in(dnsEditor);
  const sign = { added: '+', removed: '−', kept: ' ' }[kind];
  return html`<li class=${kind}>
    <span aria-hidden="true">${sign}</span><span class="visually-hidden">${t(kind)}:</span> <bdi dir="ltr">${value}</bdi>
    ${disabled ? html`<small class="muted">(${t('disabled')})</small>` : nothing}
  </li>`;
}

const sayRecord = ({ value, disabled }: Rrset['records'][number]) => `${disabled ? '-' : '+'}${value}`;

/** The effect of a change on one record set, value by value. */
export function rrsetDiff({ before, after }: StagedChange, zone: string, i18n: SharedLocalize): TemplateResult {
  const t = i18n.in(dnsEditor);
  const { name, type } = (after ?? before)!;
  const word = !before ? 'stagedNew' : after ? 'stagedChanged' : 'stagedDeleted';
  const old = new Set(before?.records.map(sayRecord));
  const now = new Set(after?.records.map(sayRecord));
  const comments = [before?.comment || '', after?.comment || ''] as const;
  return html`<div class="between">
      <h3 title=${name}><bdi>${relativeName(name, zone)}</bdi> ${type}</h3>
      ${badge(before ? (after ? 'info' : 'danger') : 'success', i18n.in(dns)(word))}
    </div>
    <ul class="diff">
      ${before?.records.map((record) => line(after && now.has(sayRecord(record)) ? 'kept' : 'removed', record, i18n))}
      ${after?.records.filter((record) => !old.has(sayRecord(record))).map((record) => line('added', record, i18n))}
    </ul>
    ${before && after && before.ttl !== after.ttl ? html`<p>${t('ttlLine', i18n.number(before.ttl), i18n.number(after.ttl))}</p>` : nothing}
    ${!before && after ? html`<p class="muted">TTL ${i18n.number(after.ttl)}</p>` : nothing}
    ${after && comments[0] !== comments[1] ? html`<p>${t('commentLine', ...comments)}</p>` : nothing}`;
}
