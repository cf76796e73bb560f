import type { Edit, Plain } from '../../src/model/edit.ts';
import type { ExtensionFile } from '../../src/model/generated/schemas.ts';
import type { Draft } from '../../src/model/item.ts';
import { changeId } from './fieldGroups.ts';

/**
 * The edits of an extension that put the field `key` of the group `at` at position `to` among `keys`, the fields of that
 * group in the form's order. Where the group is arranged already, the order that stands there is changed; else it is said
 * for the first time, as far as it differs.
 */
export function arrangeEdits(
  said: Draft<ExtensionFile>,
  at: string,
  keys: readonly string[],
  { key, to }: { key: string; to: number },
): Edit[] {
  const from = keys.indexOf(key);
  if (from < 0 || to < 0 || to >= keys.length || from === to) return [];
  const order = keys.filter((one) => one !== key);
  order.splice(to, 0, key);
  const layout = said.layout ?? [];
  const own = layout.findIndex((one) => (one.at ?? '') === at);
  // What comes after the last field that moved keeps its order unsaid.
  const known = new Set(own < 0 ? [] : layout[own]!.fields);
  let length = Math.max(from, to) + 1;
  while (length < order.length && order.slice(length).some((one) => known.has(one))) length++;
  const fields: Plain = order.slice(0, length);
  if (own >= 0) return [{ kind: 'set', path: ['layout', own, 'fields'], value: fields }];
  const taken = new Set(layout.map(({ id }) => id));
  const group: Plain = {
    id: at === '' ? changeId('form', taken) : changeId(at, taken),
    ...(at !== '' && { at }),
    fields,
  };
  return said.layout === undefined
    ? [{ kind: 'set', path: ['layout'], value: [group] }]
    : [{ kind: 'insert', path: ['layout', layout.length], value: group }];
}
