import { absoluteName } from './names.js';

/** Punycode (RFC 3492, 6.2) without its prefix; undefined when it is not well-formed. */
function decodePunycode(text: string): string | undefined {
  const delimiter = text.lastIndexOf('-');
  const output = delimiter > 0 ? [...text.slice(0, delimiter)] : [];
  let code = 128;
  let index = 0;
  let bias = 72;
  let position = delimiter > 0 ? delimiter + 1 : 0;
  while (position < text.length) {
    const start = index;
    for (let weight = 1, step = 36; ; step += 36) {
      const digit = '0123456789'.includes(text[position]!) ? Number(text[position]) + 26 : (text.codePointAt(position) ?? 0) - 97;
      if (position++ >= text.length || digit < 0 || digit > 35) return undefined;
      index += digit * weight;
      const threshold = Math.min(Math.max(step - bias, 1), 26);
      if (digit < threshold) break;
      weight *= 36 - threshold;
    }
    const length = output.length + 1;
    let delta = Math.floor((index - start) / (start === 0 ? 700 : 2));
    delta += Math.floor(delta / length);
    for (bias = 0; delta > 455; bias += 36) delta = Math.floor(delta / 35);
    bias += Math.floor((36 * delta) / (delta + 38));
    code += Math.floor(index / length);
    index %= length;
    if (code > 0x10ffff) return undefined;
    output.splice(index++, 0, String.fromCodePoint(code));
  }
  return output.join('');
}

/**
 * A name for display: A-labels as the text they stand for, without the final dot. A label that does not lead back to the
 * same A-label stays as it is, so that nothing is shown that could not have been registered.
 */
export function unicodeName(name: string): string {
  return name
    .split('.')
    .map((label) => {
      const text = /^xn--/i.test(label) ? decodePunycode(label.slice(4).toLowerCase()) : undefined;
      return text && absoluteName(text + '.') === label.toLowerCase() + '.' ? text : label;
    })
    .join('.')
    .replace(/(?<=.)\.$/, '');
}
