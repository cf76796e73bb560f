import type { FastifyInstance } from 'fastify';
import type { ReportFacts } from '../../../api/index.ts';
import { dayOf } from '../../../model/dayOf.ts';
import { reportFacts } from '../../../report/reportFacts.ts';
import { checkedFiles } from '../catalogue/checks.ts';
import type { Services } from '../services.ts';

/** `/api/report`: what the figures of supervision are reckoned from, of what is approved, today. */
export function reportRoutes(app: FastifyInstance, { signIn, store }: Services): void {
  app.get('/api/report', async (request): Promise<ReportFacts> => {
    signIn.require(request);
    const { catalogue, diagnostics } = checkedFiles(await store.readCatalogue(await store.main()));
    return reportFacts(catalogue, diagnostics, dayOf(new Date()));
  });
}
