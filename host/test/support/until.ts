import { setTimeout } from 'node:timers/promises';

/** Waits until `check` is true; rejects with what was waited for in vain after some 20 seconds. */
export async function until(failure: string, check: () => boolean | Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < 1000; waited += 1) {
    if (await check()) return;
    await setTimeout(20);
  }
  throw new Error(`${failure}.`);
}
