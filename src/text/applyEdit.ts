import type { Edit, Plain } from '../model/edit.ts';
import type { Path } from '../model/path.ts';

/** Why an edit cannot be made, Chinese first. */
export interface Impossible {
  kind: 'impossible';
  reason: string;
  reasonEn: string;
}

export function impossible(reason: string, reasonEn: string): Impossible {
  return { kind: 'impossible', reason, reasonEn };
}

/**
 * The value that `edit` makes of `value`: what an edit means, text aside. `value` itself is left alone.
 *
 * Maps missing on the way of a `set` are made, and so is the list an `insert` goes into; an empty place (null)
 * counts as missing. What is not there cannot be removed or moved, and lists only grow by `insert`.
 */
export function applyEdit(value: Plain, edit: Edit): { kind: 'value'; value: Plain } | Impossible {
  try {
    return { kind: 'value', value: applied(value, edit, 0) };
  } catch (error) {
    if (error instanceof NoPlace) return impossible(error.reason, error.reasonEn);
    throw error;
  }
}

class NoPlace extends Error {
  constructor(
    readonly reason: string,
    readonly reasonEn: string,
  ) {
    super(reasonEn);
  }
}

function applied(value: Plain, edit: Edit, depth: number): Plain {
  const rest = edit.path.length - depth;
  if (rest === 0) {
    if (edit.kind === 'set') return edit.value;
    throw new NoPlace('整份文件不能删除或移动。', 'The whole file cannot be removed or moved.');
  }
  const step = edit.path[depth]!;
  if (rest === 1 && edit.kind === 'insert') return inserted(value, step, edit.value);
  if (Array.isArray(value)) {
    if (typeof step !== 'number' || !Object.hasOwn(value, step)) throw missing(edit.path, depth);
    if (rest === 1 && edit.kind === 'remove') return value.toSpliced(step, 1);
    if (rest === 1 && edit.kind === 'move') return moved(value, step, edit.to);
    return value.with(step, applied(value[step]!, edit, depth + 1));
  }
  if (typeof step !== 'string') throw missing(edit.path, depth);
  if (value === null && (edit.kind === 'set' || edit.kind === 'insert'))
    return { [step]: applied(null, edit, depth + 1) };
  if (typeof value !== 'object' || value === null) throw missing(edit.path, depth);
  const present = Object.hasOwn(value, step);
  if (rest === 1 && edit.kind === 'move')
    throw new NoPlace('只有列表的元素能移动。', 'Only list elements can be moved.');
  if (rest === 1 && edit.kind === 'remove') {
    if (!present) throw missing(edit.path, depth);
    return Object.fromEntries(Object.entries(value).filter(([key]) => key !== step));
  }
  if (!present && edit.kind !== 'set' && edit.kind !== 'insert') throw missing(edit.path, depth);
  return { ...value, [step]: applied(present ? value[step]! : null, edit, depth + 1) };
}

function inserted(value: Plain, step: string | number, element: Plain): Plain {
  const list = value ?? [];
  if (
    !Array.isArray(list) ||
    typeof step !== 'number' ||
    !Number.isInteger(step) ||
    step < 0 ||
    step > list.length
  ) {
    throw new NoPlace('这里不是列表，或位置超出列表。', 'This is no list, or the position lies outside it.');
  }
  return list.toSpliced(step, 0, element);
}

function moved(list: Plain[], from: number, to: number): Plain {
  if (!Number.isInteger(to) || to < 0 || to >= list.length) {
    throw new NoPlace('目标位置超出列表。', 'The position to move to lies outside the list.');
  }
  return list.toSpliced(from, 1).toSpliced(to, 0, list[from]!);
}

function missing(path: Path, depth: number): NoPlace {
  const place = path.slice(0, depth + 1).join('.');
  return new NoPlace(`没有 ${place} 这一项。`, `There is no ${place}.`);
}

/** Whether two values are the same; the order of keys does not count. */
export function sameValue(a: Plain, b: Plain): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  if (Array.isArray(a))
    return (
      a.length === (b as Plain[]).length && a.every((element, i) => sameValue(element, (b as Plain[])[i]!))
    );
  const other = b as { [key: string]: Plain };
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && sameValue(a[key]!, other[key]!))
  );
}
