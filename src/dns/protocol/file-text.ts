/** The text of a file: UTF-8, else its octets above 127 as `\DDD`. */
export function textOf(content: string | Uint8Array): string {
  if (typeof content === 'string') return content.replace(/^\ufeff/, '');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return Array.from(content, (octet) => (octet < 128 ? String.fromCharCode(octet) : `\\${octet}`)).join('');
  }
}
