/** Milliseconds after which the work is done, idle or not. */
const longest = 1000;

/** Does `work` once the page has nothing else to do, so that what it shows comes first. The answer takes it back. */
export function whenIdle(work: () => void): () => void {
  // Safari does not tell of it.
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(work, longest / 4);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(work, { timeout: longest });
  return () => cancelIdleCallback(handle);
}
