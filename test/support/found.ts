import { until } from './until.js';

/** Waits until there is such a thing. */
export async function found<T>(find: () => T | null | undefined | false): Promise<T> {
  await until(() => Boolean(find()));
  return find() as T;
}
