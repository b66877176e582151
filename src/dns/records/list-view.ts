import { html, nothing, type TemplateResult } from 'lit';
import type { LocalizeController } from '../../core/localize-controller.js';
import type { dns } from '../texts/dns.js';
import { badge } from '../../ui/badge.js';
import type { Column } from '../../ui/lists/list-view.js';
import { relativeName } from '../protocol/hierarchy.js';
import type { DnsZone, Rrset, StagedChange } from '../staged-changes.js';
import { humanTtl } from '../ttl.js';

export type DnsLocalize = LocalizeController<typeof dns.english>;
export const recordColumns = ({ t }: DnsLocalize): Column[] => [
  { key: 'name', label: t('name'), width: 10, sort: 'name' },
  { key: 'type', label: t('type'), width: 5, sort: 'type' },
  { key: 'ttl', label: t('ttl'), width: 6.75, end: true },
  { key: 'content', label: t('content'), width: 15.5 },
  { key: 'changedAt', label: t('changed'), width: 7.5 },
  { key: 'actions', label: t('actions'), width: 9, unseen: true },
];

export type RowAction = 'edit' | 'duplicate' | 'delete' | 'undo';

interface RecordRow {
  rrset: Rrset;
  zone: DnsZone;
  /** The change that is staged for the set. */
  change?: StagedChange | undefined;
  /** Called with what the user wants; absent where nothing may be changed. */
  act?: ((action: RowAction) => void) | undefined;
}

/** Longer values are cut; the whole text opens below. */
const longest = 160;

function valueLine({ value, disabled }: Rrset['records'][number], i18n: DnsLocalize): TemplateResult {
  const long = value.length > longest;
  return html`<div class="value ${disabled ? 'off' : ''}">
    ${
      long
        ? html`<details>
            <summary><bdi dir="ltr">${value.slice(0, longest)}…</bdi></summary>
            <bdi dir="ltr">${value}</bdi>
          </details>`
        : html`<bdi dir="ltr">${value}</bdi>`
    }
    ${disabled ? badge('neutral', i18n.t('disabled')) : nothing}
  </div>`;
}

const word = ({ before, after }: StagedChange) => (!before ? 'stagedNew' : after ? 'stagedChanged' : 'stagedDeleted');

function buttons({ change, act, rrset }: RecordRow, name: string, i18n: DnsLocalize): unknown {
  if (!act) return nothing;
  const { t } = i18n;
  const record = `${name} ${rrset.type}`;
  const button = (action: RowAction, label: string) =>
    html`<button type="button" class="link" aria-label=${t(`${action}Record`, record)} @click=${() => act(action)}>${label}</button>`;
  return html`<span class="actions">
    ${change && !change.after ? nothing : [button('edit', t('edit')), button('duplicate', t('duplicate'))]}
    ${change ? button('undo', t('undo')) : button('delete', t('delete'))}
  </span>`;
}

/** A record set as it will be: one line a value, and what is staged for it in a word. */
export function recordRow(row: RecordRow, i18n: DnsLocalize): TemplateResult {
  const { change, rrset, zone } = row;
  const { t } = i18n;
  const shown = change?.after ?? rrset;
  const name = relativeName(shown.name, zone.name);
  return html`<tr role="row" part="row" class=${change ? (change.after ? 'staged' : 'staged gone') : ''}>
    <th role="rowheader" scope="row" class="subject">
      <span
        ><bdi dir="ltr" title=${shown.name}>${name}</bdi>
        ${change ? badge(change.after ? 'info' : 'danger', t(word(change))) : nothing}</span
      >
    </th>
    <td role="cell" data-label=${t('type')}>${shown.type}</td>
    <td role="cell" class="end" data-label=${t('ttl')}>
      <span>${humanTtl(i18n.language, shown.ttl)} <small class="muted">${i18n.number(shown.ttl)}</small></span>
    </td>
    <td role="cell" data-label=${t('content')}>
      <div class="values">
        ${shown.records.map((record) => valueLine(record, i18n))}
        ${shown.comment ? html`<small class="muted"><span class="visually-hidden">${t('comment')}: </span><bdi>${shown.comment}</bdi></small>` : nothing}
      </div>
    </td>
    <td role="cell" data-label=${t('changed')}>${shown.changedAt ? i18n.instant(shown.changedAt) : t('none')}</td>
    <td role="cell" data-label=${t('actions')}>
      ${shown.editable ? buttons(row, name, i18n) : html`<small class="muted">${t('managed')}</small>`}
    </td>
  </tr>`;
}
