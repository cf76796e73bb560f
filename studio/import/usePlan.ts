import { computed, onScopeDispose, ref, shallowRef } from 'vue';
import type { CatalogueView } from '../../src/api/index.ts';
import type { Imported, ImportReport } from '../../src/exchange/import/index.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { api } from '../api/client.ts';
import { checkTexts, type TextsCheck } from './checkTexts.ts';
import { makeDrafts, type Making, type Operations } from './makeDrafts.ts';
import { plannedDrafts, type LostRow, type PlannedDraft } from './plannedDrafts.ts';

/** Drafts made at one go: more are not looked through in a sitting, and each is a branch that stays. */
export const mostAtOnce = 200;

/** What an import would make, which of it a person wants, and what has been made. */
export function usePlan(view: CatalogueView) {
  const drafts = shallowRef<PlannedDraft[]>([]);
  const lost = shallowRef<LostRow[]>([]);
  const report = shallowRef<ImportReport>();
  const chosen = shallowRef<ReadonlySet<string>>(new Set());
  const findings = shallowRef<ReadonlyMap<string, Diagnostic[]>>(new Map());
  const checkFailed = ref(false);
  const made = shallowRef<ReadonlyMap<string, Making>>(new Map());
  const running = ref(false);
  const isStopped = ref(false);
  // Kept as long as the page: whatever is planned anew, a file is made under its first name.
  const operations: Operations = new Map();
  let check: TextsCheck | undefined;
  onScopeDispose(() => {
    check?.close();
    isStopped.value = true;
  });

  const files = new Set([...view.rows.map(({ file }) => file), ...view.others.map(({ file }) => file)]);
  const canBeMade = computed(() => drafts.value.filter(({ obstacle }) => obstacle === undefined));
  const isMade = (path: string) => made.value.get(path)?.kind === 'made';

  /** Plans the drafts of `imported`, and checks each in the background. */
  function plan(imported: Imported): void {
    const planned = plannedDrafts(imported, { files, rows: view.rows });
    drafts.value = planned.drafts;
    lost.value = planned.lost;
    report.value = imported.report;
    chosen.value = new Set(canBeMade.value.slice(0, mostAtOnce).map(({ path }) => path));
    findings.value = new Map();
    checkFailed.value = false;
    check?.close();
    check = checkTexts(view.lookups, drafts.value, {
      onFound: (path, found) => (findings.value = new Map([...findings.value, [path, found]])),
      onFault: () => (checkFailed.value = true),
    });
  }

  function choose(path: string, on: boolean): void {
    const next = new Set(chosen.value);
    if (on) next.add(path);
    else next.delete(path);
    chosen.value = next;
  }

  function chooseAll(on: boolean): void {
    chosen.value = new Set(on ? canBeMade.value.slice(0, mostAtOnce).map(({ path }) => path) : []);
  }

  function set(path: string, making: Making): void {
    made.value = new Map([...made.value, [path, making]]);
  }

  /** Makes the chosen drafts that are not made yet; a file of its own may come along, such as the profile. */
  async function make(more: readonly { path: string; name: string; text: string }[] = []): Promise<void> {
    const wanted =
      more.length > 0 ? more : canBeMade.value.filter(({ path }) => chosen.value.has(path) && !isMade(path));
    for (const { path } of wanted) set(path, { kind: 'waiting' });
    running.value = true;
    isStopped.value = false;
    await makeDrafts(wanted, api, { operations, onChange: set, stopped: () => isStopped.value });
    running.value = false;
  }

  return {
    drafts,
    lost,
    report,
    chosen,
    findings,
    checkFailed,
    made,
    running,
    canBeMade,
    isMade,
    plan,
    choose,
    chooseAll,
    make,
    stop: () => (isStopped.value = true),
  };
}

export type Plan = ReturnType<typeof usePlan>;
