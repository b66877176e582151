import { html, nothing, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import type { LocalizeController } from '../core/localize-controller.js';
import type { contract as texts } from './texts/contract.js';
import { formatBitRate, formatBytes } from '../i18n/units.js';
import { facts } from '../ui/detail-view.js';
import { contractPrice, type Contract, type ContractsLocalize } from './contract-parts.js';

export type ContractLocalize = LocalizeController<typeof texts.english>;
type Entry = readonly [label: string, value: unknown];
type Fact = components['schemas']['ContractFact'];

/** One value as its type says; what is not of that type, or of a type that is not known, as it is. */
function written(value: string, type: string | undefined, { t, day, number, language }: ContractLocalize): string | undefined {
  if (type === 'day') return day(value);
  if (type === 'boolean' && /^(true|false)$/.test(value)) return t(value === 'true' ? 'yes' : 'no');
  if (!/^-?\d+(\.\d+)?$/.test(value)) return value;
  if (type === 'number') return number(Number(value));
  if (type === 'bytes') return formatBytes(language, value);
  return type === 'bits-per-second' ? formatBitRate(language, Number(value)) : value;
}

/** How much of a limit is used; the text beside it says the same. */
const meter = (value: string, limit: string): TemplateResult | typeof nothing =>
  Number(limit) > 0 && Number(value) >= 0
    ? html`<meter aria-hidden="true" max=${limit} high=${Number(limit) * 0.9} .value=${Number(value)}></meter>`
    : nothing;

function factValue({ values, type, limit }: Fact, i18n: ContractLocalize): unknown {
  const [first] = values;
  if (limit !== undefined && first !== undefined)
    return html`${i18n.t('ofLimit', written(first, type, i18n) ?? first, written(limit, type, i18n) ?? limit)} ${meter(first, limit)}`;
  return values.map((value) => html`<span class="value"><bdi .textContent=${written(value, type, i18n) ?? value}></bdi></span>`);
}

/** What a kind of contract adds; a fact that is not known to this release bears the company's own label. */
export const contractFacts = (all: readonly Fact[], i18n: ContractLocalize): TemplateResult =>
  facts(
    all
      .filter(({ values }) => values?.length > 0)
      .map((fact) => [i18n.label(`fact-${fact.key}`, fact.label || fact.key), factValue(fact, i18n)] as const),
  );

/** What every contract has: what it is for, from when to when, and for how much. */
export function contractTerms(contract: Contract, i18n: ContractLocalize, words: ContractsLocalize, hidesPrice: boolean): Entry[] {
  const { t, day } = i18n;
  const { identifier, status, startsOn, endsOn, renewsOn, cancelBy, price } = contract;
  const amount = contractPrice(contract, words);
  const taxed = price?.taxIncluded === undefined ? amount : t(price.taxIncluded ? 'inclusive' : 'exclusive', amount);
  return [
    [words.t('identifier'), identifier && html`<bdi>${identifier}</bdi>`],
    [words.t('price'), hidesPrice || !price ? undefined : taxed],
    [t(status === 'provisioning' ? 'starts' : 'since'), startsOn && day(startsOn)],
    [t(status === 'ended' ? 'ended' : 'ends'), endsOn && day(endsOn)],
    [t('renews'), endsOn ? undefined : renewsOn && day(renewsOn)],
    [t('cancelBy'), endsOn ? undefined : cancelBy && day(cancelBy)],
  ];
}
