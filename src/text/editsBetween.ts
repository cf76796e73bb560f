import type { Edit, Plain } from '../model/edit.ts';
import type { Path } from '../model/path.ts';
import { sameValue } from './applyEdit.ts';

/**
 * Edits that, made in turn, make `wanted` of `value`. Elements of lists whose elements all have an `id` of their
 * own are matched by it, so that each keeps its text and comments wherever it goes.
 */
export function editsBetween(value: Plain, wanted: Plain, path: Path = []): Edit[] {
  if (sameValue(value, wanted)) return [];
  if (Array.isArray(value) && Array.isArray(wanted)) {
    const [old, now] = [byId(value), byId(wanted)];
    if (old !== undefined && now !== undefined) return elementEdits(old, now, path);
  }
  if (isMap(value) && isMap(wanted)) {
    const removed = Object.keys(value).filter((key) => !Object.hasOwn(wanted, key));
    return [
      ...Object.entries(wanted).flatMap(([key, entry]): Edit[] =>
        Object.hasOwn(value, key)
          ? editsBetween(value[key]!, entry, [...path, key])
          : [{ kind: 'set', path: [...path, key], value: entry }],
      ),
      ...removed.map((key): Edit => ({ kind: 'remove', path: [...path, key] })),
    ];
  }
  return [{ kind: 'set', path, value: wanted }];
}

function elementEdits(old: ReadonlyMap<string, Plain>, now: ReadonlyMap<string, Plain>, path: Path): Edit[] {
  const edits: Edit[] = [];
  const ids = [...old.keys()];
  for (const id of [...ids].reverse()) {
    if (now.has(id)) continue;
    const at = ids.indexOf(id);
    edits.push({ kind: 'remove', path: [...path, at] });
    ids.splice(at, 1);
  }
  [...now].forEach(([id, element], to) => {
    const at = ids.indexOf(id);
    if (at < 0) {
      edits.push({ kind: 'insert', path: [...path, to], value: element });
      ids.splice(to, 0, id);
      return;
    }
    if (at !== to) {
      edits.push({ kind: 'move', path: [...path, at], to });
      ids.splice(to, 0, ...ids.splice(at, 1));
    }
    edits.push(...editsBetween(old.get(id)!, element, [...path, to]));
  });
  return edits;
}

function byId(list: readonly Plain[]): Map<string, Plain> | undefined {
  const elements = new Map<string, Plain>();
  for (const element of list) {
    const id = isMap(element) && Object.hasOwn(element, 'id') ? element['id'] : undefined;
    if (typeof id !== 'string' || elements.has(id)) return undefined;
    elements.set(id, element);
  }
  return elements;
}

function isMap(value: Plain): value is { [key: string]: Plain } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
