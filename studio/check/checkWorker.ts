// The check and the preview of one file, away from the page: neither may hold up typing.
import { lookupsOf, type Lookups } from '../../src/catalogue/index.ts';
import { aboutRules, checkItemText, type ItemTextResult } from '../../src/check/index.ts';
import { renderBundlePage, renderEnglishPage, renderGuidePage } from '../../src/guide/index.ts';
import { dayOf } from '../../src/model/dayOf.ts';
import type { CheckAnswer, CheckRequest, DrawAnswer } from './protocol.ts';

let lookups: Lookups | undefined;
/** What the text checked last makes. */
let made: Omit<ItemTextResult, 'diagnostics'> = { effective: undefined };

self.addEventListener('message', ({ data }: MessageEvent<CheckRequest>) => {
  if (data.kind === 'lookups') {
    lookups = lookupsOf(data.data);
    return;
  }
  if (lookups === undefined) throw new Error('The lookups come before the first check');
  if (data.kind === 'draw')
    return answer({ kind: 'drawn', request: data.request, page: pageOf(made, lookups, data.division) });
  const setting = { lookups, date: dayOf(new Date()) };
  const { diagnostics, ...result } = checkItemText(data.subject, setting);
  made = result;
  answer({ kind: 'checked', request: data.request, diagnostics, rules: aboutRules(diagnostics, setting) });
});

function pageOf(
  { effective, bundle, translated }: typeof made,
  known: Lookups,
  division: string | undefined,
): string | undefined {
  const preview = { preview: true };
  if (translated !== undefined) {
    const { levels, translation } = translated;
    const level = levels.find((one) => one.division === division) ?? levels[0];
    return level && renderEnglishPage(level, translation, known, preview);
  }
  return bundle
    ? renderBundlePage({ ...bundle, lookups: known }, preview)
    : effective && renderGuidePage(effective, known, preview);
}

function answer(said: CheckAnswer | DrawAnswer): void {
  self.postMessage(said, { transfer: [] });
}
