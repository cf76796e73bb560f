/** Milliseconds after which the work is done all the same: a page in the background paints nothing. */
const longest = 150;

/**
 * Does `work` once the browser has painted what the page shows now, so that a key is seen before anything is made of
 * it. The answer takes it back.
 */
export function afterPaint(work: () => void): () => void {
  const channel = new MessageChannel();
  let over = false;
  const end = (): boolean => {
    if (over) return false;
    over = true;
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    channel.port1.close();
    return true;
  };
  const run = (): void => {
    if (end()) work();
  };
  const timer = setTimeout(run, longest);
  // The frame's own paint comes after its callbacks; a message sent in one is read behind it.
  channel.port1.addEventListener('message', run);
  channel.port1.start();
  const frame = requestAnimationFrame(() => channel.port2.postMessage(undefined));
  return () => void end();
}
