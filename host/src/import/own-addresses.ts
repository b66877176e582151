import { BlockList, isIP, SocketAddress } from 'node:net';
import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/tables.js';

const families = { 4: 'ipv4', 6: 'ipv6' } as const;
const mostRemembered = 100_000;

interface Prefix {
  address: string;
  length: number;
  family: 4 | 6;
}

/** Tells which addresses belong to a contract. */
export class OwnAddresses {
  private readonly prefixes = new BlockList();
  private readonly texts = new Set<string>();
  /** Files name the same addresses again and again. */
  private readonly remembered = new Map<string, string | undefined>();

  constructor(prefixes: readonly Prefix[]) {
    for (const { address, length, family } of prefixes) {
      this.prefixes.addSubnet(address, length, families[family]);
      this.texts.add(`${canonical(address)}/${length}`);
    }
  }

  static async of(database: Kysely<Database>, contractId: string): Promise<OwnAddresses> {
    const { rows } = await sql<Prefix>`
      select host(network(prefix)) as address, masklen(prefix) as length, family(prefix) as family
      from traffic_addresses where contract_id = ${contractId}`.execute(database);
    return new OwnAddresses(rows);
  }

  /** The address as RFC 5952 writes it, or a subnet that the contract has as a whole; undefined when it is not the contract's, or none. */
  find(text: string): string | undefined {
    if (this.remembered.has(text)) return this.remembered.get(text);
    if (this.remembered.size >= mostRemembered) this.remembered.clear();
    const found = text.includes('/') ? this.subnet(text) : this.address(text);
    this.remembered.set(text, found);
    return found;
  }

  private address(text: string): string | undefined {
    const address = canonical(text);
    const family = isIP(address ?? '') as 0 | 4 | 6;
    return family !== 0 && this.prefixes.check(address!, families[family]) ? address : undefined;
  }

  private subnet(text: string): string | undefined {
    const [address = '', length = ''] = text.split('/');
    const subnet = `${canonical(address)}/${length}`;
    return this.texts.has(subnet) ? subnet : undefined;
  }
}

/** The address as RFC 5952 writes it, IPv4 in IPv6 as IPv4; undefined when it is none. */
function canonical(text: string): string | undefined {
  const family = isIP(text) as 0 | 4 | 6;
  if (family === 0 || text.includes('%')) return undefined;
  const { address } = new SocketAddress({ address: text, family: families[family] });
  const mapped = address.replace(/^::ffff:/, '');
  return isIP(mapped) === 4 ? mapped : address;
}
