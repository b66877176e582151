/** Tells whether the character at `index` is escaped: an odd number of backslashes stands before it. */
const escapedAt = (text: string, index: number): boolean => /^(?:[^\\]|\\[^])*\\$/.test(text.slice(0, index));

/** Tells whether an absolute name is the zone's own or below it. */
export function isWithin(name: string, zone: string): boolean {
  if (name === zone || zone === '.') return true;
  return name.endsWith('.' + zone) && !escapedAt(name, name.length - zone.length - 1);
}

/** The name one label up; undefined for the root. */
export function parentName(name: string): string | undefined {
  if (name === '.') return undefined;
  return name.replace(/^(?:[^.\\]|\\[^])*\./, '') || '.';
}

/** The name as people write it inside its zone: `@`, `www`; absolute when it lies outside. */
export function relativeName(name: string, zone: string): string {
  if (name === zone) return '@';
  if (!isWithin(name, zone)) return name;
  return name.slice(0, name.length - (zone === '.' ? 1 : zone.length + 1));
}
