import type { components } from '../api/schema.js';
import type { LocalizeController } from '../core/localize-controller.js';
import type { trafficReport } from './texts/traffic-report.js';
import { formatBitRate, formatBytes, formatPercent, type UnitBase } from '../i18n/units.js';

type Quantity = components['schemas']['TrafficQuantity'];
export type TrafficLocalize = LocalizeController<typeof trafficReport.english>;

/** Volumes, rates and shares in words; what is not known is a dash. */
export class TrafficFormats {
  constructor(
    private readonly i18n: Pick<LocalizeController<Record<never, never>>, 'language' | 't' | 'number'>,
    private readonly units: UnitBase,
  ) {}

  readonly bytes = (bytes: string | number | null | undefined): string =>
    (bytes == null ? undefined : formatBytes(this.i18n.language, bytes, this.units)) ?? this.i18n.t('none');

  readonly rate = (bitsPerSecond: number | null | undefined): string =>
    (bitsPerSecond == null ? undefined : formatBitRate(this.i18n.language, bitsPerSecond)) ?? this.i18n.t('none');

  readonly percent = (percent: number | null | undefined): string =>
    (percent == null ? undefined : formatPercent(this.i18n.language, percent)) ?? this.i18n.t('none');

  /** In the unit by which the contract is billed; one that is not known is named as the server names it. */
  readonly quantity = ({ amount, unit }: Quantity): string => {
    if (unit === 'byte') return this.bytes(amount);
    return unit === 'bit/s' ? this.rate(Number(amount)) : `${this.i18n.number(Number(amount))} ${unit}`;
  };
}
