import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
};

/** Serves a folder on loopback as a plain web server would; `packed`: what is text is sent gzipped. */
export async function serveSite(
  folder: string,
  { packed = false } = {},
): Promise<{ server: Server; base: string }> {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url!, 'http://127.0.0.1');
    const path = join(folder, posix.normalize(decodeURIComponent(pathname)));
    const bytes = await readFile(path).catch(() => undefined);
    const type = types[extname(pathname)];
    if (bytes === undefined) response.writeHead(404).end();
    else if (packed && type !== undefined)
      response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip' }).end(gzipSync(bytes));
    else response.writeHead(200, { 'content-type': type ?? 'application/octet-stream' }).end(bytes);
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return { server, base: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
