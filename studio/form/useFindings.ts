import { shallowRef, watch, type ShallowRef } from 'vue';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { pointer, type Path } from '../../src/model/path.ts';

/** Findings by their place, each place to be followed by itself. */
export interface PlacedFindings {
  /** What is wrong at just this place. */
  at(path: Path): readonly Diagnostic[];
  /** What is wrong at this place or below it. */
  below(path: Path): readonly Diagnostic[];
}

const nothing: readonly Diagnostic[] = [];

/**
 * Sorts `diagnostics` by place. Who asks for a place is told again only when the findings there changed, so that a
 * finding draws its own field and no other.
 */
export function useFindings(diagnostics: () => readonly Diagnostic[]): PlacedFindings {
  const places = new Map<string, ShallowRef<readonly Diagnostic[]>>();
  const all = shallowRef<readonly Diagnostic[]>(nothing);

  function placeOf(place: string): ShallowRef<readonly Diagnostic[]> {
    let known = places.get(place);
    if (known === undefined) places.set(place, (known = shallowRef(nothing)));
    return known;
  }

  function sort(found: readonly Diagnostic[]): void {
    const byPlace = new Map<string, Diagnostic[]>();
    for (const one of found) {
      const place = pointer(one.path);
      const there = byPlace.get(place);
      if (there === undefined) byPlace.set(place, [one]);
      else there.push(one);
    }
    for (const [place, now] of byPlace) {
      const known = placeOf(place);
      if (!sameWords(known.value, now)) known.value = now;
    }
    for (const [place, known] of places)
      if (!byPlace.has(place) && known.value.length > 0) known.value = nothing;
    all.value = found;
  }

  watch(diagnostics, sort, { immediate: true, flush: 'sync' });
  return {
    at: (path) => placeOf(pointer(path)).value,
    below: (path) => all.value.filter((one) => path.every((step, i) => one.path[i] === step)),
  };
}

/** Whether both lists say the same; where it stands in the text is of no matter to a field. */
function sameWords(a: readonly Diagnostic[], b: readonly Diagnostic[]): boolean {
  return a.length === b.length && a.every((one, i) => words(one) === words(b[i]!));
}

function words(one: Diagnostic): string {
  return JSON.stringify({ ...one, range: undefined });
}
