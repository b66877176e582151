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
export function yieldToMain(): Promise<void> {
  const mine = queue;
  queue = mine.then(nextTask);
  return mine;
}

const waiting = new Map<Element, { promise: Promise<void>; go: () => void }>();

/** Waits until nothing more urgent is to be done, for one `host` after the other; those of one host go on together. */
export function whenIdle(host: Element): Promise<void> {
  let mine = waiting.get(host);
  if (!mine) {
    let go!: () => void;
    const promise = new Promise<void>((resolve) => (go = resolve));
    waiting.set(host, (mine = { promise, go }));
    if (waiting.size === 1) requestIdle();
  }
  return mine.promise;
}

function requestIdle(): void {
  // Not in every browser; and never while the page is in the background.
  if (typeof requestIdleCallback === 'function' && !document.hidden) requestIdleCallback(nextHost, { timeout: 500 });
  else setTimeout(nextHost);
}

/** The next host that is still in the page; those that have left keep nobody waiting. */
function nextHost(): void {
  for (const [host, { go }] of waiting) {
    waiting.delete(host);
    go();
    if (host.isConnected) break;
  }
  if (waiting.size > 0) requestIdle();
}
