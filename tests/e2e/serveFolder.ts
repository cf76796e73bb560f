import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';

const types: Record<string, string> = {
  '.svg': 'image/svg+xml',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
};

export interface ServedFolder {
  base: string;
  /** Drops every connection from now on, as a network that is gone does; or no longer. */
  cut(isCut: boolean): void;
  stop(): void;
}

/**
 * Serves a folder on loopback below `under` (`/guides`), as a plain web server would; `packed`: what is text is sent
 * gzipped. A page is sent in parts where `cuts` are, one for each that it has, as a slow line brings it.
 */
export async function serveFolder(
  folder: string,
  { under = '', packed = false, cuts = [] }: { under?: string; packed?: boolean; cuts?: string[] } = {},
): Promise<ServedFolder> {
  let isGone = false;
  const server = createServer((request, response) => {
    if (isGone) {
      request.socket.destroy();
      return;
    }
    const { pathname } = new URL(request.url!, 'http://127.0.0.1');
    const path = posix.normalize(decodeURIComponent(pathname.slice(under.length)));
    const name = path.endsWith('/') ? `${path}index.html` : path;
    void answer(join(folder, name), { packed, cuts }, response);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    base: `http://127.0.0.1:${port}${under}`,
    cut: (isCut) => {
      isGone = isCut;
    },
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Milliseconds between the parts of a page, enough for each to be painted. */
const pause = 60;

async function answer(
  path: string,
  { packed, cuts }: { packed: boolean; cuts: readonly string[] },
  response: ServerResponse,
): Promise<void> {
  const bytes = await readFile(path).catch(() => undefined);
  const type = types[extname(path)];
  if (bytes === undefined) response.writeHead(404).end();
  else if (cuts.length > 0 && type?.startsWith('text/html') === true) {
    response.writeHead(200, { 'content-type': type });
    const places = cuts.map((cut) => bytes.indexOf(cut)).filter((at) => at >= 0);
    let from = 0;
    for (const to of [...places.sort((a, b) => a - b), bytes.length]) {
      response.write(bytes.subarray(from, to));
      from = to;
      await new Promise((done) => setTimeout(done, pause));
    }
    response.end();
  } else if (packed && type !== undefined)
    response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip' }).end(gzipSync(bytes));
  else response.writeHead(200, { 'content-type': type ?? 'application/octet-stream' }).end(bytes);
}
