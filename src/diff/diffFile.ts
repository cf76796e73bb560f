import type { Lookups } from '../catalogue/types.ts';
import type { Draft, Item } from '../model/item.ts';
import type { FileKind, Words } from '../model/schemas.ts';
import { questionsOf } from '../procedure/index.ts';
import type { Reader } from './describe.ts';
import { differences, type Difference } from './differences.ts';
import { effectOf } from './effects.ts';
import { riskOf } from './risk.ts';
import { entryOf, isMap } from './sameValue.ts';
import { sentenceOf } from './sentence.ts';
import type { Change, Effect } from './types.ts';

/**
 * What changed from `before` to `after`, two values of a file of `kind`, in the order of its schema; empty when
 * they say the same, whatever their layout. `undefined` is no file: a whole file comes or goes as one legal
 * change. Takes any values and never throws. With `lookups`, laws, agencies and codes go by their names,
 * and fields that the catalogue adds are known.
 *
 * A layer's fields are judged as the item's below `overlay`, but what it says anew or no longer has no effect
 * by itself, as the level above may say the same: compare effective items for that.
 */
export function diffFile(kind: FileKind, before: unknown, after: unknown, lookups?: Lookups): Change[] {
  const reader = { lookups, questions: questionsIn(kind, after) ?? questionsIn(kind, before) };
  const shape = lookups?.shape;
  return differences(kind, before, after, shape).map((difference) => changeOf(kind, difference, reader));
}

/** What changed in an item. See {@link diffFile}. */
export function diffItem(
  before: Draft<Item> | undefined,
  after: Draft<Item> | undefined,
  lookups?: Lookups,
): Change[] {
  return diffFile('item', before, after, lookups);
}

function changeOf(kind: FileKind, difference: Difference, reader: Reader): Change {
  const { place, before, after } = difference;
  const { effect, reason } = judged(kind, difference);
  const { field, words } = sentenceOf(kind, difference, reader, reason);
  return {
    kind: difference.kind,
    path: place.path,
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
    risk: riskOf(kind, place.path, [before, after], reader.lookups?.shape),
    effect,
    field,
    words,
  };
}

function judged(kind: FileKind, difference: Difference): { effect: Effect; reason?: Words } {
  const { kind: changed, place, before, after, element } = difference;
  if (changed === 'moved' || place.itemPath === undefined) return { effect: 'neutral' };
  if (kind !== 'layer') return effectOf(place.itemPath, before, after);
  // A layer that takes an element out takes it from the applicant's list, whatever else it says of it.
  if (entryOf(after ?? before, '$remove') === true) return effectOf(place.itemPath, after, before);
  const isWhole = element !== undefined || changed === 'changed';
  return isWhole ? effectOf(place.itemPath, before, after) : { effect: 'neutral' };
}

/** The questions of the file's item, the variants among them. */
function questionsIn(kind: FileKind, value: unknown): unknown {
  const item = kind === 'layer' ? entryOf(value, 'overlay') : value;
  const asked = questionsOf((isMap(item) ? item : {}) as Draft<Item>);
  return asked.length > 0 ? asked : undefined;
}
