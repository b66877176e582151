import { Problem } from './problem.js';

/** Throws 412 unless `If-Match` names the present version. Tags are compared strongly, so a weak one never matches (RFC 9110, 13.1.1). */
export function requireMatch(ifMatch: string | undefined, etag: string, title: string): void {
  const tags = (ifMatch ?? '').split(',').map((tag) => tag.trim());
  if (tags.includes('*') || tags.includes(etag)) return;
  throw new Problem(412, title, { headers: { ETag: etag }, detail: 'Look at its present state and try again.' });
}
