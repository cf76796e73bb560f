import type { RuleField } from '../../src/check/index.ts';
import type { Condition, Operand, RuleFile } from '../../src/model/generated/schemas.ts';
import type { Draft } from '../../src/model/item.ts';

type FieldsOf = (element: string | undefined) => readonly RuleField[];

/** The fields that a rule speaks of: of the item, and of the elements of each list. A case says these and no more. */
export interface UsedFields {
  item: RuleField[];
  lists: { each: string; fields: RuleField[] }[];
}

/** The fields of `said` that are among `fieldsOf` what it looks at, in their order. */
export function usedFields(said: Draft<RuleFile>, fieldsOf: FieldsOf): UsedFields {
  const named = new Map<string | undefined, Set<string>>();
  const use = (element: string | undefined, field: string | undefined) => {
    if (field === undefined) return;
    const known = named.get(element) ?? new Set();
    named.set(element, known.add(field));
  };
  const pair = (
    { field, itemField }: { field?: string | undefined; itemField?: string | undefined },
    element: string | undefined,
  ) => {
    use(element, field);
    use(undefined, itemField);
  };
  const operand = (one: Draft<Operand> | undefined, element: string | undefined) => {
    if (one !== undefined && typeof one !== 'number') pair(one, element);
  };
  const condition = (one: Draft<Condition> | undefined, element: string | undefined): void => {
    if (one === undefined) return;
    pair(one, element);
    operand(one.atMost, element);
    operand(one.atLeast, element);
    for (const inner of [...(one.all ?? []), ...(one.any ?? []), one.not]) condition(inner, element);
    if (one.some?.each === undefined) return;
    named.set(one.some.each, named.get(one.some.each) ?? new Set());
    condition(one.some.meets, one.some.each);
  };
  if (said.for !== undefined) named.set(said.for, new Set());
  condition(said.where, said.for);
  condition(said.must, said.for);
  use(said.for, said.at);
  for (const [, root, field] of (said.message?.zh ?? '').matchAll(/\{(item:)?([A-Za-z0-9.-]{1,120})\}/g))
    use(root === undefined ? said.for : undefined, field);
  const known = (element: string | undefined) => {
    const used = named.get(element);
    return used === undefined ? [] : fieldsOf(element).filter(({ field }) => used.has(field));
  };
  return {
    item: known(undefined),
    lists: [...named.keys()]
      .filter((each) => each !== undefined)
      .map((each) => ({ each, fields: known(each) })),
  };
}
