import type { Connection } from '../../api/connection.js';
import { unwrap } from '../../api/problem.js';
import { rrsetKey, type DnsZone, type Rrset } from '../staged-changes.js';

/** The record sets of one owner name, or one of them, as the server has them now. */
export async function presentRrsets(
  { api }: Connection,
  zoneId: string,
  { name, type }: { name: string; type?: string },
): Promise<{ zone: DnsZone; items: Rrset[] }> {
  const query = { name, type, limit: 200 };
  return await unwrap(api.GET('/dns-zones/{zoneId}/rrsets', { params: { path: { zoneId }, query } }));
}

/** The number of sets asked for at a time. */
const batch = 6;

/** The present state of each of the sets, `null` where there is none, with the version of the zone it was read from. */
export async function presentStates(
  connection: Connection,
  zoneId: string,
  rrsets: readonly Pick<Rrset, 'name' | 'type'>[],
): Promise<{ etag: string; theirs: Rrset | null }[]> {
  const states: { etag: string; theirs: Rrset | null }[] = [];
  for (let at = 0; at < rrsets.length; at += batch) {
    const answers = rrsets.slice(at, at + batch).map(async (rrset) => {
      const { zone, items } = await presentRrsets(connection, zoneId, rrset);
      return { etag: zone.etag, theirs: items.find((each) => rrsetKey(each) === rrsetKey(rrset)) ?? null };
    });
    states.push(...(await Promise.all(answers)));
  }
  return states;
}
