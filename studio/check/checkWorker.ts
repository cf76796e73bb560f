// The check and the preview of one file, away from the page: neither may hold up typing.
import { lookupsOf, type Lookups } from '../../src/catalogue/index.ts';
import { aboutRules, checkItemText } from '../../src/check/index.ts';
import { renderBundlePage, renderGuidePage } from '../../src/guide/index.ts';
import { dayOf } from '../../src/model/dayOf.ts';
import type { CheckAnswer, CheckRequest } from './protocol.ts';

let lookups: Lookups | undefined;

self.addEventListener('message', ({ data }: MessageEvent<CheckRequest>) => {
  if (data.kind === 'lookups') {
    lookups = lookupsOf(data.data);
    return;
  }
  if (lookups === undefined) throw new Error('The lookups come before the first check');
  const setting = { lookups, date: dayOf(new Date()) };
  const { diagnostics, effective, bundle } = checkItemText(data.subject, setting);
  const rules = aboutRules(diagnostics, setting);
  const preview = { preview: true };
  const page = bundle
    ? renderBundlePage({ ...bundle, lookups }, preview)
    : effective && renderGuidePage(effective, lookups, preview);
  const answer: CheckAnswer = { request: data.request, diagnostics, rules, page };
  self.postMessage(answer, { transfer: [] });
});
