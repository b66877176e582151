import type { Api } from '../../api/connection.js';
import type { Answer } from '../../api/problem.js';

/** Asks for a zone as a zone file. */
export function fetchZoneFile(api: Api, zoneId: string): Promise<Answer<unknown>> {
  const params = { path: { zoneId } };
  return api.GET('/dns-zones/{zoneId}/export', { params, headers: { Accept: 'text/dns' }, parseAs: 'blob' } as never);
}
