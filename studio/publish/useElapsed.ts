import { onScopeDispose, ref, watch, type Ref } from 'vue';

/** Whole seconds since `running` turned true. */
export function useElapsed(running: Ref<boolean>): Ref<number> {
  const seconds = ref(0);
  let timer: ReturnType<typeof setInterval> | undefined;
  watch(
    running,
    (isRunning) => {
      clearInterval(timer);
      if (!isRunning) return;
      const began = Date.now();
      seconds.value = 0;
      timer = setInterval(() => (seconds.value = Math.floor((Date.now() - began) / 1000)), 250);
    },
    { immediate: true },
  );
  onScopeDispose(() => clearInterval(timer));
  return seconds;
}
