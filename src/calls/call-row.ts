import { html, nothing, type TemplateResult } from 'lit';
import type { PortalElement } from '../core/portal-element.js';
import { itemLink } from '../ui/links.js';
import type { Column } from '../ui/list-view.js';
import { callCost, callDirection, callParty, callResult, type Call, type CallLocalize } from './call-parts.js';

interface Options {
  itemHref: string | undefined;
  open: (call: Call) => void;
}

/** The columns of a list of calls. */
export function callColumns(host: PortalElement, { t }: CallLocalize): Column[] {
  return [
    { key: 'time', label: t('time'), width: 7.75, sort: 'startedAt' },
    { key: 'direction', label: t('direction'), width: 7 },
    { key: 'from', label: t('from'), width: 9.5 },
    { key: 'to', label: t('to'), width: 9.5 },
    { key: 'destination', label: t('destination'), width: 6.75, folds: true },
    { key: 'duration', label: t('duration'), width: 6.25, sort: 'duration', end: true },
    { key: 'result', label: t('result'), width: 9.25 },
    ...(host.hides('calls.cost') ? [] : [{ key: 'cost', label: t('cost'), width: 6.75, sort: 'cost', end: true }]),
  ];
}

/** A call as a row of a list. */
export function callRow(host: PortalElement, call: Call, i18n: CallLocalize, { itemHref, open }: Options): TemplateResult {
  const { t, instant, duration } = i18n;
  return html`<tr role="row" part="row">
    <th role="rowheader" scope="row" class="subject">${itemLink(itemHref, call.id, instant(call.startedAt), () => open(call))}</th>
    <td role="cell" data-label=${t('direction')} .textContent=${callDirection(call, i18n)}></td>
    <td role="cell" data-label=${t('from')}>${callParty(call.from, i18n)}</td>
    <td role="cell" data-label=${t('to')}>
      <span
        >${callParty(call.to, i18n)} <small class="under muted"><bdi .textContent=${call.destination ?? ''}></bdi></small
      ></span>
    </td>
    <td role="cell" data-label=${t('destination')}><bdi .textContent=${call.destination || t('none')}></bdi></td>
    <td role="cell" class="end" data-label=${t('duration')} .textContent=${duration(call.durationSeconds)}></td>
    <td role="cell" data-label=${t('result')}>${callResult(call, i18n)}${marks(call, i18n)}</td>
    ${host.hides('calls.cost') ? nothing : html`<td role="cell" class="end" data-label=${t('cost')}>${callCost(call, i18n)}</td>`}
  </tr>`;
}

/** What else there is to find in a call: its legs, its recording. */
function marks({ legCount = 1, recording }: Call, { t }: CallLocalize): TemplateResult | typeof nothing {
  const words = [legCount > 1 && t('legCount', legCount), recording?.available && t('recorded')].filter(Boolean);
  return words.length > 0 ? html`<small class="marks muted" .textContent=${words.join(' · ')}></small>` : nothing;
}
