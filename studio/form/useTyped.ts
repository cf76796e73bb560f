import { onScopeDispose, ref, watch, type Ref } from 'vue';
import { afterPaint } from './afterPaint.ts';
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

/**
 * A text that is typed into a control and given to the file as soon as the key is seen, so that typing never waits.
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

  watch(value, (next) => {
    if (!typing) shown.value = next;
  });

  function give(): void {
    takeBack?.();
    takeBack = undefined;
    if (!typing || composing) return;
    typing = false;
    if (shown.value !== value()) put(shown.value, typist);
  }

  function soon(): void {
    takeBack ??= afterPaint(give);
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
