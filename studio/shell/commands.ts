import { computed, onScopeDispose, shallowReactive } from 'vue';
import type { Words } from '../../src/model/schemas.ts';

/** Something that the person can have done from anywhere: in the palette by its words, or by its keys. */
export interface Command {
  id: string;
  words: Words;
  /** Other words that it is found by, in any language. */
  also?: string;
  /** `Mod+K`: `Mod` is ⌘ on a Mac and Ctrl elsewhere. */
  keys?: string;
  /** Keys that do the same, as other programs have taught. */
  alsoKeys?: string;
  /** Whether its keys mean it where the focus is; everywhere where this is left out. */
  hears?(focus: Element): boolean;
  run(): unknown;
}

const offers = shallowReactive(new Set<() => readonly Command[]>());

/** All commands that the pages in sight offer now, those of the innermost first. */
export const commands = computed(() => [...offers].toReversed().flatMap((offer) => offer()));

/** Offers what `make` gives, which may change, as long as the calling component is there. */
export function offerCommands(make: () => readonly Command[]): void {
  offers.add(make);
  onScopeDispose(() => offers.delete(make));
}
