import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { formatDays } from '../i18n/days.js';
import type { ContractChoice } from '../core/business/contract-choice.js';
import { isDay } from '../core/business/period.js';
import { optionsView } from '../ui/select-view.js';
import type { PeriodQuery, TrafficPeriod } from './traffic.js';
import { trafficReport as texts } from './texts/traffic-report.js';
import { shared } from '../i18n/texts/shared.js';
import type { SharedLocalize } from '../core/localize-controller.js';

const value = (event: Event) => (event.currentTarget as HTMLInputElement).value;

/** The choice between several contracts with traffic. */
export function contractField(contract: ContractChoice, i18n: SharedLocalize): TemplateResult | typeof nothing {
  const t = i18n.in(texts);
  if (contract.contracts.length < 2) return nothing;
  return html`<label class="field contract">
    <span>${t('contract')}</span>
    <select @change=${(event: Event) => contract.choose(value(event))}>
      ${contract.contracts.some(({ id }) => id === contract.id) ? nothing : html`<option value="" selected .textContent=${i18n.in(shared)('none')}></option>`}
      ${optionsView(
        contract.contracts.map(({ id, number, name }) => [id, `${number} ${name}`]),
        contract.id,
      )}
    </select>
  </label>`;
}

interface Shown {
  period: TrafficPeriod;
  periods: readonly TrafficPeriod[];
}

/** The periods to choose from by key, and the key of the one that is chosen. */
function periodChoices({ period = 'current' }: PeriodQuery, shown: Shown | undefined, own: boolean, i18n: SharedLocalize) {
  const t = i18n.in(texts);
  const days = ({ firstOn, lastOn }: TrafficPeriod) => formatDays(i18n.language, firstOn, lastOn) ?? '';
  const current = shown?.periods.find((each) => each.isCurrent);
  const former = shown?.periods.filter((each) => !each.isCurrent) ?? [];
  const choices: [key: string, label: string][] = [
    ['current', current ? t('currentDays', days(current)) : t('currentPeriod')],
    ...former.map((each): [string, string] => [each.key ?? '', days(each)]),
  ];
  const key = period === 'previous' ? (former[0]?.key ?? period) : period === current?.key ? 'current' : period;
  if (!own && !choices.some(([each]) => each === key))
    choices.push([key, key === 'previous' ? t('previousPeriod') : shown && shown.period.key === key ? days(shown.period) : key]);
  return { choices, key };
}

function dayField(label: string, day: string, choose: (day: string) => void): TemplateResult {
  const change = (event: Event) => isDay(value(event)) && choose(value(event));
  return html`<label class="field">
    <span>${label}</span>
    <input type="date" .value=${live(day)} @change=${change} />
  </label>`;
}

/** The choice of a billing period, or of days of one's own; `shown` is what the server last answered. */
export function periodFields(
  query: PeriodQuery,
  shown: Shown | undefined,
  i18n: SharedLocalize,
  choose: (query: PeriodQuery) => void,
): TemplateResult {
  const t = i18n.in(texts);
  const { from, to } = query;
  const own = from !== undefined && to !== undefined;
  const { choices, key } = periodChoices(query, shown, own, i18n);
  const { firstOn = '', lastOn = '' } = shown?.period ?? {};
  const chooseKey = (chosen: string) => choose(chosen === 'own' ? { from: firstOn, to: lastOn } : { period: chosen });
  return html`<label class="field period">
      <span>${t('period')}</span>
      <select @change=${(event: Event) => chooseKey(value(event))}>
        ${optionsView(choices, own ? 'own' : key)}
        <option value="own" .selected=${live(own)} ?disabled=${!shown} .textContent=${t('ownDays')}></option>
      </select>
    </label>
    ${
      own
        ? [
            dayField(t('firstDay'), from, (day) => choose({ from: day, to: day > to ? day : to })),
            dayField(t('lastDay'), to, (day) => choose({ from: day < from ? day : from, to: day })),
          ]
        : nothing
    }`;
}
