import type { Token } from './tokens.js';

const most = 65_536;

/** One number in the place of `$`, `${offset}` or `${offset,width,base}` (BIND 9, `$GENERATE`). */
function substitute(text: string, number: number): string | undefined {
  let valid = true;
  const result = text.replace(/\\\$|\$\$|\$\{([^}]*)\}|\$/g, (found, modifier?: string) => {
    if (found === '\\$' || found === '$$') return '$';
    const [, offset = '0', width = '0', base = 'd'] = /^(-?\d{1,9})(?:,(\d{1,2})(?:,([doxX]))?)?$/.exec(modifier ?? '0') ?? [];
    const value = number + Number(offset);
    if (value < 0 || (modifier !== undefined && !/^-?\d{1,9}(?:,\d{1,2}(?:,[doxX])?)?$/.test(modifier))) valid = false;
    const digits = Math.abs(value).toString(base === 'd' ? 10 : base === 'o' ? 8 : 16);
    return (base === 'X' ? digits.toUpperCase() : digits).padStart(Number(width), '0');
  });
  return valid ? result : undefined;
}

/** The entries that a `$GENERATE start-stop[/step] …` line stands for; undefined when it is not understood or too long. */
export function expandGenerate([range, ...template]: readonly Token[]): Token[][] | undefined {
  const [, start, stop, step = '1'] = /^(\d{1,9})-(\d{1,9})(?:\/(\d{1,9}))?$/.exec(range?.text ?? '') ?? [];
  if (!start || !stop || Number(step) === 0 || template.length < 3) return undefined;
  if ((Number(stop) - Number(start)) / Number(step) >= most || Number(stop) < Number(start)) return undefined;
  const entries: Token[][] = [];
  for (let number = Number(start); number <= Number(stop); number += Number(step)) {
    const entry = template.map(({ text, quoted }) => ({ text: substitute(text, number) ?? '', quoted }));
    if (entry.some((token, index) => token.text === '' && template[index]!.text !== '')) return undefined;
    entries.push(entry);
  }
  return entries;
}
