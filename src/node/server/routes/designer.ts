import type { FastifyInstance } from 'fastify';
import type { RuleTrial } from '../../../api/index.ts';
import { readSource } from '../../../catalogue/index.ts';
import { tryRule } from '../../../check/index.ts';
import { dayOf } from '../../../model/dayOf.ts';
import type { RuleFile } from '../../../model/generated/schemas.ts';
import type { Draft } from '../../../model/item.ts';
import { catalogueOf } from '../catalogue/catalogueOf.ts';
import type { Services } from '../services.ts';

const trial = {
  type: 'object',
  properties: { text: { type: 'string', maxLength: 100_000 } },
  required: ['text'],
  additionalProperties: false,
};

/** Milliseconds that one trial may take of the server. */
const longest = 1500;
/** Findings that an answer carries; all are counted. */
const most = 200;

/** `/api/rules/try`: what a rule that somebody is writing would find in what is approved. Nothing is kept of it. */
export function designerRoutes(app: FastifyInstance, { signIn, store }: Services): void {
  app.post<{ Body: { text: string } }>(
    '/api/rules/try',
    { schema: { body: trial } },
    async (request): Promise<RuleTrial> => {
      signIn.require(request);
      // Its name decides nothing: whatever the file is called, it is read as a rule.
      const read = readSource('rules/trial.yaml', request.body.text);
      const said: Draft<RuleFile> = read.kind === 'source' ? (read.source.value as Draft<RuleFile>) : {};
      const catalogue = catalogueOf(await store.readCatalogue(await store.main()));
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
}
