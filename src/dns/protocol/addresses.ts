/** An IPv4 address in its one form (four decimal numbers without leading zeros); undefined when it is none. */
export function parseIPv4(text: string): string | undefined {
  return /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d|0)(?:\.(?!$)|$)){4}$/.test(text) && !/(?:^|\.)0\d/.test(text) ? text : undefined;
}

/** An IPv6 address without the dotted form of its last 32 bits, which not every browser reads in all places. */
const hexadecimal = (text: string): string =>
  text.replace(/[^:]*\.[^:]*$/, (dotted) => {
    const octets = parseIPv4(dotted)?.split('.').map(Number);
    return octets ? [0, 2].map((at) => (octets[at]! * 256 + octets[at + 1]!).toString(16)).join(':') : 'x';
  });

/** An IPv6 address as RFC 5952 wants it written; undefined when it is none. */
export function parseIPv6(text: string): string | undefined {
  const groups = hexadecimal(text);
  if (!/^[0-9a-f:]+$/i.test(groups)) return undefined;
  try {
    const address = new URL(`http://[${groups}]`).hostname.slice(1, -1);
    const mapped = /^::ffff:([0-9a-f]+):([0-9a-f]+)$/.exec(address);
    if (!mapped) return address;
    return (
      '::ffff:' +
      mapped
        .slice(1)
        .map((group) => `${parseInt(group, 16) >> 8}.${parseInt(group, 16) & 255}`)
        .join('.')
    );
  } catch {
    return undefined;
  }
}

/** The name under which an address has its PTR record (RFC 1035, 3.5; RFC 3596, 2.5); undefined for no address. */
export function pointerName(address: string): string | undefined {
  const four = parseIPv4(address);
  if (four) return four.split('.').reverse().join('.') + '.in-addr.arpa.';
  const six = parseIPv6(address);
  if (!six) return undefined;
  const [head, tail] = hexadecimal(six)
    .split('::')
    .map((part) => (part ? part.split(':') : []));
  const zeros = Array<string>(8 - head!.length - (tail?.length ?? 0)).fill('0');
  const digits = [...head!, ...zeros, ...(tail ?? [])].map((group) => group.padStart(4, '0')).join('');
  return [...digits].reverse().join('.') + '.ip6.arpa.';
}

/** The address of a PTR record's owner name; undefined when the name is not that of one whole address. */
export function pointerAddress(name: string): string | undefined {
  const four = /^((?:\d+\.){4})in-addr\.arpa\.$/i.exec(name)?.[1];
  if (four) return parseIPv4(four.split('.').slice(0, 4).reverse().join('.'));
  const six = /^((?:[0-9a-f]\.){32})ip6\.arpa\.$/i.exec(name)?.[1];
  if (!six) return undefined;
  const digits = six.replaceAll('.', '').split('').reverse().join('');
  return parseIPv6(digits.match(/..../g)!.join(':'));
}
