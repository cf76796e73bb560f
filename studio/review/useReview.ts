import { onScopeDispose, ref, shallowRef, watch } from 'vue';
import { ulid } from 'ulid';
import type { ActRequest, DraftView, ReviewView } from '../../src/api/index.ts';
import { api, ApiProblem } from '../api/client.ts';
import { lastAct, lastLook } from './lastLook.ts';

export type ReviewState =
  | { kind: 'loading' }
  | { kind: 'failed'; error: unknown }
  | { kind: 'ready'; draft: DraftView; review: ReviewView };

/** Acts after which there is something else to review. */
const changing: readonly ActRequest['kind'][] = [
  'approve',
  'override',
  'merge',
  'submit',
  'take',
  'remove',
  'rename',
];

/** A draft under review: loads it, acts on it, and shows what it has become, and what is new in it to `subject`. */
export function useReview(id: () => string, subject: string) {
  const state = shallowRef<ReviewState>({ kind: 'loading' });
  const busy = ref(false);
  /** Why the last act was not done, or not wholly. */
  const problem = shallowRef<unknown>();
  /** The draft was not what the page showed; it is now. */
  const wasStale = ref(false);
  /** What was done last on this page, and that it was done. */
  const done = shallowRef<ActRequest['kind']>();
  let unanswered: { act: string; operation: string } | undefined;

  async function load(): Promise<void> {
    try {
      state.value = { kind: 'ready', ...(await loaded(id())) };
    } catch (error) {
      state.value = { kind: 'failed', error };
    }
  }

  async function loaded(draftId: string): Promise<{ draft: DraftView; review: ReviewView }> {
    const seen = lastLook.of(subject, draftId);
    const [draft, review] = await Promise.all([api.draft(draftId), api.review(draftId, seen)]);
    const acted = lastAct(draft.acts, subject);
    if (seen !== undefined || acted === undefined) return { draft, review };
    return { draft, review: await api.review(draftId, acted) };
  }

  /** What is on the page is what was seen, once it is left. */
  function keepLook(): void {
    if (state.value.kind === 'ready') lastLook.keep(subject, state.value.draft.id, state.value.draft.tip);
  }

  /** Whether it was done. */
  async function act(request: ActRequest): Promise<boolean> {
    if (state.value.kind !== 'ready' || busy.value) return false;
    const { draft, review } = state.value;
    const said = JSON.stringify([draft.id, request]);
    // The same act again after no answer came keeps its name, so that it happens once.
    const operation = unanswered?.act === said ? unanswered.operation : ulid();
    unanswered = undefined;
    busy.value = true;
    problem.value = undefined;
    wasStale.value = false;
    done.value = undefined;
    try {
      const next = await api.act(draft.id, request, { tip: draft.tip, operation });
      const isSeenAnew = changing.includes(request.kind);
      const since = review.since?.commit;
      state.value = {
        kind: 'ready',
        draft: next,
        review: isSeenAnew ? await api.review(draft.id, since) : review,
      };
      done.value = request.kind;
      return true;
    } catch (error) {
      await explain(error, { act: said, operation });
      return false;
    } finally {
      busy.value = false;
    }
  }

  /** Makes a file again what it was when the draft began; whether it was done. */
  function revert(file: string): Promise<boolean> {
    return writing(async ({ id: draft, tip }) => {
      await api.revertFile(draft, file, { tip, operation: ulid() });
    });
  }

  /** Has what refers to renamed files follow them, all of it at once; whether it does. */
  function follow(reason: string): Promise<boolean> {
    return writing(async ({ id: draft, tip }) => {
      await api.changeDraft(draft, { kind: 'follow', reason }, { tip, operation: ulid() });
    });
  }

  /** Writes in the draft, then shows it as it has become. */
  async function writing(deed: (draft: DraftView) => Promise<void>): Promise<boolean> {
    if (state.value.kind !== 'ready' || busy.value) return false;
    busy.value = true;
    problem.value = undefined;
    done.value = undefined;
    try {
      await deed(state.value.draft);
      return true;
    } catch (error) {
      problem.value = error;
      return false;
    } finally {
      await load();
      busy.value = false;
    }
  }

  async function explain(error: unknown, attempt: { act: string; operation: string }): Promise<void> {
    problem.value = error;
    if (!(error instanceof ApiProblem)) return;
    if (error.problem.kind === 'fault') unanswered = attempt;
    else if (error.problem.kind === 'stale') {
      problem.value = undefined;
      wasStale.value = true;
      await load();
    } else if (['conflict', 'blocked', 'forbidden'].includes(error.problem.kind))
      // A signature may have been given all the same, and only the merge refused.
      await load();
  }

  watch(
    id,
    () => {
      keepLook();
      state.value = { kind: 'loading' };
      problem.value = undefined;
      wasStale.value = false;
      done.value = undefined;
      void load();
    },
    { immediate: true },
  );

  onScopeDispose(keepLook);
  return { state, busy, problem, wasStale, done, act, revert, follow, keepLook };
}
