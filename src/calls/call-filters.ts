import { html, nothing, type TemplateResult } from 'lit';
import type { ListController } from '../core/list-controller.js';
import type { PortalElement } from '../core/portal-element.js';
import type { ListToolbar } from '../ui/list-view.js';
import type { Call, CallLocalize, CallPage } from './call-parts.js';
import type { ContractChoice } from '../core/contract-choice.js';
import { periodNames, type Period } from '../core/period.js';

type Choices = readonly (readonly [value: string, label: string])[];

interface Options {
  contract: ContractChoice;
  period: Period;
}

/** Contract, text, period, direction, result, duration and, where it is shown, cost. */
export function callFilterFields(
  host: PortalElement,
  tools: ListToolbar,
  list: ListController<Call, CallPage>,
  i18n: CallLocalize,
  { contract, period }: Options,
): unknown {
  const { t } = i18n;
  const { search, choice, input } = tools;
  const labelled = (name: string, values: readonly string[]): Choices =>
    values.map((value) => [value, i18n.label(`${name}-${value}`, value)]);
  const orAll = (choices: Choices): Choices => [['', t('all')], ...choices];
  const contracts: Choices = contract.contracts.map(({ id, number, name }) => [id, `${number} ${name}`]);
  const results = ['answered', 'no-answer', 'busy', 'failed', 'congestion', 'cancelled', 'voicemail'];
  return [
    contracts.length > 1 ? select('contract', t('contract'), contract.id ?? '', contracts, contract.choose) : nothing,
    search(list, t('search')),
    select('period', t('period'), period.name, labelled('period', [...periodNames, 'custom']), (name) =>
      list.filter(periodChange(name, period)),
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

/** Days of one's own start from the days that were shown. */
function periodChange(name: string, { firstDay = '', lastDay = '' }: Period): Record<string, string> {
  return name === 'custom' ? { period: '', from: firstDay, to: lastDay } : { period: name, from: '', to: '' };
}

function select(name: string, label: string, current: string, choices: Choices, choose: (value: string) => void): TemplateResult {
  return html`<label class="field">
    <span>${label}</span>
    <select name=${name} @change=${(event: Event) => choose((event.currentTarget as HTMLSelectElement).value)}>
      ${choices.map(([value, text]) => html`<option value=${value} ?selected=${value === current} .textContent=${text}></option>`)}
    </select>
  </label>`;
}
