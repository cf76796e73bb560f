import type { Draft, Item } from '../../../model/item.ts';
import type { Path } from '../../../model/path.ts';
import type { CatalogueRule } from '../rule.ts';
import { cyclesAmong } from './cyclesAmong.ts';

/**
 * State Council 2015 No. 6: bodies may not make their permits each other's precondition. An item asks for
 * another when one of its materials is the other's result, or one of its conditions that the other is granted.
 */
export const preconditionCycle: CatalogueRule = {
  id: 'precondition-cycle',
  family: 'across',
  scope: 'catalogue',
  severity: 'error',
  title: { zh: '事项不得互为前置', en: 'Permits are not each other’s precondition' },
  why: {
    zh: '两个许可互为前置，申请人一个也办不成。去掉其中一项材料，改为机关之间核查，或者并联办理。',
    en: 'Where permits require each other nobody obtains any of them. Drop one of the materials and let the bodies ask each other, or handle them in parallel.',
  },
  cites: [{ law: 'state-council-2015-6' }],
  good: [
    { name: 'one after the other', items: [asks('a', 'b'), asks('b')] },
    { name: 'two ways to one', items: [asks('a', 'b', 'c'), asks('b', 'd'), asks('c', 'd'), asks('d')] },
    { name: 'an item that is not in the catalogue', items: [asks('a', 'elsewhere')] },
  ],
  bad: [
    { name: 'two of each other', items: [asks('a', 'b'), asks('b', 'a')] },
    { name: 'itself', items: [asks('a', 'a')], at: ['materials', 'list', 0, 'resultOf'] },
    {
      name: 'by a condition',
      items: [
        asks('a', 'b'),
        {
          id: 'b',
          basics: { name: 'b' },
          conditions: { grant: [{ id: 'x', text: '有 a。', resultOf: 'a' }] },
        },
      ],
    },
    {
      name: 'through four',
      items: [asks('a', 'b'), asks('b', 'c'), asks('c', 'd'), asks('d', 'a'), asks('e', 'a')],
    },
  ],
  mutations: [
    {
      name: 'two permits ask for each other',
      edits: [
        {
          kind: 'set',
          path: ['materials', 'list', 1, 'resultOf'],
          value: 'construction-planning-permit',
        },
      ],
      others: {
        '000000/construction-planning-permit.yaml': [
          { kind: 'set', path: ['materials', 'list', 2, 'resultOf'], value: 'urban-road-excavation-permit' },
        ],
      },
    },
  ],
  check({ bases }) {
    // What asks for no other result is on no way round.
    const asking = bases.filter((base) => asksForResult(base));
    const byId = new Map(asking.map((base) => [base.id, base]));
    const edges = new Map(asking.map((base) => [base.id, preconditions(base).map(({ id }) => id)]));
    return cyclesAmong(edges).map((cycle) => {
      const subject = byId.get(cycle[0]!)!;
      const next = cycle[1] ?? cycle[0];
      const names = [...cycle, cycle[0]!].map((id) => byId.get(id)?.item.basics?.name ?? id).join(' → ');
      return {
        subject,
        finding: {
          path: preconditions(subject).find(({ id }) => id === next)!.path,
          message: {
            zh: `事项互为前置：${names}。申请人一项也办不成。请去掉其中一项材料或条件，或改为并联办理。`,
            en: `Permits are each other's precondition: ${names}. Nobody could obtain any of them. Drop one of the materials or conditions, or handle them in parallel.`,
          },
        },
      };
    });
  },
};

function asksForResult({ item: { materials, conditions } }: { item: Draft<Item> }): boolean {
  return materials?.list?.some(isResult) === true || conditions?.grant?.some(isResult) === true;
}

function isResult({ resultOf }: { resultOf?: string }): boolean {
  return resultOf !== undefined;
}

/** The items whose result an item asks for, and where. */
function preconditions({ item }: { item: Draft<Item> }): { id: string; path: Path }[] {
  return [
    ...resultsIn(item.materials?.list, ['materials', 'list']),
    ...resultsIn(item.conditions?.grant, ['conditions', 'grant']),
  ];
}

function resultsIn(
  list: readonly { resultOf?: string }[] | undefined,
  at: Path,
): { id: string; path: Path }[] {
  return (list ?? []).flatMap(({ resultOf }, i) =>
    resultOf === undefined ? [] : [{ id: resultOf, path: [...at, i, 'resultOf'] }],
  );
}

function asks(id: string, ...others: string[]) {
  return {
    id,
    basics: { name: id },
    materials: { list: others.map((other) => ({ id: `m-${other}`, resultOf: other })) },
  };
}
