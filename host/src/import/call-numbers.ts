const short = /^[*#]?\d{1,6}#?$|^\*[\d*#]*$/;
const long = /^\+?\d{7,}$/;
/** A name within the dialplan, such as `s` or `queue-1`. */
const named = /^[a-z][\w-]*$/i;

/** The direction of a call: told by the name of the dialplan's context, else by the side that has a short number. */
export function directionOf(from: string, to: string, context: string): string {
  if (/(^|[-_])(pstn|trunk|did|incoming|inbound|external|public)([-_]|$)/i.test(context)) return 'in';
  const isInside = short.test(to) || named.test(to);
  if (short.test(from) && isInside) return 'internal';
  if (short.test(from) && long.test(to)) return 'out';
  if (long.test(from) && isInside) return 'in';
  if (/(^|[-_])(outgoing|outbound|outrt|internal)([-_]|$)/i.test(context)) return 'out';
  return long.test(from) && !long.test(to) ? 'in' : 'out';
}

/** The number as sent; two zeros abroad become the plus of E.164. Null when the caller hid it. */
export function numberOf(text: string): string | null {
  if (text === '' || /^(anonymous|unknown|unavailable|restricted|private|withheld)$/i.test(text)) return null;
  return /^00[1-9]\d{6,14}$/.test(text) ? `+${text.slice(2)}` : text;
}

/** The caller's name, unless it only repeats the number or the number is hidden. */
export const nameOf = (name: string, number: string): string | null =>
  name === '' || name === number || numberOf(number) === null ? null : name;

/** The extension of a device, as in `PJSIP/301-00000004`, else a short number that is one itself. */
export function extensionOf(number: string, channel = ''): string | null {
  const device = /^[A-Za-z0-9]+\/(\d{2,5})(?=[-@]|$)/.exec(channel)?.[1];
  return device ?? (/^\d{2,5}$/.test(number) ? number : null);
}
