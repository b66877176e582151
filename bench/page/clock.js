/** The moment at which what has been changed until now is on the screen: the next frame, and the task after it. */
export const painted = () =>
  new Promise((resolve) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve(performance.now());
      };
      port2.postMessage(undefined);
    }),
  );

export const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Notes tasks of more than 50 ms until `stop` is called; says how long the longest was, and the blocking time of all. */
export function watchTasks() {
  const durations = [];
  const note = (entries) => durations.push(...entries.map(({ duration }) => duration));
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ type: 'longtask' });
  return async function stop() {
    await wait(100);
    note(observer.takeRecords());
    observer.disconnect();
    return { longest: Math.max(0, ...durations), blocking: durations.reduce((sum, each) => sum + each - 50, 0) };
  };
}
