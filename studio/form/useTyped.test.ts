import { effectScope, ref } from 'vue';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Edit } from '../../src/model/edit.ts';
import type { FormContext } from './formContext.ts';
import { useTyped, type Typed } from './useTyped.ts';

let given: string[];
/** What was judged in the page before it was given. */
let foretold: string[];
let typed: Typed;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  given = [];
  foretold = [];
  const value = ref('');
  const form = {
    onFlush: () => () => {},
    edit: (edits: readonly Edit[]) => {
      value.value = saidBy(edits);
      given.push(value.value);
    },
    foretell: (_, edits) => foretold.push(saidBy(edits)),
    given: () => foretold.push('given'),
  } as Partial<FormContext> as FormContext;
  typed = effectScope().run(() =>
    useTyped(form, {
      path: () => ['name'],
      text: () => value.value,
      edits: (text) => [{ kind: 'set', path: ['name'], value: text }],
    }),
  )!;
});
afterEach(() => vi.useRealTimers());

it('judges a key at once and gives it when the hand rests', () => {
  typed.type('a');
  expect([foretold, given]).toEqual([['a'], []]);
  vi.advanceTimersByTime(35);
  expect([foretold, given]).toEqual([['a', 'given'], ['a']]);
});

it('gives the last of keys that come close to one another', () => {
  typed.type('a');
  vi.advanceTimersByTime(30);
  typed.type('ab');
  vi.advanceTimersByTime(30);
  expect([foretold, given]).toEqual([['a', 'ab'], []]);
  vi.advanceTimersByTime(5);
  expect(given).toEqual(['ab']);
});

it('gives keys that do not rest at the latest after a second', () => {
  for (let i = 0; i <= 80; i++) {
    typed.type(`${i}`);
    vi.advanceTimersByTime(16);
  }
  // 81 keys are 1,296 ms: once in the midst of them, and once when they rest.
  expect(given.length).toBe(1);
  vi.advanceTimersByTime(35);
  expect(given.at(-1)).toBe('80');
  expect(given.length).toBe(2);
  expect(typed.shown.value).toBe('80');
});

it('gives at once what is waiting when the field is left', () => {
  typed.type('a');
  typed.give();
  expect(given).toEqual(['a']);
  vi.advanceTimersByTime(100);
  expect(given).toEqual(['a']);
});

it('neither judges nor gives a word that an input method is still making', () => {
  typed.compose(true);
  typed.type('ni');
  vi.advanceTimersByTime(2000);
  typed.give();
  expect([foretold, given]).toEqual([[], []]);
  typed.type('你');
  typed.compose(false);
  vi.advanceTimersByTime(35);
  expect([foretold, given]).toEqual([['你', 'given'], ['你']]);
});

function saidBy(edits: readonly Edit[]): string {
  return edits.map((one) => (one as { value: string }).value).join();
}
