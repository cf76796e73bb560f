import { builtInShape, type CatalogueShape } from '../model/catalogueShape.ts';
import { childSchema } from '../model/field.ts';
import type { Path } from '../model/path.ts';
import type { FileKind, Schema, Words } from '../model/schemas.ts';
import { movedKeys } from './movedKeys.ts';
import { entryOf, isMap, keysOf, sameValue, unordered, type Entries } from './sameValue.ts';
import { elementLabel, titleOf } from './titles.ts';
import type { Change } from './types.ts';
import { unitOf } from './units.ts';

/** A place of a file, as the walk comes to it. */
export interface Place {
  /** Elements of keyed lists by id. */
  path: Path;
  /** The same inside an item: without `overlay`, elements as `*`. Undefined outside items and overlays. */
  itemPath?: Path;
  schema: Schema | undefined;
  /** Titles and element names from the root down. */
  trail: readonly Words[];
}

/** A difference before it is put into words. */
export interface Difference {
  kind: Change['kind'];
  place: Place;
  before?: unknown;
  after?: unknown;
  /** It is a whole element of a keyed list; for a moved one, `behind` is what it now follows. */
  element?: { behind?: Words };
}

/** What differs between two values of a file of `kind`, in the order of its schema. Takes any values and never throws. */
export function differences(
  kind: FileKind,
  before: unknown,
  after: unknown,
  shape = builtInShape,
): Difference[] {
  const walk = new Walk(overlaySchema(kind, shape));
  walk.compare(rootPlace(kind, shape), before, after);
  return walk.found;
}

/** The item's schema, below `overlay` of a layer; none in a file of another kind. */
export function overlaySchema(kind: FileKind, { schemas }: CatalogueShape): Schema | undefined {
  return kind === 'layer' ? schemas.item : undefined;
}

/** Where a file begins. */
export function rootPlace(kind: FileKind, { schemas }: CatalogueShape): Place {
  return { path: [], schema: schemas[kind], trail: [], ...(kind === 'item' && { itemPath: [] }) };
}

class Walk {
  readonly found: Difference[] = [];

  /** `overlay`: what stands below a layer's; none in other files. */
  constructor(private readonly overlay: Schema | undefined) {}

  compare(place: Place, before: unknown, after: unknown): void {
    if (sameValue(before, after)) return;
    const found = this.found.length;
    if (place.path.length > 0 || (before !== undefined && after !== undefined))
      this.compareInside(place, before, after);
    // What has no parts that differ (an empty map beside none), or parts that cannot be matched, differs itself.
    if (this.found.length === found) this.found.push(whole(place, before, after));
  }

  private compareInside(place: Place, before: unknown, after: unknown): void {
    if (areAll(isMap, before, after)) this.compareMaps(place, before as Entries, after as Entries);
    else if (areAll(Array.isArray, before, after))
      this.compareLists(place, before as unknown[] | undefined, after as unknown[] | undefined);
  }

  private compareMaps(place: Place, before: Entries | undefined, after: Entries | undefined): void {
    const unit = unitOf(place.schema);
    if (unit === 'whole') return;
    const settled = new Set(unit);
    if (unit.some((key) => !sameValue(entryOf(before, key), entryOf(after, key)))) {
      this.found.push(whole(place, before, after));
      if (before === undefined || after === undefined) return;
    }
    for (const key of orderedKeys(place.schema, before, after))
      if (!settled.has(key))
        this.compare(entryPlace(place, key, this.overlay), entryOf(before, key), entryOf(after, key));
  }

  private compareLists(place: Place, before: unknown[] = [], after: unknown[] = []): void {
    const key = place.schema?.['x-key'];
    const olds = key === undefined ? undefined : byKey(before, key);
    const news = key === undefined ? undefined : byKey(after, key);
    if (olds !== undefined && news !== undefined) this.compareKeyed(place, olds, news);
  }

