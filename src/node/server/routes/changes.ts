import type { FastifyInstance } from 'fastify';
import type {
  CatalogueChange,
  ChangePlan,
  ChangeRequest,
  DraftChange,
  DraftView,
  Member,
} from '../../../api/index.ts';
import { foldThreads, type Thread } from '../../../review/index.ts';
import { sameBytes } from '../../files/index.ts';
import type { Draft, Refusal } from '../../review/index.ts';
import { catalogueOf, type Files } from '../catalogue/catalogueOf.ts';
import { checkedFiles } from '../catalogue/checks.ts';
import type { Planned } from '../catalogue/changes/parts.ts';
import { isWhole, planChange, planDraftChange } from '../catalogue/changes/planChange.ts';
import { blockingFindings, compareFindings } from '../drafts/compareFindings.ts';
import { draftParams, operationOf, permit, precondition, requiredDraft } from '../drafts/draftRequest.ts';
import { draftView } from '../drafts/draftView.ts';
import { requireDone } from '../drafts/requireDone.ts';
import { requireRole } from '../people/signIn.ts';
import { refusals } from '../refusal.ts';
import type { Services } from '../services.ts';

/** As many findings as somebody reads of a plan; how many there are is told beside. */
const mostBlocks = 50;

const file = { type: 'string', minLength: 1, maxLength: 200 };
const reason = { type: 'string', minLength: 1, maxLength: 5000 };
const changeOf = (
  kind: (CatalogueChange | DraftChange)['kind'],
  properties: Record<string, object>,
  optional: string[] = [],
) => ({
  properties: { kind: { const: kind }, ...properties },
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
});
const id = { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,63}$' };
/** What it may be, the guard of files says. */
const fileText = { type: 'string', minLength: 1, maxLength: 262_144 };
const place = {
  type: 'array',
  maxItems: 64,
  items: { anyOf: [{ type: 'string', maxLength: 200 }, { type: 'number' }] },
};
const renameOf = changeOf('rename', { file, path: place, at: { enum: ['key', 'value'] }, to: id, reason }, [
  'path',
  'at',
]);
const change = {
  type: 'object',
  required: ['kind'],
  discriminator: { propertyName: 'kind' },
  oneOf: [
    changeOf(
      'set',
      {
        files: { type: 'array', minItems: 1, maxItems: 10_000, uniqueItems: true, items: file },
        path: { type: 'array', minItems: 1, maxItems: 8, items: { type: 'string', maxLength: 200 } },
        // Any value that a file can hold; whether the field may hold it, the check says.
        value: {},
      },
      ['value'],
    ),
    renameOf,
    changeOf('remove', { file, reason, hanging: { enum: ['remove', 'detach'] } }, ['hanging']),
    changeOf(
      'adopt',
      {
        item: id,
        division: { type: 'string', pattern: '^\\d{6}$' },
        line: { type: 'boolean' },
        text: fileText,
      },
      ['text'],
    ),
  ],
};
const draftChange = {
  type: 'object',
  required: ['kind'],
  discriminator: { propertyName: 'kind' },
  oneOf: [renameOf, changeOf('follow', { reason })],
};
const request = {
  type: 'object',
  properties: {
    change,
    title: { type: 'string', minLength: 1, maxLength: 200 },
    oid: { type: 'string', pattern: '^[0-9a-f]{40}$' },
  },
  required: ['change', 'title', 'oid'],
  additionalProperties: false,
};

