import assert from 'node:assert/strict';
import type { components } from 'portal-elements/contract';

type Problem = components['schemas']['Problem'];

/** The end of a problem's `type`, which tells kinds of problems apart. */
export async function kindOf(response: Response): Promise<string | undefined> {
  return ((await response.json()) as Problem).type?.split(':').at(-1);
}

/** Status and kind in one, such as `409 last-owner`. */
export async function outcome(response: Response): Promise<string> {
  if (response.ok) return String(response.status);
  return `${response.status} ${await kindOf(response)}`;
}

/** Where the faults of a request are, and what they are: `/password too-short`. */
export async function faultsOf(response: Response): Promise<string[]> {
  const { errors = [] } = (await response.json()) as Problem;
  return errors.map(({ pointer, code }) => `${pointer} ${code}`);
}

/** The answer to a request that is to succeed. */
export async function answered<T>(response: Promise<Response>, status = 200): Promise<T> {
  const given = await response;
  assert.equal(given.status, status, await given.clone().text());
  return (await given.json()) as T;
}
