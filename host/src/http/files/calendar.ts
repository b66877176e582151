/** A text without what none in a calendar may hold (RFC 5545, 3.3.11). */
export const plain = (text: string) => text.replace(/[\p{Cc}\p{Cs}]+/gu, ' ');

const most = 75;

/** A calendar with lines of at most 75 octets (RFC 5545, 3.1), whose characters stay whole; `ics` counts characters. */
export function foldedByOctets(calendar: string): string {
  return calendar
    .replace(/\r\n[\t ]/g, '')
    .split('\r\n')
    .map((line) => {
      let length = 0;
      return [...line].reduce((folded, character) => {
        const octets = Buffer.byteLength(character);
        const breaks = length + octets > most;
        length = breaks ? 1 + octets : length + octets;
        return folded + (breaks ? '\r\n ' : '') + character;
      }, '');
    })
    .join('\r\n');
}
