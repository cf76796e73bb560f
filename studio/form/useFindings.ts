import { shallowRef, watch, type ShallowRef } from 'vue';
// By itself: the rest of the check is the worker's.
import { isOfField } from '../../src/check/schema/fieldFindings.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { pointer, type Path } from '../../src/model/path.ts';

/** Findings by their place, each place to be followed by itself. */
export interface PlacedFindings {
  /** What is wrong at just this place. */
  at(path: Path): readonly Diagnostic[];
  /** What is wrong at this place or below it. */
  below(path: Path): readonly Diagnostic[];
  /**
   * Shows `own` in place of what the field's own schema was found to say at `path`, until it is `given` to the check and
   * that has answered. What else was found there stays; where `own` cannot be told, all that is shown stays so long.
   */
  foretell(path: Path, own: readonly Diagnostic[] | undefined): void;
  given(path: Path): void;
}

const nothing: readonly Diagnostic[] = [];

/** Findings by the place that they are asked for at. */
type Places = Map<string, ShallowRef<readonly Diagnostic[]>>;

/**
 * Sorts `diagnostics` by place. Who asks for a place is told again only when the findings there changed, so that a
 * finding draws its own field and no other.
 */
export function useFindings(diagnostics: () => readonly Diagnostic[]): PlacedFindings {
  const at: Places = new Map();
  const below: Places = new Map();
  /** What is shown before the check knows it, by place, and whether the check has been asked. */
  const foretold = new Map<string, { own: readonly Diagnostic[]; isGiven: boolean }>();
  let sorted = { at: new Map<string, Diagnostic[]>(), below: new Map<string, Diagnostic[]>() };

  function sort(found: readonly Diagnostic[]): void {
    sorted = { at: new Map(), below: new Map() };
    for (const one of found) {
      put(sorted.at, pointer(one.path), one);
      for (let length = 0; length <= one.path.length; length++)
        put(sorted.below, pointer(one.path.slice(0, length)), one);
    }
    for (const [place, { own, isGiven }] of foretold)
      if (isGiven) foretold.delete(place);
      else sorted.at.set(place, withOwn(sorted.at.get(place), own));
    tell(at, sorted.at);
    tell(below, sorted.below);
  }

  function foretell(path: Path, own: readonly Diagnostic[] | undefined): void {
    const place = pointer(path);
    if (own === undefined) return void foretold.delete(place);
    foretold.set(place, { own, isGiven: false });
    sorted.at.set(place, withOwn(sorted.at.get(place), own));
    tellOne(at.get(place), sorted.at.get(place)!);
  }

  function given(path: Path): void {
    const one = foretold.get(pointer(path));
    if (one !== undefined) one.isGiven = true;
  }

  watch(diagnostics, sort, { immediate: true, flush: 'sync' });
  return {
    at: (path) => followed(at, sorted.at, pointer(path)),
    below: (path) => followed(below, sorted.below, pointer(path)),
    foretell,
    given,
  };
}

/** `found` at a place, with `own` as what the field's own schema says, in the order of the check. */
function withOwn(found: readonly Diagnostic[] = nothing, own: readonly Diagnostic[]): Diagnostic[] {
  const all = [...own, ...found.filter(({ code }) => !isOfField(code))];
  return all.sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
}

function put(places: Map<string, Diagnostic[]>, place: string, one: Diagnostic): void {
  const there = places.get(place);
  if (there === undefined) places.set(place, [one]);
  else there.push(one);
}

/** Tells those who follow a place where the findings have changed. */
function tell(places: Places, found: ReadonlyMap<string, readonly Diagnostic[]>): void {
  for (const [place, known] of places) tellOne(known, found.get(place) ?? nothing);
}

function tellOne(known: ShallowRef<readonly Diagnostic[]> | undefined, now: readonly Diagnostic[]): void {
  if (known !== undefined && !sameWords(known.value, now)) known.value = now;
}

/** What is found at `place`, which is followed from now on. */
function followed(
  places: Places,
  found: ReadonlyMap<string, readonly Diagnostic[]>,
  place: string,
): readonly Diagnostic[] {
  let known = places.get(place);
  if (known === undefined) places.set(place, (known = shallowRef(found.get(place) ?? nothing)));
  return known.value;
}

/** Whether both lists say the same; where it stands in the text is of no matter to a field. */
function sameWords(a: readonly Diagnostic[], b: readonly Diagnostic[]): boolean {
  return a.length === b.length && a.every((one, i) => words(one) === words(b[i]!));
}

function words(one: Diagnostic): string {
  return JSON.stringify({ ...one, range: undefined });
}
