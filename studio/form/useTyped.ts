import { onScopeDispose, ref, watch, type Ref } from 'vue';
import type { FormContext } from './formContext.ts';

/** Milliseconds of quiet after which typed text goes into the file. */
const pause = 150;

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

/** A text that is typed into a control and given to the file in small pauses, so that typing never waits. */
export function useTyped(form: FormContext, value: () => string, put: (text: string) => void): Typed {
  const shown = ref(value());
  let typing = false;
  let composing = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  watch(value, (next) => {
    if (!typing) shown.value = next;
  });

  function give(): void {
    clearTimeout(timer);
    if (!typing || composing) return;
    typing = false;
    if (shown.value !== value()) put(shown.value);
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
      clearTimeout(timer);
      if (!composing) timer = setTimeout(give, pause);
    },
    give,
    compose(on) {
      composing = on;
      if (!on && typing) timer = setTimeout(give, pause);
    },
  };
}
