import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { refusals } from '../refusal.ts';
import type { Services } from '../services.ts';

/**
 * The studio's own files. Whatever address is no file and no interface is a page of the studio, which its
 * router knows: it gets `index.html`, and the address of a draft what names the parts of the editor besides.
 */
export async function studioRoutes(app: FastifyInstance, { studioDir }: Services): Promise<void> {
  if (existsSync(join(studioDir, 'index.html')))
    await app.register(fastifyStatic, {
      root: studioDir,
      cacheControl: false,
      preCompressed: true,
      setHeaders: (response, path) => {
        // Names under assets/ carry a hash of their content; everything else may change with a build.
        const hashed = path.startsWith(join(studioDir, 'assets'));
        response.setHeader('vary', 'accept-encoding');
        response.setHeader('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  app.setNotFoundHandler((request, reply) => {
    const isPage = request.method === 'GET' && !/^\/(api|site|assets)(\/|$|\?)/.test(request.url);
    if (!isPage || !('sendFile' in reply)) throw refusals.notFound({ zh: '这个地址', en: 'such address' });
    const draft = /^\/drafts\/(\w+)(?:\?(.*))?$/.exec(request.url);
    if (draft === null) return reply.sendFile('index.html');
    const [, id = '', query] = draft;
    return reply.header('link', editorData(id, query)).sendFile('editor.html');
  });
}

/** Has the browser ask for what the editor will show while it still reads the program: the same requests. */
function editorData(id: string, query = ''): string {
  const file = new URLSearchParams(query).get('file');
  const draft = `/api/drafts/${id}${file === null ? '' : `?file=${encodeURIComponent(file)}`}`;
  return ['/api/session', draft, '/api/lookups']
    .map((address) => `<${address}>; rel=preload; as=fetch; crossorigin`)
    .join(', ');
}
