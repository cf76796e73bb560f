import { onScopeDispose, shallowRef, watch, type Ref } from 'vue';
import { api } from '../api/client.ts';
import type { SiteStep } from './stepWords.ts';

/** Milliseconds between two looks. */
const pause = 400;

/** How far the site is that the server makes, asked for again and again while `running`. */
export function useSiteStep(running: Ref<boolean>): Ref<SiteStep | undefined> {
  const step = shallowRef<SiteStep>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  async function look(): Promise<void> {
    // What cannot be told now is told by the next look; whether the deed itself went well, by its own answer.
    const told = await api.publishProgress().catch(() => undefined);
    if (!running.value) return;
    if (told !== undefined) step.value = told.step;
    timer = setTimeout(() => void look(), pause);
  }
  watch(
    running,
    (isRunning) => {
      clearTimeout(timer);
      step.value = undefined;
      if (isRunning) timer = setTimeout(() => void look(), pause);
    },
    { immediate: true },
  );
  onScopeDispose(() => clearTimeout(timer));
  return step;
}
