/** Waits until `check` is true, a frame at a time; the test's own time limit ends a wait for something that never comes. */
export async function until(check: () => unknown): Promise<void> {
  while (!check()) await new Promise(requestAnimationFrame);
}
