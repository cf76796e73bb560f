import { expect, it } from 'vitest';
import { ref } from 'vue';
import { storageStub } from '../../tests/storageStub.ts';
import { drafterSteps, reviewerSteps } from './tourSteps.ts';
import { useTour } from './useTour.ts';

const storage = storageStub();

it('is offered to each person until it was taken or declined', () => {
  const subject = ref<string | undefined>();
  const tour = useTour(
    () => subject.value,
    () => drafterSteps,
  );
  expect(tour.offered.value).toBe(false);
  subject.value = 'local:a';
  expect(tour.offered.value).toBe(true);
  tour.end();
  expect(tour.offered.value).toBe(false);
  subject.value = 'local:b';
  expect(tour.offered.value).toBe(true);
  tour.begin();
  expect([tour.offered.value, tour.at.value]).toEqual([false, 0]);
  for (const _ of drafterSteps) tour.next();
  expect([tour.offered.value, tour.step.value]).toEqual([false, undefined]);
  expect([...storage.kept.keys()]).toEqual(['guicheng.tour.local:a', 'guicheng.tour.local:b']);
});

it('has three steps for either kind of work', () => {
  expect([drafterSteps.length, reviewerSteps.length]).toEqual([3, 3]);
});