  private compareKeyed(place: Place, olds: Keyed, news: Keyed): void {
    const [was, is] = [positionsOf(olds), positionsOf(news)];
    const moved = movedKeys([...was.keys()], [...is.keys()]);
    for (const [id, before] of olds)
      if (!news.has(id)) this.compareElement(elementPlace(place, id, before), before, undefined);
    let behind: Words | undefined;
    for (const [id, after] of news) {
      const at = elementPlace(place, id, after);
      if (moved.has(id))
        this.found.push({
          kind: 'moved',
          place: at,
          before: was.get(id),
          after: is.get(id),
          element: { ...(behind && { behind }) },
        });
      this.compareElement(at, olds.get(id), after);
      behind = elementLabel(after, id);
    }
  }

  private compareElement(place: Place, before: Entries | undefined, after: Entries | undefined): void {
    const alone = before === undefined ? after : after === undefined ? before : undefined;
    if (alone === undefined) return this.compare(place, before, after);
    const found = this.found.length;
    if (this.overlay !== undefined && isOverride(place.schema, alone)) {
      const unsaid = { id: alone['id'] };
      this.compare(place, before ?? unsaid, after ?? unsaid);
    }
    if (this.found.length === found) this.found.push({ ...whole(place, before, after), element: {} });
  }
}

function whole(place: Place, before: unknown, after: unknown): Difference {
  if (before === undefined) return { kind: 'added', place, after };
  if (after === undefined) return { kind: 'removed', place, before };
  const isMoved = unordered(before) === unordered(after);
  return { kind: isMoved ? 'moved' : 'changed', place, before, after };
}

/** Whether at least one is there, and what is there is what `is` says. */
function areAll(is: (value: unknown) => boolean, before: unknown, after: unknown): boolean {
  return (before === undefined || is(before)) && (after === undefined || is(after));
}

/** Elements of a list by their key. */
export type Keyed = Map<string, Entries>;

function positionsOf(list: Keyed): Map<string, number> {
  return new Map([...list.keys()].map((id, at) => [id, at]));
}

/** The elements by their key, as text; `undefined` where one has none or two have the same. */
export function byKey(list: unknown[], key: string): Keyed | undefined {
  const elements: Keyed = new Map();
  for (const element of list) {
    const id = entryOf(element, key);
    if (!isMap(element) || (typeof id !== 'string' && typeof id !== 'number')) return undefined;
    if (elements.has(String(id))) return undefined;
    elements.set(String(id), element);
  }
  return elements;
}

/** A layer's element that says only a part of what the schema requires: it changes one of the level above, or takes it out. */
function isOverride(schema: Schema | undefined, element: Entries): boolean {
  return (
    !Object.hasOwn(element, '$remove') && (schema?.required ?? []).some((key) => !Object.hasOwn(element, key))
  );
}

function orderedKeys(schema: Schema | undefined, before?: Entries, after?: Entries): string[] {
  const present = new Set([...keysOf(before ?? {}), ...keysOf(after ?? {})]);
  const known = Object.keys(schema?.properties ?? {}).filter((key) => present.has(key));
  return [...new Set([...known, ...present])];
}

/** The entry `key` of the map at `place`; `overlay` is the schema of a layer's. */
export function entryPlace(place: Place, key: string, overlay: Schema | undefined): Place {
  if (overlay !== undefined && place.path.length === 0 && key === 'overlay')
    return { path: [key], itemPath: [], schema: overlay, trail: [] };
  const schema = place.schema && childSchema(place.schema, key);
  return {
    path: [...place.path, key],
    ...(place.itemPath && { itemPath: [...place.itemPath, key] }),
    schema,
    // A group's only list goes by the group's name: 申请材料, not 申请材料 › 材料.
    trail: key === 'list' ? place.trail : [...place.trail, titleOf(schema, key)],
  };
}

/** The element `id` of the keyed list at `list`. */
export function elementPlace(list: Place, id: string, element: Entries): Place {
  return {
    path: [...list.path, id],
    ...(list.itemPath && { itemPath: [...list.itemPath, '*'] }),
    schema: list.schema && childSchema(list.schema, 0),
    trail: [...list.trail, elementLabel(element, id)],
  };
}
