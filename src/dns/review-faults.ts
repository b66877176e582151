import type { Problem } from '../api/problem.js';
import { rrsetKey, type StagedChange } from './staged-changes.js';

/** What the server says of one change: the path within it, a code and a sentence. */
export interface Fault {
  path: string;
  code?: string;
  detail: string;
}

/** The objections to the changes that were sent, by their record set; those to none of them are left out. */
export function readFaults({ errors = [] }: Partial<Problem>, sent: readonly StagedChange[]): Map<string, Fault[]> {
  const faults = new Map<string, Fault[]>();
  for (const { pointer = '', code, detail } of errors) {
    const [, index, path = ''] = /^\/changes\/(\d+)\/?(.*)$/.exec(pointer) ?? [];
    const change = index === undefined ? undefined : sent[Number(index)];
    if (!change) continue;
    const key = rrsetKey((change.after ?? change.before)!);
    faults.set(key, [...(faults.get(key) ?? []), { path, detail, ...(code !== undefined && { code }) }]);
  }
  return faults;
}
