import type { CallLegTable, CallTable } from './tables.js';
import { callSearchText } from './search.js';

/** The columns of a leg, without the call it belongs to. */
export const legColumns = [
  'id', 'sequence', 'direction', 'from_number', 'from_name', 'from_extension', 'to_number', 'to_name', 'to_extension', 'dialled',
  'started_at', 'answered_at', 'ended_at', 'duration_seconds', 'billable_seconds', 'result',
] as const; // prettier-ignore

/** One leg of a call. */
export type CallLeg = Pick<CallLegTable, (typeof legColumns)[number]>;

/** The values that a call has from its legs. */
export type MergedCall = Pick<
  CallTable,
  | 'direction' | 'from_number' | 'from_name' | 'from_extension' | 'to_number' | 'to_name' | 'to_extension' | 'dialled' | 'started_at'
  | 'answered_at' | 'ended_at' | 'ring_seconds' | 'duration_seconds' | 'billable_seconds' | 'result' | 'search'
>; // prettier-ignore

/**
 * The call that these legs are: it begins with its first leg and ends with its last. Who called whom says the first leg, which extension
 * it reached the one that answered. A call is answered when one of its legs is. Its text search finds what any leg has.
 */
export function mergeLegs(legs: readonly CallLeg[]): MergedCall {
  const ordered = legs.toSorted(inOrder);
  const [first] = ordered as [CallLeg];
  const { id: _, sequence: __, ...call } = first;
  const search = callSearchText(ordered);
  if (ordered.length === 1) return { ...call, ring_seconds: ringOf(first), search };
  const reached = ordered.find(({ result }) => result === 'answered') ?? ordered.find(({ result }) => result === 'voicemail');
  const ended = new Date(Math.max(...ordered.map(({ ended_at }) => ended_at.getTime())));
  const whole = { ...call, ended_at: ended, duration_seconds: secondsBetween(first.started_at, ended), search };
  if (!reached) return { ...whole, ring_seconds: ringOf({ ...first, ...whole }) };
  const answers = ordered.filter(({ result }) => result === reached.result).map(({ answered_at, started_at }) => answered_at ?? started_at);
  const answered = new Date(Math.min(...answers.map((time) => time.getTime())));
  return {
    ...whole,
    to_extension: reached.to_extension ?? null,
    to_name: first.to_name ?? reached.to_name,
    answered_at: answered,
    ring_seconds: secondsBetween(first.started_at, answered),
    billable_seconds: secondsBetween(answered, ended),
    result: reached.result,
  };
}

/** Legs in the order in which they began; of two in the same second the one that lasts longer carries the other. */
export const inOrder = (left: CallLeg, right: CallLeg): number =>
  left.started_at.getTime() - right.started_at.getTime() ||
  left.sequence - right.sequence ||
  right.duration_seconds - left.duration_seconds ||
  (left.id < right.id ? -1 : 1);

const ringOf = ({ duration_seconds, billable_seconds }: Pick<CallLeg, 'duration_seconds' | 'billable_seconds'>) =>
  Math.max(0, duration_seconds - billable_seconds);

const secondsBetween = (from: Date, to: Date) => Math.max(0, Math.round((to.getTime() - from.getTime()) / 1000));
