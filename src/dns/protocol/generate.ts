import type { Token } from './tokens.js';

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

/**
 * The entries that a `$GENERATE start-stop[/step] …` line stands for; undefined when it is not understood or when they would
 * have more than `room` characters.
 */
export function expandGenerate([range, ...template]: readonly Token[], room: number): Token[][] | undefined {
  const [, start, stop, step = '1'] = /^(\d{1,9})-(\d{1,9})(?:\/(\d{1,9}))?$/.exec(range?.text ?? '') ?? [];
  const count = Math.floor((Number(stop) - Number(start)) / Number(step)) + 1;
  const length = template.reduce((sum, { text }) => sum + text.length + 10, 0);
  if (template.length < 3 || !(count > 0 && count * length <= room)) return undefined;
  const entries: Token[][] = [];
  for (let index = 0; index < count; index++) {
    const texts = template.map(({ text }) => substitute(text, Number(start) + index * Number(step)));
    if (texts.includes(undefined)) return undefined;
    entries.push(template.map(({ quoted }, at) => ({ text: texts[at]!, quoted })));
  }
  return entries;
}
