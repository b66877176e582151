const units = [
  [604_800, 'week'],
  [86_400, 'day'],
  [3600, 'hour'],
  [60, 'minute'],
  [1, 'second'],
] as const;

/** Seconds in the largest unit that they fill, as people say it: `1 hour`, `1.5 days`, `≈ 1.2 days`. */
export function humanTtl(language: string, seconds: number): string {
  if (!Number.isFinite(seconds)) return '—';
  const [size, unit] = units.find(([size]) => seconds >= size) ?? units[4];
  const amount = Math.round((seconds / size) * 10) / 10;
  const text = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(amount);
  return amount * size === seconds ? text : `≈ ${text}`;
}
