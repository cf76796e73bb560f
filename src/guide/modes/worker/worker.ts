// The service worker of the site. What the network has comes first, always; without network one reads what was kept,
// with its version and the time when it was last the network's.
import { withOfflineNote } from './offlineNote.ts';

declare const self: ServiceWorkerGlobalScope;

/** Pages that somebody read on this device, the last ones. */
const readPages = 'guicheng read';
const mostRead = 80;
const keptAt = 'x-guicheng-kept';

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'GET' && request.url.startsWith(self.registration.scope))
    event.respondWith(answer(event));
});

self.addEventListener('message', (event) => {
  const { keep, files } = event.data as { keep?: unknown; files?: unknown };
  if (typeof keep !== 'string' || !Array.isArray(files)) return;
  event.waitUntil(keepFolder(keep, files.map(String)).then((kept) => event.source?.postMessage({ kept })));
});

async function answer(event: FetchEvent): Promise<Response> {
  const { request } = event;
  let response: Response;
  try {
    // A copy of the browser's own would be neither the network's nor known to be old.
    response = await fetch(new Request(request, { cache: 'no-cache' }));
  } catch (error) {
    const copy = await keptCopy(request.url);
    if (copy === undefined) throw error;
    return offlineCopy(copy);
  }
  if (response.ok) event.waitUntil(keep(readPages, request.url, response.clone()));
  // A guide that was taken away is not to come back without network.
  if (response.status === 404 || response.status === 410) event.waitUntil(forget(request.url));
  const copy = response.status < 500 ? undefined : await keptCopy(request.url);
  return copy === undefined ? response : offlineCopy(copy);
}

/** Address under which a page is kept: questions after it change nothing in a static site. */
function keyOf(url: string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname.endsWith('/') ? `${pathname}index.html` : pathname}`;
}

async function keep(name: string, url: string, response: Response): Promise<void> {
  const headers = new Headers(response.headers);
  headers.set(keptAt, new Date().toISOString());
  const cache = await caches.open(name);
  const key = keyOf(url);
  // What is put again goes to the end of the queue.
  await cache.delete(key);
  await cache.put(key, new Response(await response.blob(), { headers }));
  if (name !== readPages) return;
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - mostRead)).map((old) => cache.delete(old)));
}

async function forget(url: string): Promise<void> {
  for (const name of await caches.keys()) await (await caches.open(name)).delete(keyOf(url));
}

/** The latest of the copies of a page. */
async function keptCopy(url: string): Promise<Response | undefined> {
  const names = await caches.keys();
  const copies = await Promise.all(names.map(async (name) => (await caches.open(name)).match(keyOf(url))));
  const time = (copy: Response) => copy.headers.get(keptAt) ?? '';
  return copies.filter((copy) => copy !== undefined).sort((a, b) => time(b).localeCompare(time(a)))[0];
}

async function offlineCopy(copy: Response): Promise<Response> {
  if (!(copy.headers.get('content-type') ?? '').startsWith('text/html')) return copy;
  return new Response(withOfflineNote(await copy.text(), new Date(copy.headers.get(keptAt) ?? 0)), {
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });
}

/**
 * Keeps every file below `folder`, and `files` beside it, by the list of the site's files with their hashes: only what
 * has changed is fetched, and what is gone is forgotten. Gives how many are kept.
 */
async function keepFolder(folder: string, files: string[]): Promise<number> {
  const scope = self.registration.scope;
  const name = `guicheng kept ${folder}`;
  const list = `${scope}${folder}kept`;
  const manifest = await fetch(`${scope}manifest.json`, { cache: 'no-cache' });
  if (!manifest.ok) throw new Error(`manifest.json: ${manifest.status}`);
  const { files: all } = (await manifest.json()) as { files: Record<string, string> };
  const wanted = Object.entries(all).filter(([path]) => path.startsWith(folder) || files.includes(path));
  const cache = await caches.open(name);
  const before = ((await (await cache.match(list))?.json()) ?? {}) as Record<string, string>;
  const now: Record<string, string> = {};
  const noteList = () => cache.put(list, new Response(JSON.stringify(now)));
  for (let at = 0; at < wanted.length; at += 8) {
    await Promise.all(
      wanted.slice(at, at + 8).map(async ([path, hash]) => {
        if (before[path] !== hash) {
          const response = await fetch(scope + path, { cache: 'no-cache' });
          if (!response.ok) throw new Error(`${path}: ${response.status}`);
          await keep(name, scope + path, response);
        }
        now[path] = hash;
      }),
    );
  }
  await noteList();
  for (const path of Object.keys(before)) if (now[path] === undefined) await forget(scope + path);
  return wanted.length;
}
