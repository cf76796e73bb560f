import { builtInShape, type CatalogueShape } from '../model/catalogueShape.ts';
import type { Plain } from '../model/edit.ts';
import type { Path } from '../model/path.ts';
import type { FileKind, Schema, Words } from '../model/schemas.ts';
import { describe, isProse } from './describe.ts';
import {
  byKey,
  elementPlace,
  entryPlace,
  overlaySchema,
  rootPlace,
  type Keyed,
  type Place,
} from './differences.ts';
import { isMap, sameValue, type Entries } from './sameValue.ts';
import { titleOf } from './titles.ts';
import { unitOf } from './units.ts';

/** One thing as it was, as somebody else made it, and as I made it. */
export interface Three<T> {
  base: T;
  theirs: T;
  mine: T;
}

/** A field that both changed, each otherwise. */
export interface MergeConflict {
  /** Elements of keyed lists by id. */
  path: Path;
  field: Words;
  /** What the field said and says, in words. */
  base: Words;
  theirs: Words;
  mine: Words;
}

export type MergedValues =
  { kind: 'merged'; value: Plain } | { kind: 'conflict'; conflicts: MergeConflict[] };

/** Whose words stand where both changed a field; `undefined` leaves it to people. */
export type Choose = (path: Path) => 'theirs' | 'mine' | undefined;

/**
 * The value of a file of `kind` with what both changed of it. What changes as one in words (a limit's number and
 * unit, a rule with its kind) is one field; elements of keyed lists are matched by their key, and other lists are
 * one field. Both having made the same change is no conflict; one having taken out what the other changed is.
 * Where they conflict, `choose` decides.
 */
export function mergeValues(
  kind: FileKind,
  three: Three<Plain>,
  choose: Choose = () => undefined,
  shape = builtInShape,
): MergedValues {
  const walk = new Walk(kind, choose, shape);
  const value = walk.merge(rootPlace(kind, shape), three);
  // The root of a file is never absent: what is merged are texts that were read.
  return walk.conflicts.length === 0
    ? { kind: 'merged', value: value as Plain }
    : { kind: 'conflict', conflicts: walk.conflicts };
}

/** `undefined` where there is nothing. */
type Values = Three<unknown>;

class Walk {
  readonly conflicts: MergeConflict[] = [];
  private readonly overlay: Schema | undefined;

  constructor(
    private readonly kind: FileKind,
    private readonly choose: Choose,
    private readonly shape: CatalogueShape,
  ) {
    this.overlay = overlaySchema(kind, shape);
  }

  merge(place: Place, { base, theirs, mine }: Values): unknown {
    if (sameValue(base, mine) || sameValue(theirs, mine)) return theirs;
    if (sameValue(base, theirs)) return mine;
    if (isMap(theirs) && isMap(mine) && (base === undefined || isMap(base)))
      return this.mergeMaps(place, { base: base ?? {}, theirs, mine });
    const key = place.schema?.['x-key'];
    if (key !== undefined && Array.isArray(theirs) && Array.isArray(mine)) {
      const lists = {
        base: byKey(Array.isArray(base) ? base : [], key),
        theirs: byKey(theirs, key),
        mine: byKey(mine, key),
      };
      if (isKeyed(lists)) return this.mergeKeyed(place, lists);
    }
    return this.conflict(place, { base, theirs, mine });
  }

  private conflict<T>(place: Place, { base, theirs, mine }: { base: unknown; theirs: T; mine: T }): T {
    const chosen = this.choose(place.path);
    if (chosen !== undefined) return chosen === 'mine' ? mine : theirs;
    this.conflicts.push({
      path: place.path,
      field: fieldOf(this.shape.schemas[this.kind], this.kind, place),
      base: wordsOf(place, base),
      theirs: wordsOf(place, theirs),
      mine: wordsOf(place, mine),
    });
    return mine;
  }

