/** An IPv4 address in its one form (four decimal numbers without leading zeros); undefined when it is none. */
export function parseIPv4(text: string): string | undefined {
  return /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d|0)(?:\.(?!$)|$)){4}$/.test(text) && !/(?:^|\.)0\d/.test(text) ? text : undefined;
}

/** An IPv6 address as RFC 5952 wants it written; undefined when it is none. */
export function parseIPv6(text: string): string | undefined {
  if (!/^[0-9a-f:.]+$/i.test(text)) return undefined;
  try {
    const address = new URL(`http://[${text}]`).hostname.slice(1, -1);
    const mapped = /^::ffff:([0-9a-f]+):([0-9a-f]+)$/.exec(address);
    if (!mapped) return address;
    const octets = mapped.slice(1).flatMap((group) => [parseInt(group, 16) >> 8, parseInt(group, 16) & 255]);
    return `::ffff:${octets.join('.')}`;
  } catch {
    return undefined;
  }
}

/** The name under which an address has its PTR record (RFC 1035, 3.5; RFC 3596, 2.5); undefined for no address. */
export function pointerName(address: string): string | undefined {
  const four = parseIPv4(address);
  if (four) return four.split('.').reverse().join('.') + '.in-addr.arpa.';
  if (!parseIPv6(address)) return undefined;
  const plain = address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, ...parts) =>
    [0, 2].map((at) => (Number(parts[at]) * 256 + Number(parts[at + 1])).toString(16)).join(':'),
  );
  const [head = '', tail] = plain.split('::');
  const groups = (part?: string) => (part ? part.split(':') : []);
  const missing = tail === undefined ? 0 : 8 - groups(head).length - groups(tail).length;
  const digits = [...groups(head), ...Array<string>(missing).fill('0'), ...groups(tail)].map((group) => group.padStart(4, '0')).join('');
  return [...digits.toLowerCase()].reverse().join('.') + '.ip6.arpa.';
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
