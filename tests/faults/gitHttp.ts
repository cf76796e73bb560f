import { execFile, spawn } from 'node:child_process';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { join } from 'node:path';

const run = promisify(execFile);

/**
 * How the line to the remote behaves: `refused` ends before the request, `cut` at the answer (it was received);
 * `slow` holds the request back, `late` the answer.
 */
export type Line = 'up' | 'refused' | 'cut' | 'slow' | 'late';

/** A bare repository behind git's own HTTP backend, on loopback, with a line that can be made bad. */
export interface GitHttp {
  url: string;
  dir: string;
  /** Decides for each request; `push` is one that moves refs, `look` one that reads them. */
  line: (request: { push: boolean; look: boolean }) => Line;
  close(): Promise<void>;
}

/** Makes the repository in `parent` and serves it. */
export async function gitHttp(parent: string): Promise<GitHttp> {
  const dir = join(parent, 'remote.git');
  await run('git', ['init', '--quiet', '--bare', '--initial-branch=studio/none', dir]);
  await run('git', ['-C', dir, 'config', 'http.receivepack', 'true']);
  const backend = join((await run('git', ['--exec-path'])).stdout.trim(), 'git-http-backend');
  const served: GitHttp = { url: '', dir, line: () => 'up', close };
  const server = createServer((request, response) => {
    const push = request.method === 'POST' && request.url?.endsWith('/git-receive-pack') === true;
    const look = request.method === 'POST' && request.url?.endsWith('/git-upload-pack') === true;
    const line = served.line({ push, look });
    if (line === 'refused') return void request.socket.destroy();
    setTimeout(() => answer({ backend, parent, line }, request, response), line === 'slow' ? 300 : 0);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  served.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/remote.git`;
  return served;

  async function close(): Promise<void> {
    server.closeAllConnections();
    await new Promise<unknown>((resolve) => server.close(resolve));
  }
}

function answer(
  { backend, parent, line }: { backend: string; parent: string; line: Line },
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const child = spawn(backend, {
    env: {
      PATH: process.env['PATH'],
      GIT_PROJECT_ROOT: parent,
      GIT_HTTP_EXPORT_ALL: '1',
      REQUEST_METHOD: request.method,
      PATH_INFO: pathname,
      QUERY_STRING: searchParams.toString(),
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      ...(request.headers['content-encoding'] && {
        HTTP_CONTENT_ENCODING: request.headers['content-encoding'],
      }),
      ...(request.headers['git-protocol'] && { GIT_PROTOCOL: String(request.headers['git-protocol']) }),
      REMOTE_USER: 'studio',
      REMOTE_ADDR: '127.0.0.1',
    },
  });
  request.pipe(child.stdin);
  // A client that was killed in the middle sends no end, and the backend would wait for it for ever.
  if (request.closed) child.stdin.end();
  else request.on('close', () => child.stdin.end());
  // It may end before it has read all.
  child.stdin.on('error', () => undefined);
  const out: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.resume();
  child.on('close', () => void (line === 'late' ? setTimeout(end, 800) : end()));
  function end(): void {
    if (line === 'cut') return void request.socket.destroy();
    const all = Buffer.concat(out);
    const body = all.indexOf('\r\n\r\n');
    const headers = all.toString('latin1', 0, Math.max(body, 0)).split('\r\n');
    for (const header of headers) {
      const [name, value] = header.split(': ') as [string, string | undefined];
      if (name === 'Status') response.statusCode = Number(value?.slice(0, 3));
      else if (value !== undefined) response.setHeader(name, value);
    }
    response.end(all.subarray(body + 4));
  }
}
