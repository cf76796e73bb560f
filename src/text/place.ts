import type { Path } from '../model/path.ts';
import type { Element, Entry, ListNode, MapNode, Node } from './node.ts';

export type Collection = MapNode | ListNode;
export type Item = Entry | Element;

/** What holds a value: the document, an entry of a map, or an element of a list. */
export interface Place {
  holder: { kind: 'root' } | { kind: 'entry'; entry: Entry } | { kind: 'element'; element: Element };
  value: Node;
  /** Whether the place lies inside a flow collection. */
  inFlow: boolean;
  /** The collection the holder is in, its place and the holder's position there. */
  above?: { place: Place; collection: Collection; index: number };
}

export function itemsOf(collection: Collection): readonly Item[] {
  return collection.kind === 'map' ? collection.entries : collection.elements;
}

export function rootPlace(root: Node): Place {
  return { holder: { kind: 'root' }, value: root, inFlow: false };
}

/** The place one step below, or `undefined`. */
export function placeBelow(place: Place, step: string | number): Place | undefined {
  const collection = place.value;
  if (collection.kind === 'scalar') return undefined;
  const inFlow = place.inFlow || collection.flow;
  if (collection.kind === 'map') {
    const index = typeof step === 'string' ? collection.entries.findIndex(({ key }) => key === step) : -1;
    const entry = collection.entries[index];
    return (
      entry && {
        holder: { kind: 'entry', entry },
        value: entry.value,
        inFlow,
        above: { place, collection, index },
      }
    );
  }
  const element = typeof step === 'number' ? collection.elements[step] : undefined;
  const above = { place, collection, index: Number(step) };
  return element && { holder: { kind: 'element', element }, value: element.value, inFlow, above };
}

/** The deepest place there is on the way to `path`, and how many steps it took. */
export function deepestPlace(root: Node, path: Path): { place: Place; depth: number } {
  let place = rootPlace(root);
  for (let depth = 0; depth < path.length; depth++) {
    const below = placeBelow(place, path[depth]!);
    if (!below) return { place, depth };
    place = below;
  }
  return { place, depth: path.length };
}

/** Where a value begins after its key or dash: after the `:` or the `-`; the value's own start elsewhere. */
export function slotOf({ holder, value, inFlow }: Place): number {
  if (holder.kind === 'entry')
    return holder.entry.afterColon === -1 ? holder.entry.keyEnd : holder.entry.afterColon;
  if (holder.kind === 'element' && !inFlow) return holder.element.start + 1;
  return value.start;
}
