import { Problem } from '../../http/problem.js';

export const unreachable = () =>
  new Problem(503, 'Tickets cannot be reached at the moment', { type: 'tickets-unreachable', headers: { 'Retry-After': '30' } });

export const notTaken = () => new Problem(409, 'The ticket could not be changed', { type: 'not-taken' });

/** Resolves with null; rejects when it takes longer, while what is under way goes on. */
export async function inTime(act: Promise<void>, milliseconds: number): Promise<null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('Request Tracker: reading the tickets of a client takes long, and goes on')), milliseconds);
  });
  await Promise.race([act, late]).finally(() => clearTimeout(timer));
  return null;
}
