import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { writtenValidators } from '../../src/check/schema/writtenValidators.ts';
import { packedFiles } from '../../vite.config.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The pages that are measured beside the studio, each of its own build. */
const pages = {
  plain: 'plain.mjs',
  jsonForms: 'jsonForms.mjs',
  monacoYaml: 'monacoYaml.mjs',
  bareMonaco: 'bareMonaco.ts',
  work: 'work.ts',
} as const;
export type PageName = keyof typeof pages;

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.ttf': 'font/ttf',
};

export interface Pages {
  /** Address of a page that is given `setUp` when it asks. */
  address(page: PageName, setUp: object): string;
  close(): void;
}

/**
 * Builds the pages as their makers would for publication into `folder`, and serves them packed, as the studio serves its
 * own, with `headers`. The caller closes it.
 */
export async function servePages(folder: string, headers: Record<string, string> = {}): Promise<Pages> {
  for (const [name, entry] of Object.entries(pages)) await buildPage(join(folder, name), entry);
  const setUps = new Map<string, string>();
  const server = createServer((request, response) => void serve(request.url!, response));
  async function serve(url: string, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(url, 'http://localhost');
    const [, name = ''] = pathname.split('/');
    // Pages ask for what they show by one address; the last page given out is the one that asks.
    if (pathname === '/setUp.json') {
      response.writeHead(200, { 'content-type': 'application/json' }).end(setUps.get('now'));
      return;
    }
    const file = pathname === `/${name}/` ? 'index.html' : pathname.slice(name.length + 2);
    const type = types[extname(file)];
    if (!Object.hasOwn(pages, name) || type === undefined) return void response.writeHead(404).end();
    const isPacked = type !== types['.ttf'];
    response.writeHead(200, {
      ...headers,
      'content-type': type,
      ...(isPacked && { 'content-encoding': 'br' }),
    });
    response.end(await readFile(join(folder, name, isPacked ? `${file}.br` : file)));
  }
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    address(page, setUp) {
      setUps.set('now', JSON.stringify(setUp));
      return `http://127.0.0.1:${port}/${page}/`;
    },
    close: () => server.close(),
  };
}

async function buildPage(outDir: string, entry: string): Promise<void> {
  const html = '\0page.html';
  const validators = '\0validators';
  await build({
    configFile: false,
    root: here('pages'),
    base: './',
    logLevel: 'error',
    // Peers are installed beside each other, apart from what the product uses.
    resolve: entry.endsWith('.mjs')
      ? {
          alias: [{ find: /^(?=@jsonforms|monaco-|vue$)/, replacement: `${here('../peers/node_modules')}/` }],
        }
      : {},
    worker: { format: 'es' },
    plugins: [
      {
        name: 'bench-pages',
        enforce: 'pre',
        resolveId: (id) => (id === '#validators' ? validators : undefined),
        load: (id) => (id === validators ? writtenValidators() : undefined),
        generateBundle(_, bundle) {
          const script = Object.values(bundle).find((one) => one.type === 'chunk' && one.isEntry);
          const styles = Object.keys(bundle).filter((name) => name.endsWith('.css'));
          const links = styles.map((name) => `<link rel="stylesheet" href="./${name}">`).join('');
          const source = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${html.slice(1)}</title>${links}<body style="margin:0"><div id="app" style="height:100vh"></div><script type="module" src="./${script!.fileName}"></script></body></html>`;
          this.emitFile({ type: 'asset', fileName: 'index.html', source });
        },
      },
      packedFiles(),
    ],
    build: {
      outDir,
      emptyOutDir: true,
      chunkSizeWarningLimit: 10_000,
      rollupOptions: { input: here(`pages/${entry}`) },
    },
  });
}
