import type { ExtensionFile } from './generated/schemas.ts';
import type { Draft } from './item.ts';
import type { Words } from './schemas.ts';

/** Fields of one object that stand together in the form. */
export interface FormGroup {
  /** Position in the layout of what says so; of the last group `undefined` where the layout says nothing of it. */
  index: number | undefined;
  /** The heading of the group; of the last one always `undefined`. */
  title: Words | undefined;
  keys: string[];
}

/**
 * The `keys` of the object at `at` (`materials.list.*`; empty: of the item itself) in the groups and the order that
 * `layout` gives them. Always ends with a group without heading: fields of which nothing is said, in their own order,
 * and before them those that the layout names last without a title. A field that is named twice stands where it is
 * named first; a name that is no field is left out, which the check says.
 */
export function formGroups(
  keys: readonly string[],
  layout: Draft<ExtensionFile>['layout'],
  at: string,
): FormGroup[] {
  const left = new Set(keys);
  const take = (key: string) => left.delete(key);
  const groups = (layout ?? []).flatMap((said, index): FormGroup[] => {
    if ((said.at ?? '') !== at) return [];
    const { zh, en = zh } = said.title ?? {};
    return [
      {
        index,
        title: zh === undefined ? undefined : { zh, en: en! },
        keys: (said.fields ?? []).filter(take),
      },
    ];
  });
  const before = groups.at(-1);
  if (before === undefined || before.title !== undefined)
    return [...groups, { index: undefined, title: undefined, keys: [...left] }];
  return [...groups.slice(0, -1), { ...before, keys: [...before.keys, ...left] }];
}
