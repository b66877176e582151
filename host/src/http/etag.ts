import { createHash } from 'node:crypto';
import { Problem } from './problem.js';

/** The version of a record whose changes are counted, as its entity tag. */
export const etagOf = ({ version }: { version: number }): string => `"${version}"`;

/** The version of a record whose changes are not counted: another one once anything of `state` has changed. */
export const etagOfState = (state: unknown): string =>
  `"${createHash('sha256').update(JSON.stringify(state)).digest('base64url').slice(0, 22)}"`;

/** The version that an answer carries in its body; its `ETag` header says the same. */
export const etagIn = (body: unknown): string | undefined =>
  typeof body === 'object' && body !== null && 'etag' in body && typeof body.etag === 'string' ? body.etag : undefined;

/** Throws 412 unless `If-Match` names the present version. Tags are compared strongly, so a weak one never matches (RFC 9110, 13.1.1). */
export function requireMatch(ifMatch: string | undefined, etag: string, title: string): void {
  const tags = (ifMatch ?? '').split(',').map((tag) => tag.trim());
  if (tags.includes('*') || tags.includes(etag)) return;
  throw new Problem(412, title, { headers: { ETag: etag }, detail: 'Look at its present state and try again.' });
}
