import type { CatalogueRule } from '../rule.ts';
import { bundleExample, pipes, pipesFile } from './bundleExample.ts';
import { inEachBundle, memberName } from './offeredBundles.ts';

const licence = {
  materials: {
    list: [
      { id: 'licence', name: '营业执照' },
      { id: 'plan', name: '' },
    ],
  },
};
const licences = { a: licence, b: licence };

/** Licensing Law Art. 26 and 31: what is accepted once is asked for once. */
export const bundleSameMaterialShared: CatalogueRule = {
  id: 'bundle-same-material-shared',
  family: 'bundles',
  scope: 'catalogue',
  severity: 'info',
  title: {
    zh: '几个成员都要的同一材料只交一次',
    en: 'The same material of several members is handed in once',
  },
  why: {
    zh: '同名的材料或者同一事项的结果，成员各收一份，申请人就要交几遍。列入 shared，只交一次。',
    en: 'Materials of one name, or the result of one item, are handed in as often as members ask. List them under shared.',
  },
  cites: [
    { law: 'administrative-licensing-law', article: 31, paragraph: 2 },
    { law: 'administrative-licensing-law', article: 26, paragraph: 2 },
  ],
  good: [
    bundleExample('two applications of their own names', {}),
    bundleExample(
      'one licence, listed as shared',
      {
        shared: [
          {
            id: 's',
            name: '营业执照',
            materials: [
              { member: 'first', material: 'licence' },
              { member: 'second', material: 'licence' },
            ],
          },
        ],
      },
      licences,
    ),
  ],
  bad: [
    { ...bundleExample('one licence, asked for twice', {}, licences), at: ['members'] },
    {
      ...bundleExample(
        'and nothing of it among what is shared',
        {
          shared: [
            {
              id: 'other',
              name: '图',
              materials: [
                { member: 'first', material: 'plan' },
                { member: 'second', material: 'plan' },
              ],
            },
          ],
        },
        licences,
      ),
      at: ['shared'],
    },
  ],
  mutations: [
    {
      name: 'a drawing of one name, not listed as shared',
      files: { [pipesFile]: pipes() },
      others: {
        '000000/construction-planning-permit.yaml': [
          { kind: 'set', path: ['materials', 'list', 1, 'name'], value: '挖掘设计图和施工方案' },
        ],
      },
    },
  ],
  check(catalogue) {
    return inEachBundle(catalogue, (offered) => {
      const { bundle, reckoning } = offered;
      const [first] = reckoning.proposals;
      if (first === undefined) return [];
      const who = [...new Set(first.materials.map(({ member }) => memberName(offered, member)))];
      const taken = new Set((bundle.shared ?? []).map(({ id }) => id));
      const wanted = first.materials[0]!.material;
      const id = taken.has(wanted) ? `${wanted.slice(0, 56)}-shared` : wanted;
      const value = { id, name: first.name, materials: first.materials };
      const list = bundle.shared;
      return [
        {
          path: [list === undefined ? 'members' : 'shared'],
          message: {
            zh: `“${who.join('”“')}”都要“${first.name}”，申请人要交几遍。请列入共用材料，只交一次。`,
            en: `"${who.join('", "')}" all ask for "${first.name}". List it under shared, so that it is handed in once.`,
          },
          ...(!taken.has(id) && {
            fix: {
              title: { zh: `列入共用材料：${first.name}`, en: `Share: ${first.name}` },
              edits: [
                list === undefined
                  ? { kind: 'set' as const, path: ['shared'], value: [value] }
                  : { kind: 'insert' as const, path: ['shared', list.length], value },
              ],
            },
          }),
        },
      ];
    });
  },
};
