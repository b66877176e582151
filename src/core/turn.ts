let queue = Promise.resolve();

/**
 * Waits for a turn of one's own on the main thread, so that a page full of elements that get their data at the same
 * moment renders them one by one and stays responsive.
 */
export function turn(): Promise<void> {
  queue = queue.then(
    () =>
      new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => (port1.close(), resolve());
        port2.postMessage(undefined);
      }),
  );
  return queue;
}
