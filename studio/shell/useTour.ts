import { computed, ref } from 'vue';
import type { TourStep } from './tourSteps.ts';

const key = (subject: string) => `guicheng.tour.${subject}`;

/**
 * The tour of whoever signs in for the first time. It is offered until it was taken or declined, which the
 * browser remembers by person.
 */
export function useTour(subject: () => string | undefined, steps: () => readonly TourStep[]) {
  const at = ref<number>();
  const declined = ref(new Set<string>());
  const step = computed(() => (at.value === undefined ? undefined : steps()[at.value]));
  const offered = computed(() => {
    const who = subject();
    return (
      who !== undefined &&
      at.value === undefined &&
      !declined.value.has(who) &&
      localStorage.getItem(key(who)) === null
    );
  });

  function end(): void {
    const who = subject();
    at.value = undefined;
    if (who === undefined) return;
    localStorage.setItem(key(who), 'seen');
    declined.value = new Set([...declined.value, who]);
  }

  function next(): void {
    if (at.value === undefined || at.value + 1 >= steps().length) end();
    else at.value++;
  }

  return { at, step, offered, begin: () => (at.value = 0), next, end };
}
