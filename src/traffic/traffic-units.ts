import { warnOnce } from '../core/warn.js';
import type { UnitBase } from '../i18n/units.js';

/** Reads the attribute `units`; a wrong one is `decimal`. */
export function readUnits(value: string | null): UnitBase {
  if (value === 'binary' || value === 'decimal' || value === null) return value ?? 'decimal';
  warnOnce(`units="${value}" is neither decimal nor binary; decimal is used.`);
  return 'decimal';
}
