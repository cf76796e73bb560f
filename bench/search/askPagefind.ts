import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
};

export interface Served {
  base: string;
  /** Bytes of what was asked for since the last call, as a server that packs texts sends them. */
  bytes(): number;
  close(): void;
}

/** Serves `folder` on loopback and counts what a line would carry: texts packed, what is packed already as it is. */
export async function serveCounting(folder: string): Promise<Served> {
  let sent = 0;
  const sizes = new Map<string, number>();
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url!, 'http://localhost');
    const bytes = await readFile(join(folder, decodeURIComponent(pathname))).catch(() => undefined);
    if (bytes === undefined) {
      response.writeHead(404).end();
      return;
    }
    const type = types[extname(pathname)];
    let size = sizes.get(pathname);
    if (size === undefined)
      sizes.set(pathname, (size = type === undefined ? bytes.length : gzipSync(bytes).length));
    sent += size;
    response.writeHead(200, { 'content-type': type ?? 'application/octet-stream' }).end(bytes);
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bytes() {
      const had = sent;
      sent = 0;
      return had;
    },
    close: () => server.close(),
  };
}

/** Titles of the first ten answers that Pagefind gives in `page`, which is on its site, and how many it found. */
export function askPagefind(page: Page, query: string): Promise<{ names: string[]; count: number }> {
  return page.evaluate(async (asked) => {
    // The program that Pagefind writes beside its index.
    const path = '/pagefind/pagefind.js';
    const pagefind = (await import(path)) as {
      search(query: string): Promise<{ results: { data(): Promise<{ meta: { title: string } }> }[] }>;
    };
    const { results } = await pagefind.search(asked);
    const shown = await Promise.all(results.slice(0, 10).map((result) => result.data()));
    return { names: shown.map(({ meta }) => meta.title), count: results.length };
  }, query);
}
