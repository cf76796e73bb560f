import type { FastifyInstance } from 'fastify';
import type {
  CodeUseView,
  ExtensionTrial,
  MigratedFile,
  RecodedFile,
  RuleTrial,
} from '../../../api/index.ts';
import { readSource, type Recoding } from '../../../catalogue/index.ts';
import { tryRule } from '../../../check/index.ts';
import { dayOf } from '../../../model/dayOf.ts';
import type { RuleFile } from '../../../model/generated/schemas.ts';
import type { Draft } from '../../../model/item.ts';
import { catalogueOf } from '../catalogue/catalogueOf.ts';
import { checkedFiles } from '../catalogue/checks.ts';
import { compareFindings } from '../drafts/compareFindings.ts';
import { draftParams, requiredDraft } from '../drafts/draftRequest.ts';
import { migratedFiles } from '../drafts/migratedFiles.ts';
import { codeUseViews, recodedFiles } from '../drafts/recodedFiles.ts';
import { sidesOf } from '../drafts/reviewView.ts';
import { requireRole } from '../people/signIn.ts';
import type { Services } from '../services.ts';

const trial = {
  type: 'object',
  properties: { text: { type: 'string', maxLength: 100_000 } },
  required: ['text'],
  additionalProperties: false,
};

const code = { type: 'string', minLength: 1, maxLength: 100 };
const recoding = {
  type: 'object',
  properties: { list: code, from: code, to: code },
  required: ['list', 'from', 'to'],
  additionalProperties: false,
};

/** Milliseconds that one trial may take of the server. */
const longest = 1500;
const extensionPath = 'extension/item.yaml';
/** Findings that an answer carries; all are counted. */
const most = 200;

/**
 * `/api/rules/try`, `/api/extension/try`: what something that is being written would mean for what is approved;
 * `/api/drafts/:id/migration`: what brings the items along; `/api/drafts/:id/codes`: who uses which code of the lists, and
 * what it takes to call one otherwise.
 */
export function designerRoutes(app: FastifyInstance, { signIn, store }: Services): void {
  app.post<{ Body: { text: string } }>(
    '/api/rules/try',
    { schema: { body: trial } },
    async (request): Promise<RuleTrial> => {
      signIn.require(request);
      const catalogue = catalogueOf(await store.readCatalogue(await store.main()));
      // Its name decides nothing: whatever the file is called, it is read as a rule.
      const read = readSource('rules/trial.yaml', request.body.text, catalogue.lookups.shape);
      const said: Draft<RuleFile> = read.kind === 'source' ? (read.source.value as Draft<RuleFile>) : {};
      const end = Date.now() + longest;
      const { findings, seen, of } = tryRule(said, catalogue, dayOf(new Date()), () => Date.now() > end);
      return {
        count: findings.length,
        files: new Set(findings.map(({ file }) => file)).size,
        findings: findings.slice(0, most),
        seen,
        of,
      };
    },
  );

  app.post<{ Body: { text: string } }>(
    '/api/extension/try',
    { schema: { body: trial } },
    async (request): Promise<ExtensionTrial> => {
      const { person } = signIn.require(request);
      // The whole catalogue is checked for it.
      requireRole(person, 'drafter');
      const main = await store.readCatalogue(await store.main());
      const tried = new Map(main).set(extensionPath, new TextEncoder().encode(request.body.text));
      const { created, mended } = compareFindings(checkedFiles(main), checkedFiles(tried));
      const findings = created.filter(({ file }) => file !== extensionPath);
      return {
        count: findings.length,
        files: new Set(findings.map(({ file }) => file)).size,
        findings: findings.slice(0, most),
        mended: mended.length,
      };
    },
  );

  app.get<{ Params: { id: string } }>(
    '/api/drafts/:id/migration',
    { schema: { params: draftParams } },
    async (request): Promise<MigratedFile[]> => {
      signIn.require(request);
      const { base, drafted } = await sidesOf(await requiredDraft(store, request.params.id), store);
      return migratedFiles(catalogueOf(base), catalogueOf(drafted));
    },
  );

  app.get<{ Params: { id: string } }>(
    '/api/drafts/:id/codes',
    { schema: { params: draftParams } },
    async (request): Promise<CodeUseView[]> => {
      signIn.require(request);
      const { drafted } = await sidesOf(await requiredDraft(store, request.params.id), store);
      return codeUseViews(catalogueOf(drafted));
    },
  );

  app.get<{ Params: { id: string }; Querystring: Recoding }>(
    '/api/drafts/:id/codes/recoded',
    { schema: { params: draftParams, querystring: recoding } },
    async (request): Promise<RecodedFile[]> => {
      signIn.require(request);
      const { drafted } = await sidesOf(await requiredDraft(store, request.params.id), store);
      return recodedFiles(catalogueOf(drafted), request.query);
    },
  );
}
