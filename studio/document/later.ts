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
  const channel = new MessageChannel();
  let over = false;
  const end = (): boolean => {
    if (over) return false;
    over = true;
    stopWaiting();
    cancelAnimationFrame(frame);
    channel.port1.close();
    return true;
  };
  const run = (): void => {
    if (end()) work();
  };
  const stopWaiting = afterTime(run, longestToPaint);
  // The frame's own paint comes after its callbacks; a message sent in one is read behind it.
  channel.port1.addEventListener('message', run);
  channel.port1.start();
  const frame = requestAnimationFrame(() => channel.port2.postMessage(undefined));
  return () => void end();
}

/** Milliseconds after which work that waits for rest is done, idle or not. */
const longestToIdle = 1000;

/** Does `work` once the page has nothing else to do, so that what it shows comes first. */
export function whenIdle(work: () => void): () => void {
  // Safari does not tell of it.
  if (typeof requestIdleCallback !== 'function') return afterTime(work, longestToIdle / 4);
  const handle = requestIdleCallback(work, { timeout: longestToIdle });
  return () => cancelIdleCallback(handle);
}