  private mergeMaps(place: Place, { base, theirs, mine }: Three<Entries>): Entries {
    const unit = unitOf(place.schema);
    if (unit === 'whole') return this.conflict(place, { base, theirs, mine });
    const merged: Entries = {};
    const take = (key: string, value: unknown) => {
      if (value !== undefined) merged[key] = value;
    };
    const parts = this.mergeUnit(place, unit, { base, theirs, mine });
    for (const key of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
      if (unit.includes(key)) take(key, parts[key]);
      else
        take(
          key,
          this.merge(entryPlace(place, key, this.overlay), {
            base: own(base, key),
            theirs: own(theirs, key),
            mine: own(mine, key),
          }),
        );
    }
    return merged;
  }

  /** The entries of a map that say something only together. */
  private mergeUnit(place: Place, unit: readonly string[], { base, theirs, mine }: Three<Entries>): Entries {
    const [was, theirParts, myParts] = [base, theirs, mine].map((map) =>
      Object.fromEntries(unit.filter((key) => Object.hasOwn(map, key)).map((key) => [key, map[key]])),
    ) as [Entries, Entries, Entries];
    if (sameValue(was, myParts) || sameValue(theirParts, myParts)) return theirParts;
    return sameValue(was, theirParts)
      ? myParts
      : this.conflict(place, { base: was, theirs: theirParts, mine: myParts });
  }

  private mergeKeyed(place: Place, { base, theirs, mine }: Three<Keyed>): unknown[] {
    const merged = new Map<string, unknown>();
    for (const id of new Set([...theirs.keys(), ...mine.keys()])) {
      const [was, their, my] = [base.get(id), theirs.get(id), mine.get(id)];
      const at = elementPlace(place, id, (their ?? my)!); // It is an id of one of the two.
      // Two new elements may have got one id by chance; they are not one element that both wrote a part of.
      const isTwice = was === undefined && their !== undefined && my !== undefined && !sameValue(their, my);
      const value = isTwice
        ? this.conflict(at, { base: was, theirs: their, mine: my })
        : this.merge(at, { base: was, theirs: their, mine: my });
      if (value !== undefined) merged.set(id, value);
    }
    return this.order(place, {
      base: [...base.keys()],
      theirs: [...theirs.keys()],
      mine: [...mine.keys()],
    })
      .filter((id) => merged.has(id))
      .map((id) => merged.get(id));
  }

  /** All ids in the order of whoever changed it; what only the other has stands behind what it stood behind. */
  private order(place: Place, { base, theirs, mine }: Three<string[]>): string[] {
    const moved = (list: string[]) => {
      const [was, is] = [base.filter((id) => list.includes(id)), list.filter((id) => base.includes(id))];
      return was.some((id, at) => id !== is[at]);
    };
    const iMoved = moved(mine);
    const both = theirs.filter((id) => mine.includes(id));
    const isSame = mine.filter((id) => theirs.includes(id)).every((id, at) => id === both[at]);
    const isMine =
      iMoved && (!moved(theirs) || isSame || this.conflict(place, { base, theirs, mine }) === mine);
    const [lead, other] = isMine ? [mine, theirs] : [theirs, mine];
    const ids = [...lead];
    let behind = 0;
    for (const id of other) {
      const at = ids.indexOf(id);
      if (at >= 0) {
        behind = at + 1;
        continue;
      }
      // Behind what the other put at the same place too.
      while (behind < ids.length && !base.includes(ids[behind]!) && !other.includes(ids[behind]!)) behind++;
      ids.splice(behind++, 0, id);
    }
    return ids;
  }
}

function fieldOf(schema: Schema, kind: FileKind, { trail }: Place): Words {
  if (trail.length === 0) return titleOf(schema, kind);
  return { zh: trail.map(({ zh }) => zh).join(' › '), en: trail.map(({ en }) => en).join(' › ') };
}

/** A value in words; prose in full, for it is to be compared. */
function wordsOf({ schema }: Place, value: unknown): Words {
  if (typeof value === 'string' && isProse(schema)) return { zh: value, en: value };
  return describe(schema, value, { lookups: undefined, questions: undefined });
}

function own(map: Entries, key: string): unknown {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

function isKeyed(lists: Three<Keyed | undefined>): lists is Three<Keyed> {
  return Object.values(lists).every((list) => list !== undefined);
}
