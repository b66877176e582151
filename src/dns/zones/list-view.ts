import { html, nothing, type TemplateResult } from 'lit';
import { badge, type Tone } from '../../ui/badge.js';
import { itemLink } from '../../ui/links.js';
import type { DnsLocalize } from '../records/list-view.js';
import type { DnsZone } from '../staged-changes.js';

export type ZoneAction = 'open' | 'export' | 'import' | 'delete';

interface ZoneRow {
  allowed: Record<ZoneAction, boolean>;
  act: Record<ZoneAction, () => void>;
  counted: boolean;
  itemHref: string | undefined;
}

const tones: Record<string, Tone> = { active: 'success', 'pending-delegation': 'warning', stale: 'warning' };

/** A zone; its name leads to its records. */
export function zoneRow(zone: DnsZone, i18n: DnsLocalize, { allowed, act, counted, itemHref }: ZoneRow): TemplateResult {
  const { t } = i18n;
  const name = zone.unicodeName || zone.name || t('unlabelled');
  const ascii = zone.name.replace(/(?<=.)\.$/, '');
  const tone = Object.hasOwn(tones, zone.status) ? tones[zone.status]! : 'neutral';
  const button = (action: 'export' | 'import' | 'delete') =>
    allowed[action]
      ? html`<button
          type="button"
          class="link"
          aria-label=${t(`${action}Zone`, name)}
          .textContent=${t(action)}
          @click=${act[action]}
        ></button>`
      : nothing;
  return html`<tr role="row" part="row">
    <th role="rowheader" scope="row" class="subject">
      ${allowed.open ? itemLink(itemHref, zone.id, name, act.open) : html`<bdi .textContent=${name}></bdi>`}
      ${ascii === name ? nothing : html`<small class="muted ascii"><bdi .textContent=${ascii}></bdi></small>`}
    </th>
    <td role="cell" data-label=${t('type')} .textContent=${i18n.label(`type-${zone.type}`, zone.type)}></td>
    ${counted ? html`<td role="cell" class="end" data-label=${t('records')} .textContent=${i18n.number(zone.recordCount)}></td>` : nothing}
    <td role="cell" data-label=${t('dnssec')} .textContent=${zone.dnssec ? t('signed') : t('unsigned')}></td>
    <td role="cell" class="end" data-label=${t('serial')} .textContent=${Number.isFinite(zone.serial) ? `${zone.serial}` : t('none')}></td>
    <td role="cell" data-label=${t('changed')} .textContent=${i18n.instant(zone.changedAt)}></td>
    <td role="cell" data-label=${t('status')}>${badge(tone, i18n.label(`status-${zone.status}`, zone.statusLabel || zone.status))}</td>
    <td role="cell" data-label=${t('actions')}>${button('import')}${button('export')}${button('delete')}</td>
  </tr>`;
}
