import { onScopeDispose, ref, watch, type Ref } from 'vue';
import { afterPaint, afterTime } from '../document/later.ts';
import type { FormContext } from './formContext.ts';

export interface Typed {
  /** What the control shows: the text being typed, else the file's. */
  shown: Ref<string>;
  /** For `@input`. */
  type(text: string): void;
  /** For `@change`, `@blur` and Enter: gives at once. */
  give(): void;
  /** For `@compositionstart` and `@compositionend`: a word that an input method is still making is not given. */
  compose(on: boolean): void;
}

/** Milliseconds: keys closer to one another come from a key held down, or from a machine; nobody types so fast. */
const fast = 35;
/** Milliseconds, a frame and a half: so close to one another each is the next frame's. */
const everyFrame = 25;
/** Milliseconds after which what comes so fast is given all the same. */
const longest = 1000;

/**
 * A text that is typed into a control and given to the file as soon as the key is seen, so that typing never waits.
 * Of keys that come as fast as the page is painted, and before the one before them is judged, the last is given when
 * they rest.
 * `put` is told who typed, by which the keys of one field become one step of the history.
 */
export function useTyped(
  form: FormContext,
  value: () => string,
  put: (text: string, typist: object) => void,
): Typed {
  const typist = {};
  const shown = ref(value());
  let typing = false;
  let composing = false;
  let takeBack: (() => void) | undefined;
  /** When the last key came, and the first that is not given; milliseconds. */
  let last = -Infinity;
  let first = Infinity;

  watch(value, (next) => {
    if (!typing) shown.value = next;
  });

  function give(): void {
    takeBack?.();
    takeBack = undefined;
    first = Infinity;
    if (!typing || composing) return;
    typing = false;
    if (shown.value !== value()) put(shown.value, typist);
  }

  function soon(): void {
    const now = performance.now();
    const rest = Math.min(fast, first + longest - now);
    const isAhead = takeBack !== undefined || !form.judged();
    if (now - last < (isAhead ? fast : everyFrame) && rest > 0) {
      takeBack?.();
      takeBack = afterTime(give, rest);
    } else if (takeBack === undefined) {
      // The check goes on while the key is painted.
      form.foresee(() => put(shown.value, typist));
      takeBack = afterPaint(give);
    }
    first = Math.min(first, now);
    last = now;
  }

  const end = form.onFlush(give);
  onScopeDispose(() => {
    composing = false;
    give();
    end();
  });

  return {
    shown,
    type(text) {
      typing = true;
      shown.value = text;
      if (!composing) soon();
    },
    give,
    compose(on) {
      composing = on;
      if (!on && typing) soon();
    },
  };
}
