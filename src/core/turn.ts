let queue = Promise.resolve();

const { scheduler } = globalThis as { scheduler?: { postTask(task: () => void, options: object): Promise<void> } };

/** Soon, before the next picture is drawn where the browser can tell: half-filled lists are not drawn. */
const nextTask = () =>
  scheduler?.postTask(() => undefined, { priority: 'user-blocking' }) ??
  new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => (port1.close(), resolve());
    port2.postMessage(undefined);
  });

/**
 * Waits for a turn of one's own on the main thread, so that a page full of elements that get their data at the same
 * moment renders them one by one and stays responsive. Who comes alone does not wait.
 */
export function turn(): Promise<void> {
  const mine = queue;
  queue = mine.then(nextTask);
  return mine;
}

let leisure = Promise.resolve();
const waiting = new WeakMap<object, Promise<void>>();

/** Waits until nothing more urgent is to be done, for one `host` after the other; those of one host go on together. */
export function spareTime(host: object): Promise<void> {
  let mine = waiting.get(host);
  if (!mine) {
    leisure = leisure.then(
      () =>
        new Promise((resolve) => {
          const go = () => (waiting.delete(host), resolve());
          // Not in every browser; and never while the page is in the background.
          if (typeof requestIdleCallback === 'function' && !document.hidden) requestIdleCallback(go, { timeout: 500 });
          else setTimeout(go);
        }),
    );
    waiting.set(host, (mine = leisure));
  }
  return mine;
}
