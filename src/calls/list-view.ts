import { html, nothing, type TemplateResult } from 'lit';
import type { ContractChoice } from '../core/business/contract-choice.js';
import type { ListController } from '../core/loading/list-controller.js';
import type { LocalizeController } from '../core/localize-controller.js';
import { periodChange, periodNames, type Period } from '../core/business/period.js';
import type { PortalElement } from '../core/portal-element.js';
import { itemLink } from '../ui/links.js';
import type { Column, ListToolbar } from '../ui/lists/list-view.js';
import type { Choices } from '../ui/select-view.js';
import { callCost, callDirection, callDuration, callParty, callResult, type Call, type CallPage } from './call.js';
import type { calls } from './texts/calls.js';

type CallLocalize = LocalizeController<typeof calls.english>;
interface RowOptions {
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
export function callRow(host: PortalElement, call: Call, i18n: CallLocalize, { itemHref, open }: RowOptions): TemplateResult {
  const { t, instant } = i18n;
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
    <td role="cell" class="end" data-label=${t('duration')} .textContent=${callDuration(call.durationSeconds, i18n)}></td>
    <td role="cell" data-label=${t('result')}>${callResult(call, i18n)}${marks(call, i18n)}</td>
    ${host.hides('calls.cost') ? nothing : html`<td role="cell" class="end" data-label=${t('cost')}>${callCost(call, i18n)}</td>`}
  </tr>`;
}

/** Marks for legs and a recording. */
function marks({ legCount = 1, recording }: Call, { t }: CallLocalize): TemplateResult | typeof nothing {
  const words = [legCount > 1 && t('legCount', legCount), recording?.available && t('recorded')].filter(Boolean);
  return words.length > 0 ? html`<small class="marks muted" .textContent=${words.join(' · ')}></small>` : nothing;
}

interface FilterOptions {
  contract: ContractChoice;
  period: Period;
}

/** Contract, text, period, direction, result, duration and, where it is shown, cost. */
export function callFilterFields(
  host: PortalElement,
  toolbar: ListToolbar,
  list: ListController<Call, CallPage>,
  i18n: CallLocalize,
  { contract, period }: FilterOptions,
): unknown {
  const { t } = i18n;
  const { search, choice, input, select } = toolbar;
  const labelled = (name: string, values: readonly string[]): Choices =>
    values.map((value) => [value, i18n.label(`${name}-${value}`, value)]);
  const orAll = (choices: Choices): Choices => [['', t('all')], ...choices];
  const contracts: Choices = contract.contracts.map(({ id, number, name }) => [id, `${number} ${name}`]);
  const results = ['answered', 'no-answer', 'busy', 'failed', 'congestion', 'cancelled', 'voicemail'];
  return [
    contracts.length > 1 ? select(t('contract'), contract.id, contracts, contract.choose) : nothing,
    search(list, t('search')),
    select(t('period'), period.name, labelled('period', [...periodNames, 'custom']), (name) =>
      list.filter(periodChange(name, period.firstDay, period.lastDay)),
    ),
    ...(period.name === 'custom'
      ? [input(list, 'from', t('firstDay'), 'date').field(), input(list, 'to', t('lastDay'), 'date').field()]
      : []),
    choice(list, 'direction', t('direction'), orAll(labelled('direction', ['in', 'out', 'internal']))),
    choice(list, 'result', t('result'), orAll(labelled('result', results))),
    input(list, 'minDuration', t('minDuration'), 'number'),
    host.hides('calls.cost') ? nothing : input(list, 'minCost', t('minCost'), 'number'),
  ];
}
