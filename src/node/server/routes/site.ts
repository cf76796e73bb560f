import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { attachmentTypes, endingOf } from '../../../model/attachments/attachmentProblem.ts';
import type { Services } from '../services.ts';
import { noticePage } from '../noticePage.ts';

/** Types of the files that the site is made of; scripts and pages are ours alone. */
const pageTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
};

/** `/site/…`: the public site as it was published, permanent versions of guides included. */
export function siteRoutes(app: FastifyInstance, { site }: Services): void {
  app.get('/site', (_request, reply) => reply.redirect('/site/', 308));

  app.get<{ Params: { '*': string } }>('/site/*', async (request, reply) => {
    const path = request.params['*'];
    const file = await site.file(path);
    const content = file === undefined ? undefined : await readIfThere(file);
    if (content === undefined) return notFound(reply, (await site.file('')) !== undefined);
    return send(request, reply, path, content);
  });
}

/** A publish may take a page away between the look and the reading. */
function readIfThere(path: string): Promise<Buffer | undefined> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}

function send(request: FastifyRequest, reply: FastifyReply, path: string, content: Buffer): FastifyReply {
  const form = endingOf(path);
  const pageType = path.startsWith('forms/') ? undefined : pageTypes[extname(path).toLowerCase() || '.html'];
  const type = form ? attachmentTypes[form] : pageType;
  // What is neither is saved and never shown: on this origin a page of somebody else's could act as the studio.
  if (type === undefined) reply.header('content-disposition', 'attachment');
  const tag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
  const isPermanent = /\/v\/[^/]+\.html$/.test(path);
  reply
    .type(type ?? 'application/octet-stream')
    .header('etag', tag)
    .header('cache-control', isPermanent ? 'public, max-age=31536000, immutable' : 'no-cache');
  return request.headers['if-none-match'] === tag ? reply.code(304).send() : reply.send(content);
}

function notFound(reply: FastifyReply, isPublished: boolean): FastifyReply {
  const page = isPublished
    ? noticePage({
        title: '没有这个页面',
        titleEn: 'No such page',
        text: '地址可能写错了，或者这项指南已不再实施。可从首页按地区、主题或部门查找，也可以搜索。',
        textEn:
          'The address may be wrong, or the guide is no longer in use. Start from the home page, or search.',
        links: [
          { href: '/site/', label: '首页', labelEn: 'Home' },
          { href: '/site/search.html', label: '搜索', labelEn: 'Search' },
        ],
      })
    : noticePage({
        title: '网站还没有发布',
        titleEn: 'Not published yet',
        text: '办事指南在管理员首次发布后出现在这里。',
        textEn: 'Guides appear here after an administrator has published for the first time.',
        links: [{ href: '/publish', label: '去发布', labelEn: 'Publish' }],
      });
  return reply.code(404).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page);
}
