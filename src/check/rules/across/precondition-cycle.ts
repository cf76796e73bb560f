import type { EffectiveItem } from '../../../catalogue/index.ts';
import type { CatalogueRule } from '../rule.ts';

/**
 * State Council 2015 No. 6: bodies may not make their permits each other's precondition. An item asks for
 * another when one of its materials is the other's result.
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
    { name: 'itself', items: [asks('a', 'a')] },
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
    const byId = new Map(bases.map((base) => [base.id, base]));
    return cyclesAmong(bases).map((cycle) => {
      const subject = byId.get(cycle[0]!)!;
      const index = (subject.item.materials?.list ?? []).findIndex(
        (material) => material.resultOf === (cycle[1] ?? cycle[0]),
      );
      const names = [...cycle, cycle[0]!].map((id) => byId.get(id)?.item.basics?.name ?? id).join(' → ');
      return {
        subject,
        finding: {
          path: ['materials', 'list', index, 'resultOf'],
          message: {
            zh: `事项互为前置：${names}。申请人一项也办不成。请去掉其中一项材料，或改为并联办理。`,
            en: `Permits are each other's precondition: ${names}. Nobody could obtain any of them. Drop one of the materials, or handle them in parallel.`,
          },
        },
      };
    });
  },
};

/** Each cycle once, beginning with its smallest id: the strongly connected parts, shown by a shortest way round. */
function cyclesAmong(bases: readonly EffectiveItem[]): string[][] {
  const edges = new Map(
    bases.map((base) => [
      base.id,
      (base.item.materials?.list ?? []).flatMap((m) => (m.resultOf === undefined ? [] : [m.resultOf])),
    ]),
  );
  const seen = new Set<string>();
  const cycles: string[][] = [];
  for (const start of [...edges.keys()].sort()) {
    if (seen.has(start)) continue;
    const way = shortestWayBack(start, edges);
    if (way === undefined) continue;
    for (const id of way) seen.add(id);
    cycles.push(way);
  }
  return cycles;
}

function shortestWayBack(start: string, edges: ReadonlyMap<string, string[]>): string[] | undefined {
  const from = new Map<string, string>();
  let front = [start];
  while (front.length > 0) {
    const next: string[] = [];
    for (const id of front)
      for (const to of edges.get(id) ?? []) {
        if (to === start) {
          const way = [id];
          while (way[0] !== start) way.unshift(from.get(way[0]!)!);
          return way;
        }
        if (edges.has(to) && !from.has(to)) {
          from.set(to, id);
          next.push(to);
        }
      }
    front = next;
  }
  return undefined;
}

function asks(id: string, ...others: string[]) {
  return {
    id,
    basics: { name: id },
    materials: { list: others.map((other) => ({ id: `m-${other}`, resultOf: other })) },
  };
}
