/** Does `work` after so many milliseconds. The answer takes it back, as those of the others here do. */
export function afterTime(work: () => void, milliseconds: number): () => void {
  const timer = setTimeout(work, milliseconds);
  return () => clearTimeout(timer);
}

/** Milliseconds after which work that waits for a paint is done all the same: a page in the background paints nothing. */
const longestToPaint = 150;

/**
 * Does `work` once the browser has painted what the page shows now, so that a key is seen before anything is made of
 * it.
 */
export function afterPaint(work: () => void): () => void {
  let over = false;
  const end = (): boolean => {
    if (over) return false;
    over = true;
    stopWaiting();
    cancelAnimationFrame(frame);
    return true;
  };
  const run = (): void => {
    if (end()) work();
  };
  const stopWaiting = afterTime(run, longestToPaint);
  // The frame's own paint comes after its callbacks; a task that is asked for in one runs behind it.
  const frame = requestAnimationFrame(() => nextTask(run));
  return () => void end();
}

/** Not in every browser yet; where it is, the newest types of the DOM may not know it. */
const { scheduler } = globalThis as {
  scheduler?: { postTask(work: () => void, how: { priority: 'user-blocking' }): Promise<void> };
};

/** Does `work` in a task of its own, as soon as there may be one: Chrome lets messages wait for a frame after a key. */
function nextTask(work: () => void): void {
  if (scheduler !== undefined) return void scheduler.postTask(work, { priority: 'user-blocking' });
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', () => {
    port1.close();
    work();
  });
  port1.start();
  port2.postMessage(undefined);
}

/** Milliseconds after which work that waits for rest is done, idle or not. */
const longestToIdle = 1000;

/** Parts of the page that are on their way and come before all that can wait. */
const coming = new Set<Promise<unknown>>();

/** Has work that waits for rest wait for `part` of the page too, however that ends, but no longer than a second. */
export function comesFirst<T>(part: Promise<T>): Promise<T> {
  coming.add(part);
  const there = (): void => void coming.delete(part);
  part.then(there, there);
  return part;
}

/** Does `work` once the page has nothing else to do, so that what it shows comes first. */
export function whenIdle(work: () => void): () => void {
  if (coming.size === 0) return idly(work);
  let begun = false;
  const begin = (): void => {
    if (begun) return;
    begun = true;
    takeBack();
    takeBack = idly(work);
  };
  let takeBack = afterTime(begin, longestToIdle);
  void Promise.allSettled(coming).then(begin);
  return () => {
    begun = true;
    takeBack();
  };
}

function idly(work: () => void): () => void {
  // Safari does not tell of it.
  if (typeof requestIdleCallback !== 'function') return afterTime(work, longestToIdle / 4);
  const handle = requestIdleCallback(work, { timeout: longestToIdle });
  return () => cancelIdleCallback(handle);
}