/** `/api/changes`: a change of many files, looked at first and then made as one draft. */
export function changeRoutes(app: FastifyInstance, { signIn, store }: Services): void {
  app.post<{ Body: CatalogueChange }>(
    '/api/changes/preview',
    { schema: { body: change } },
    async (request): Promise<ChangePlan> => {
      const { person } = signIn.require(request);
      requireRole(person, 'drafter');
      const oid = await store.main();
      const main = await store.readCatalogue(oid);
      const planned = await planFor(request.body, main, person);
      return { oid, ...(await planView(planned, main)), threads: 0 };
    },
  );

  app.post<{ Body: ChangeRequest }>(
    '/api/changes',
    { schema: { body: request } },
    async (request, reply): Promise<DraftView> => {
      const { person } = signIn.require(request);
      requireRole(person, 'drafter');
      const operation = operationOf(request);
      if (operation === undefined) throw refusals.preconditionRequired();
      const { change, title, oid } = request.body;
      const had = await store.readDraft(operation);
      if (had === undefined) {
        const main = await store.readCatalogue(await store.main());
        const planned = await planFor(change, main, person);
        await requireSeen(planned, { oid, main });
        if (planned.steps.length === 0 || !isWhole(change, planned)) throw refusals.nothingToMake();
        const created = await store.createDraft({ person, operation, title, steps: planned.steps });
        if (created.kind === 'refused') throw refusals.refusedText(created);
      }
      const draft = had ?? (await store.readDraft(operation));
      if (draft === undefined || draft.author.subject !== person.subject)
        throw refusals.notFound({ zh: '这份草稿', en: 'such draft' });
      reply.code(201);
      return draftView(draft, person, store);
    },
  );

  app.post<{ Params: { id: string }; Body: DraftChange }>(
    '/api/drafts/:id/changes/preview',
    { schema: { params: draftParams, body: draftChange } },
    async (request): Promise<ChangePlan> => {
      const { person } = signIn.require(request);
      const draft = await requiredDraft(store, request.params.id);
      permit(draft, person, { kind: 'edit' });
      const planned = await planIn(draft, request.body, person);
      const told = await planView(planned, await store.readCatalogue(draft.tip), draft.id);
      return { oid: draft.tip, ...told, threads: threadsAlong(planned, draft) };
    },
  );

  app.post<{ Params: { id: string }; Body: DraftChange }>(
    '/api/drafts/:id/changes',
    { schema: { params: draftParams, body: draftChange } },
    async (request): Promise<DraftView> => {
      const { person } = signIn.require(request);
      const { id: draft } = request.params;
      const conditions = precondition(request);
      await requiredDraft(store, draft);
      const done = await store.change({ draft, person, ...conditions }, async (now) => {
        const planned = await planIn(now, request.body, person);
        return refusalIn(planned) ?? planned.steps;
      });
      requireDone(done);
      return draftView(await requiredDraft(store, draft), person, store);
    },
  );

  async function planIn(draft: Draft, wanted: DraftChange, person: Member): Promise<Planned> {
    const [now, began] = await Promise.all([
      store.readCatalogue(draft.tip),
      store.readCatalogue(draft.began),
    ]);
    return planDraftChange(wanted, catalogueOf(now), {
      began: catalogueOf(began),
      commits: draft.commits,
      why: async (path, content) => store.mayWrite({ person, path, content }),
    });
  }

  /** What is told of a plan over `files`; `own` is the draft that it is for. */
  async function planView(
    planned: Planned,
    files: Files,
    own?: string,
  ): Promise<Omit<ChangePlan, 'oid' | 'threads'>> {
    const { blocks, count } = blocksOf(planned, files);
    const touched = new Set(planned.steps.flatMap(({ changes }) => [...changes.keys()]));
    const open = (await store.listDrafts()).filter(
      ({ id, state, changes }) =>
        id !== own &&
        !['merged', 'withdrawn'].includes(state.kind) &&
        changes.some(({ path }) => touched.has(path)),
    );
    return {
      entries: planned.entries,
      blocks,
      blockCount: count,
      drafts: open.map(({ id, title }) => ({ id, title })),
    };
  }

  function planFor(wanted: CatalogueChange, main: Files, person: Member): Promise<Planned> {
    return planChange(wanted, catalogueOf(main), async (path, content) =>
      store.mayWrite({ person, path, content }),
    );
  }

  /** Throws 409 where main has other files by now than the plan was seen with. */
  async function requireSeen({ steps }: Planned, { oid, main }: { oid: string; main: Files }): Promise<void> {
    const isKnown = (await store.repository.history(await store.main())).some((commit) => commit.oid === oid);
    if (!isKnown) throw refusals.planStale([]);
    const seen = await store.readCatalogue(oid);
    const paths = steps.flatMap(({ changes }) => [...changes.keys()]);
    const others = [...new Set(paths)].filter((path) => !sameBytes(seen.get(path), main.get(path)));
    if (others.length > 0) throw refusals.planStale(others);
  }
}

/** Why not all of a plan can be made, by the first file in which it cannot. */
function refusalIn({ entries }: Planned): Refusal | undefined {
  for (const { outcome } of entries) if (outcome.kind === 'refused') return { ...outcome, diagnostics: [] };
  return undefined;
}

/** How many threads of the draft are on elements that get another id. */
function threadsAlong({ steps }: Planned, { commits }: Draft): number {
  const renamed = steps.flatMap(({ act }) => (act.kind === 'edit' ? (act.renamed ?? []) : []));
  const isOn = ({ file, path }: Thread) =>
    renamed.some((one) => one.file === file && one.path.every((step, i) => path?.[i] === step));
  return foldThreads(commits).filter(isOn).length;
}

/** The errors that would keep the draft from being submitted. */
function blocksOf({ steps }: Planned, main: Files): { blocks: ChangePlan['blocks']; count: number } {
  if (steps.length === 0) return { blocks: [], count: 0 };
  const files = new Map(main);
  const touched = new Set<string>();
  for (const { changes } of steps)
    for (const [path, content] of changes) {
      touched.add(path);
      if (content === null) files.delete(path);
      else files.set(path, content);
    }
  const [before, after] = [checkedFiles(main), checkedFiles(files)];
  const found = blockingFindings(compareFindings(before, after), after.diagnostics, touched);
  return { blocks: found.slice(0, mostBlocks), count: found.length };
}
