import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ImportProfile } from '../../../api/index.ts';
import { dayOf } from '../../../model/dayOf.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { catalogueAnswer, lookupsAnswer } from '../catalogue/catalogueAnswer.ts';
import { importProfiles } from '../catalogue/catalogueView.ts';
import { checkedFiles } from '../catalogue/checks.ts';
import { sendPacked } from '../catalogue/packedAnswer.ts';
import { isOpen } from '../drafts/draftView.ts';
import { filesOf } from '../drafts/filesOf.ts';
import type { Services } from '../services.ts';

/** `/api/catalogue`, `/api/lookups`, `/api/profiles`, `/api/diagnostics`: what is approved, and what the check finds in it. */
export function catalogueRoutes(app: FastifyInstance, { signIn, store }: Services): void {
  app.get('/api/catalogue', async (request, reply): Promise<FastifyReply> => {
    signIn.require(request);
    const oid = await store.main();
    const checked = checkedFiles(await store.readCatalogue(oid));
    const open = new Map<string, string[]>();
    for (const draft of (await store.listDrafts()).filter(isOpen))
      for (const file of filesOf(draft)) open.set(file, [...(open.get(file) ?? []), draft.id]);
    const around = { oid, drafts: open, date: dayOf(new Date()) };
    return sendPacked(request, reply, await catalogueAnswer(checked, around));
  });

  app.get('/api/lookups', async (request, reply): Promise<FastifyReply> => {
    signIn.require(request);
    const checked = checkedFiles(await store.readCatalogue(await store.main()));
    return sendPacked(request, reply, await lookupsAnswer(checked));
  });

  app.get('/api/profiles', async (request): Promise<ImportProfile[]> => {
    signIn.require(request);
    return importProfiles(checkedFiles(await store.readCatalogue(await store.main())));
  });

  app.get('/api/diagnostics', async (request): Promise<Diagnostic[]> => {
    signIn.require(request);
    return checkedFiles(await store.readCatalogue(await store.main())).diagnostics;
  });
}
