import { effectScope, nextTick, ref } from 'vue';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { FormContext } from './formContext.ts';
import { useTyped, type Typed } from './useTyped.ts';

const frame = 16;
let given: string[];
/** What was checked ahead. */
let foreseen: string[];
let judged: boolean;
let typed: Typed;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  // A frame is painted each 16 ms.
  vi.stubGlobal('requestAnimationFrame', (work: () => void) => setTimeout(work, frame));
  vi.stubGlobal('cancelAnimationFrame', (timer: number) => clearTimeout(timer));
  vi.stubGlobal(
    'MessageChannel',
    class {
      heard = (): void => {};
      port1 = {
        addEventListener: (_: string, heard: () => void) => (this.heard = heard),
        start() {},
        close() {},
      };
      port2 = { postMessage: () => this.heard() };
    },
  );
  given = [];
  foreseen = [];
  judged = false;
  const value = ref('');
  let isAhead = false;
  const form = {
    onFlush: () => () => {},
    judged: () => judged,
    foresee: (put: () => void) => {
      isAhead = true;
      put();
      isAhead = false;
    },
  } as unknown as FormContext;
  typed = effectScope().run(() =>
    useTyped(
      form,
      () => value.value,
      (text) => {
        if (isAhead) return void foreseen.push(text);
        value.value = text;
        given.push(text);
      },
    ),
  )!;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('gives a key once it is painted', () => {
  typed.type('a');
  expect(given).toEqual([]);
  vi.advanceTimersByTime(frame);
  expect(given).toEqual(['a']);
  vi.advanceTimersByTime(100);
  typed.type('ab');
  vi.advanceTimersByTime(frame);
  expect(given).toEqual(['a', 'ab']);
});

it('has a single key checked before it is painted, and none of a row', () => {
  typed.type('a');
  expect([foreseen, given]).toEqual([['a'], []]);
  vi.advanceTimersByTime(frame);
  expect([foreseen, given]).toEqual([['a'], ['a']]);
  typed.type('ab');
  typed.type('abc');
  expect([foreseen, given]).toEqual([['a'], ['a']]);
  vi.advanceTimersByTime(35);
  expect([foreseen, given]).toEqual([['a'], ['a', 'abc']]);
});

it('gives keys that come as fast as frames when they rest, and at the latest after a while', async () => {
  typed.type('0');
  vi.advanceTimersByTime(frame);
  for (let i = 1; i <= 80; i++) {
    typed.type(`${i}`);
    vi.advanceTimersByTime(frame);
  }
  await nextTick();
  // 80 frames are 1,280 ms: once in the midst of them, and once when they rest.
  expect(given.length).toBe(2);
  vi.advanceTimersByTime(35);
  expect(given.at(-1)).toBe('80');
  expect(given.length).toBe(3);
  expect(typed.shown.value).toBe('80');
});

it('gives a key once it is painted, though it comes soon, when the one before it is judged', () => {
  typed.type('a');
  vi.advanceTimersByTime(frame + 10);
  judged = true;
  typed.type('ab');
  vi.advanceTimersByTime(frame);
  expect(given).toEqual(['a', 'ab']);
});

it('gives at once what is waiting when the field is left', () => {
  typed.type('a');
  vi.advanceTimersByTime(frame);
  typed.type('ab');
  typed.give();
  expect(given).toEqual(['a', 'ab']);
});
