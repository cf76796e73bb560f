import type { Finding, ItemRule } from '../rule.ts';

export const materialTied: ItemRule = {
  id: 'material-tied',
  family: 'materials',
  scope: 'item',
  severity: 'warning',
  title: { zh: '每份材料对应一个条件或者一条依据', en: 'Each material proves a condition or rests on a law' },
  why: {
    zh: '既不证明哪个条件、又没有依据的材料，与许可无关，不得要求提交。写明它证明哪个条件、依据哪一条；写不出的，删去。',
    en: 'A material that proves no condition and rests on no law has nothing to do with the permit and may not be asked for. Say which condition it proves or which article asks for it, or take it out.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 31, paragraph: 1 }],
  good: [
    {
      name: 'one by condition, one by law',
      item: {
        materials: {
          list: [
            { id: 'm', name: '方案', conditions: ['c'] },
            { id: 'n', name: '申请表', basis: [{ law: 'a-law', article: 3 }] },
          ],
        },
      },
    },
    { name: 'no materials, expressly', item: { materials: { none: '不需要材料' } } },
    { name: 'a material that is not named yet', item: { materials: { list: [{ id: 'm' }] } } },
  ],
  bad: [
    {
      name: 'one of two',
      item: {
        materials: {
          list: [
            { id: 'm', name: '方案', conditions: ['c'] },
            { id: 'n', name: '近三年获奖情况', conditions: [] },
          ],
        },
      },
      at: ['materials', 'list', 1],
    },
    {
      name: 'nobody has tied anything, told once',
      item: {
        materials: {
          list: [
            { id: 'm', name: '申请表' },
            { id: 'n', name: '图纸' },
          ],
        },
      },
      at: ['materials', 'list'],
    },
  ],
  mutations: [
    {
      name: 'a material without condition and law',
      edits: [
        { kind: 'remove', path: ['materials', 'list', 3, 'conditions'] },
        { kind: 'remove', path: ['materials', 'list', 3, 'basis'] },
      ],
    },
  ],
  check(item) {
    const list = item.materials?.list ?? [];
    const loose = list.flatMap(({ name, conditions = [], basis = [] }, i) =>
      name === undefined || conditions.length > 0 || basis.length > 0 ? [] : [{ i, name }],
    );
    if (loose.length > 1 && loose.length === list.length)
      return [
        {
          path: ['materials', 'list'],
          message: {
            zh: `${loose.length} 份材料都没有写明证明哪个条件、依据哪一条。请逐份填写 conditions 或 basis；写不出的，不再要求提交。`,
            en: `None of ${loose.length} materials says which condition it proves or on what law it rests. Fill in conditions or basis for each, and no longer ask for what has neither.`,
          },
        },
      ];
    return loose.map(({ i, name }): Finding => ({
      path: ['materials', 'list', i],
      message: {
        zh: `材料“${name}”既不证明哪个条件，也没有依据。请填写 conditions 或 basis；写不出的，不再要求提交。`,
        en: `The material "${name}" proves no condition and rests on no law. Fill in conditions or basis; without either, no longer ask for it.`,
      },
    }));
  },
};
