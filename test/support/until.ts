/** Ends after the tasks that are waiting: a page that is not in front is given these, but no frames. */
export const afterTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Waits until `check` is true, a task at a time; the test's own time limit ends a wait for something that never comes. */
export async function until(check: () => unknown): Promise<void> {
  while (!check()) await afterTask();
}
