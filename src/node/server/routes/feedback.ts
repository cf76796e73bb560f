import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ulid } from 'ulid';
import type { ReaderReportView } from '../../../api/index.ts';
import { catalogueOf } from '../catalogue/catalogueOf.ts';
import { draftParams, operationOf } from '../drafts/draftRequest.ts';
import { feedbackPage, longestReport, reportedSections, type Reported } from '../feedbackPage.ts';
import { noticePage } from '../noticePage.ts';
import { refusals } from '../refusal.ts';
import type { Services } from '../services.ts';

/** Before the id of a bundle, as in the address of its page. */
const bundleItem = 'bundle/';

const about = {
  division: { type: 'string', pattern: '^[0-9]{6}$' },
  item: { type: 'string', pattern: '^(bundle/)?[a-z0-9][a-z0-9-]{0,63}$' },
  version: { type: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9a-f]{8}(-[0-9]{1,3})?$' },
  section: { enum: ['', ...Object.keys(reportedSections)] },
};
const asked = { type: 'object', properties: about, required: ['division', 'item'] };
const told = {
  type: 'object',
  properties: { ...about, text: { type: 'string' } },
  required: ['division', 'item', 'text'],
  additionalProperties: false,
};
const settling = {
  type: 'object',
  properties: { answer: { type: 'string', minLength: 1, maxLength: 5000, pattern: '\\S' } },
  required: ['answer'],
  additionalProperties: false,
};
/** Within ten minutes, from one address. */
const most = { max: 10, timeWindow: 10 * 60_000 };

/**
 * `/feedback`: readers of published guides say what is wrong in them, on a page of its own, so that a guide needs a
 * link and no more. `/api/reader-reports`: what they said, for those who write the guides.
 */
export async function feedbackRoutes(app: FastifyInstance, { signIn, store }: Services): Promise<void> {
  await app.register(async (page) => {
    page.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 32 * 1024 },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    const limit = page.createRateLimit(most);

    page.get<{ Querystring: Reported }>(
      '/feedback',
      { schema: { querystring: asked } },
      async (request, reply) => send(reply, 200, feedbackPage(request.query, await namesOf(request.query))),
    );

    page.post<{ Body: Reported & { text: string } }>(
      '/feedback',
      { schema: { body: told } },
      async (request, reply) => {
        const { text, section, ...reported } = request.body;
        const names = await namesOf(reported);
        const words = text.replaceAll('\r\n', '\n').trim();
        if (words === '' || words.length > longestReport)
          return send(
            reply,
            422,
            feedbackPage(request.body, {
              ...names,
              text: words,
              wrong:
                words === ''
                  ? { zh: '请写明哪里不对。', en: 'Say what is wrong.' }
                  : { zh: `最多 ${longestReport} 字。`, en: `At most ${longestReport} characters.` },
            }),
          );
        await countDown(request);
        const { kind } = await store.fileReport({
          division: reported.division,
          item: reported.item,
          ...(reported.version !== undefined && { version: reported.version }),
          ...(section !== undefined && section !== '' && { section }),
          text: words,
          operation: ulid(),
        });
        return kind === 'full' ? send(reply, 503, fullPage()) : send(reply, 200, thanksPage(names));
      },
    );

    async function countDown(request: FastifyRequest): Promise<void> {
      const state = await limit(request);
      if (!state.isAllowed && state.isExceeded) throw refusals.tooManyReports(state.ttlInSeconds);
    }
  });

  app.get('/api/reader-reports', async (request): Promise<ReaderReportView[]> => {
    signIn.require(request);
    return views();
  });

  app.post<{ Params: { id: string }; Body: { answer: string } }>(
    '/api/reader-reports/:id/settle',
    { schema: { params: draftParams, body: settling } },
    async (request): Promise<ReaderReportView[]> => {
      const { person } = signIn.require(request);
      const operation = operationOf(request);
      if (operation === undefined) throw refusals.preconditionRequired();
      if (!person.roles.some((role) => role === 'drafter' || role === 'administrator'))
        throw refusals.forbidden({
          kind: 'refused',
          reason: '办结纠错是起草人和管理员的事。',
          reasonEn: 'Drafters and administrators settle reports.',
        });
      const { kind } = await store.settleReport({
        report: request.params.id,
        answer: request.body.answer.trim(),
        person,
        operation,
      });
      if (kind === 'gone') throw refusals.notFound({ zh: '这条纠错', en: 'such report' });
      if (kind === 'settled') throw refusals.settledMeanwhile();
      request.log.info({ event: 'report settled', subject: person.subject });
      return views();
    },
  );

  async function views(): Promise<ReaderReportView[]> {
    const { guides, bundles } = catalogueOf(await store.readCatalogue(await store.main()));
    const files = new Map([
      ...guides.map((guide): [string, string[]] => [
        `${guide.division}/${guide.id}`,
        [...guide.files].reverse(),
      ]),
      ...bundles.flatMap(({ path, value: { id, divisions = [] } }) =>
        divisions.map((division): [string, string[]] => [`${division}/${bundleItem}${id}`, [path]]),
      ),
    ]);
    return (await store.readerReports()).map(({ settled, ...report }) => {
      const sectionWords = reportedSections[report.section ?? ''];
      return {
        ...report,
        files: files.get(`${report.division}/${report.item}`) ?? [],
        ...(sectionWords && { sectionWords }),
        ...(settled && { settled: { at: settled.at, by: settled.by, answer: settled.answer } }),
      };
    });
  }

  /** How the guide, or the bundle, is called. Throws 404 where the catalogue has none: a link that somebody made up. */
  async function namesOf({ division, item }: Reported): Promise<{ name: string; divisionName: string }> {
    const { guides, bundles, lookups } = catalogueOf(await store.readCatalogue(await store.main()));
    const divisionName = lookups.divisionName(division);
    const bundle = bundles.find(({ value }) => `${bundleItem}${value.id}` === item)?.value;
    if (bundle?.divisions?.includes(division) === true)
      return { name: `${bundle.name ?? bundle.id}一件事`, divisionName };
    if (!guides.some((guide) => guide.division === division && guide.id === item))
      throw refusals.notFound({ zh: '这份指南', en: 'such guide' });
    return { name: lookups.itemName(item) ?? item, divisionName };
  }
}

function send(reply: FastifyReply, status: number, page: string): FastifyReply {
  return reply.code(status).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page);
}

function thanksPage({ name }: { name: string }): string {
  return noticePage({
    title: '已收到，谢谢',
    titleEn: 'Received, thank you',
    text: `对“${name}”的纠错已送到编写这份指南的部门。属实的会改正，改动会写在指南的“版本”里。`,
    textEn: 'Your report is with the department that writes this guide. What is right will be mended.',
    links: [],
  });
}

function fullPage(): string {
  return noticePage({
    title: '现在收不下了',
    titleEn: 'Too many reports wait',
    text: '等待处理的纠错太多，这一条没有收下。请稍后再来，或打指南上的电话。',
    textEn: 'Too many reports wait to be read, and yours was not kept. Come back later, or phone.',
    links: [],
  });
}
