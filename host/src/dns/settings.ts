import { absoluteName } from 'portal-elements/dns.js';

/** The company's settings for new zones. */
export interface DnsSettings {
  /** Absolute names; the first is the primary in the SOA. */
  nameServers: readonly [string, ...string[]];
  /** The mailbox in the SOA, as a name. */
  contact: string;
  ttl: number;
  minTtl: number;
  maxTtl: number;
}

function names(variable: string, text: string): string[] {
  return text.split(/[\s,]+/).map((part) => {
    const name = absoluteName(part.replace(/\.?$/, '.'));
    if (!name) throw new Error(`${variable} must hold domain names, not "${part}".`);
    return name;
  });
}

function seconds(variable: string, text: string): number {
  if (!/^\d{1,10}$/.test(text) || Number(text) > 2_147_483_647) throw new Error(`${variable} must be a number of seconds, not "${text}".`);
  return Number(text);
}

/** Reads the settings from environment variables; the defaults serve the sample company. */
export function readDnsSettings(environment: Readonly<Record<string, string | undefined>> = process.env): DnsSettings {
  const read = (variable: string, fallback: string) => environment[variable] || fallback;
  return {
    nameServers: names('PORTAL_NAME_SERVERS', read('PORTAL_NAME_SERVERS', 'ns1.hosting.example ns2.hosting.example')) as [string],
    contact: names('PORTAL_DNS_CONTACT', read('PORTAL_DNS_CONTACT', 'hostmaster.hosting.example'))[0]!,
    ttl: seconds('PORTAL_DNS_TTL', read('PORTAL_DNS_TTL', '3600')),
    minTtl: seconds('PORTAL_DNS_MIN_TTL', read('PORTAL_DNS_MIN_TTL', '60')),
    maxTtl: seconds('PORTAL_DNS_MAX_TTL', read('PORTAL_DNS_MAX_TTL', '2147483647')),
  };
}
