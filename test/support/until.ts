/** Ends after the tasks that are waiting: a page that is not in front is given these, but no frames. */
export const afterTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Waits until `check` is true, a task at a time; the test's own time limit would end it without telling what never came. */
export async function until(check: () => unknown): Promise<void> {
  const end = performance.now() + 25_000;
  while (!check()) {
    if (performance.now() > end) throw new Error(`This has never come: ${String(check)}`);
    await afterTask();
  }
}
