/** Address of the root of the site: this script stands there. Read while the script runs for the first time. */
const script = document.currentScript;
const root = script instanceof HTMLScriptElement ? new URL('.', script.src) : undefined;

/**
 * Lets the service worker keep what was read for times without network; where `folder` is named, every page below it
 * and the files that those need, at once. Nothing happens where a browser has none or the page came from a folder.
 */
export async function keepOffline(folder?: string, files: string[] = []): Promise<void> {
  if (root === undefined || !/^https?:$/.test(root.protocol) || !('serviceWorker' in navigator)) return;
  // Registered while the page still loads it would take from its line.
  if (document.readyState !== 'complete')
    await new Promise((loaded) => addEventListener('load', loaded, { once: true }));
  await navigator.serviceWorker.register(new URL('sw.js', root));
  if (folder === undefined) return;
  navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent<{ kept?: number }>) => {
    if (data.kept !== undefined) document.documentElement.dataset['kept'] = String(data.kept);
  });
  const { active } = await navigator.serviceWorker.ready;
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker is of one origin only
  active?.postMessage({ keep: folder, files });
}
