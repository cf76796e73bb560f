import type { CatalogueRule } from '../rule.ts';
import { bundleExample, pipes, pipesFile } from './bundleExample.ts';
import { inEachBundle, memberName } from './offeredBundles.ts';

/** State Council 2015 No. 6: parallel handling replaces waiting for another's result. */
export const bundleParallelIsResult: CatalogueRule = {
  id: 'bundle-parallel-is-result',
  family: 'bundles',
  scope: 'catalogue',
  severity: 'warning',
  title: {
    zh: '容缺并行的材料是另一成员的结果',
    en: 'What is handled in parallel is the result of another member',
  },
  why: {
    zh: '容缺并行只对“要用另一成员的证件”有意义。改为那份材料，或者删去；材料没有写明是谁的结果的，在事项里补 resultOf。',
    en: 'Handling in parallel is for a material that another member issues. Name that material, or take the entry out; where the item does not say whose result it is, add resultOf there.',
  },
  cites: [
    { law: 'state-council-2015-6' },
    { law: 'administrative-licensing-law', article: 26, paragraph: 2 },
  ],
  good: [
    bundleExample(
      'the result of the first',
      {
        members: [
          { id: 'first', item: 'a' },
          { id: 'second', item: 'b', parallel: [{ material: 'result', way: 'commitment' }] },
        ],
      },
      { b: { materials: { list: [{ id: 'result', resultOf: 'a' }] } } },
    ),
  ],
  bad: [
    {
      ...bundleExample('an application', {
        members: [
          { id: 'first', item: 'a' },
          { id: 'second', item: 'b', parallel: [{ material: 'application', way: 'later' }] },
        ],
      }),
      at: ['members', 1, 'parallel', 0, 'material'],
    },
  ],
  mutations: [
    {
      name: 'handles a drawing in parallel',
      files: {
        [pipesFile]: pipes({
          members: [
            { id: 'planning', item: 'construction-planning-permit' },
            {
              id: 'digging',
              item: 'urban-road-excavation-permit',
              after: ['planning'],
              parallel: [{ material: 'design', way: 'commitment' }],
            },
          ],
        }),
      },
    },
  ],
  check(catalogue) {
    return inEachBundle(catalogue, (offered) => {
      const { bundle, items } = offered;
      const issued = new Set((bundle.members ?? []).map(({ item }) => item));
      return (bundle.members ?? []).flatMap(({ id, item, parallel = [] }, i) =>
        parallel.flatMap(({ material }, j) => {
          const found = items.get(item ?? '')?.item.materials?.list?.find((one) => one.id === material);
          if (found === undefined || (found.resultOf !== item && issued.has(found.resultOf))) return [];
          return [
            {
              path: ['members', i, 'parallel', j, 'material'],
              message: {
                zh: `“${memberName(offered, id ?? '')}”的“${found.name ?? material ?? ''}”不是别的成员的结果，谈不上容缺并行。请改对材料，或删去。`,
                en: `"${found.name ?? material ?? ''}" is the result of no other member, so there is nothing to handle in parallel. Correct the material, or take the entry out.`,
              },
            },
          ];
        }),
      );
    });
  },
};
