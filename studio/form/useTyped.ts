import { onScopeDispose, ref, watch, type Ref } from 'vue';
import type { Edit } from '../../src/model/edit.ts';
import type { Path } from '../../src/model/path.ts';
import { afterTime } from '../document/later.ts';
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

/** A field that is typed into. */
export interface TypedField {
  path: () => Path;
  /** How what the file says is written in the control. */
  text: () => string;
  /** The edits that make the file say what was typed. */
  edits: (text: string) => readonly Edit[];
}

/** Milliseconds without a key after which what was typed is given: shorter than between two keys of a hand. */
const rest = 35;
/** Milliseconds after which it is given all the same: a key that is held down does not rest. */
const longest = 1000;

/**
 * A text that is typed into a control. What the field's own schema says of it is shown with the key itself; it is given
 * to the file, whose whole check follows, when the key is seen and the hand between two keys, so that typing never waits.
 * The keys of one field are one step of the history.
 */
export function useTyped(form: FormContext, { path, text, edits }: TypedField): Typed {
  const typist = {};
  const shown = ref(text());
  let typing = false;
  let composing = false;
  let takeBack: (() => void) | undefined;
  /** When the first key came that is not given; milliseconds. */
  let first = Infinity;

  watch(text, (next) => {
    if (!typing) shown.value = next;
  });

  function give(): void {
    takeBack?.();
    takeBack = undefined;
    first = Infinity;
    if (!typing || composing) return;
    typing = false;
    if (shown.value !== text()) form.edit(edits(shown.value), typist);
    form.given(path());
  }

  function soon(): void {
    form.foretell(path(), edits(shown.value));
    const now = performance.now();
    first = Math.min(first, now);
    takeBack?.();
    takeBack = afterTime(give, Math.max(0, Math.min(rest, first + longest - now)));
  }

  const end = form.onFlush(give);
  onScopeDispose(() => {
    composing = false;
    give();
    end();
  });

  return {
    shown,
    type(typed) {
      typing = true;
      shown.value = typed;
      if (!composing) soon();
    },
    give,
    compose(on) {
      composing = on;
      if (!on && typing) soon();
    },
  };
}
