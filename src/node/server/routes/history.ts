import type { FastifyInstance } from 'fastify';
import type { HistoryView } from '../../../api/index.ts';
import { placeOf } from '../../../catalogue/index.ts';
import { renderGuidePage } from '../../../guide/index.ts';
import { stopsPublishing, type Verified } from '../../../review/index.ts';
import { isCataloguePath } from '../../git/index.ts';
import { verifyRepository } from '../../review/index.ts';
import { catalogueOf } from '../catalogue/catalogueOf.ts';
import { fileHistory } from '../drafts/fileHistory.ts';
import { governed } from '../catalogue/governed.ts';
import { refusals } from '../refusal.ts';
import type { Services } from '../services.ts';

const file = { type: 'string', minLength: 1, maxLength: 300 };
const commit = { type: 'string', pattern: '^[0-9a-f]{40}$' };
const guide = {
  type: 'object',
  properties: {
    division: { type: 'string', pattern: '^[0-9]{6}$' },
    item: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,63}$' },
    date: { type: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' },
  },
  required: ['division', 'item', 'date'],
};

/** `/api/history`: the versions of a file with who answers for each, their texts, and the guide of any day. */
export function historyRoutes(app: FastifyInstance, { signIn, store }: Services): void {
  let known: { main: string; verified: Promise<Verified | undefined> } | undefined;
  /** The history of main, proven anew when main has moved. */
  async function proven(): Promise<Verified> {
    const main = await store.main();
    if (known?.main !== main) {
      const verified = verifyRepository(store.repository.dir, { ...governed, objects: false });
      known = { main, verified };
      // What failed is tried again the next time.
      verified.catch(() => (known = undefined));
    }
    return (await known.verified)!; // The store has a repository.
  }

  app.get<{ Querystring: { file: string } }>(
    '/api/history',
    { schema: { querystring: { type: 'object', properties: { file }, required: ['file'] } } },
    async (request): Promise<HistoryView> => {
      signIn.require(request);
      const path = request.query.file;
      if (!isCataloguePath(path)) throw refusals.noPlace(path);
      const verified = await proven();
      const { guides, lookups } = catalogueOf(await store.readCatalogue(await store.main()));
      const versions = await fileHistory(path, verified, {
        read: (blob) => store.repository.readBlob(blob),
        lookups,
      });
      const place = placeOf(path);
      const own = place.kind === 'file' && place.fileKind === 'item' ? place : undefined;
      return {
        file: path,
        ...(own?.id !== undefined && { item: own.id }),
        name: (own?.id !== undefined && lookups.itemName(own.id)) || path,
        divisions: guides
          .filter(({ id, division }) => id === own?.id && [division, '000000'].includes(own?.division ?? ''))
          .map(({ division }) => ({ id: division, name: lookups.divisionName(division) })),
        versions,
        unproven: stopsPublishing(verified).length,
      };
    },
  );

  app.get<{ Querystring: { file: string; commit: string } }>(
    '/api/history/text',
    {
      schema: {
        querystring: { type: 'object', properties: { file, commit }, required: ['file', 'commit'] },
      },
    },
    async (request): Promise<{ text: string }> => {
      signIn.require(request);
      const { changes, root } = await proven();
      const asked = request.query.commit;
      const isKnown = root?.commit === asked || changes.some((change) => change.commit === asked);
      const bytes = isKnown ? (await store.readCatalogue(asked)).get(request.query.file) : undefined;
      if (bytes === undefined) throw refusals.notFound({ zh: '这个版本', en: 'such version' });
      return { text: Buffer.from(bytes).toString('utf8') };
    },
  );

  app.get<{ Querystring: { division: string; item: string; date: string } }>(
    '/api/history/page',
    { schema: { querystring: guide } },
    async (request): Promise<{ page?: string; at?: string }> => {
      signIn.require(request);
      const { division, item, date } = request.query;
      const { changes, root } = await proven();
      const states = [...(root ? [root] : []), ...changes];
      const last = states.findLast(({ at }) => at.slice(0, 10) <= date);
      if (last === undefined) return {};
      const { guides, lookups } = catalogueOf(await store.readCatalogue(last.commit));
      const found = guides.find((one) => one.division === division && one.id === item);
      return found === undefined
        ? { at: last.at }
        : { at: last.at, page: renderGuidePage(found, lookups, { preview: true }) };
    },
  );
}
