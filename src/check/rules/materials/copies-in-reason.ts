import type { ItemRule } from '../rule.ts';

export const copiesInReason: ItemRule = {
  id: 'copies-in-reason',
  family: 'materials',
  scope: 'item',
  severity: 'warning',
  title: { zh: '份数写得明白，不多要', en: 'How many copies is said, and not too many' },
  why: {
    zh: '原件、复印件都写零份的必要材料，等于没说要交什么；要很多份的，多半是各科室各留一份。写明份数，一份能办的不要两份。',
    en: 'A required paper of which no original and no copy is asked says nothing, and many copies mostly go to each office. Say how many, and no more than are used.',
  },
  cites: [
    { law: 'administrative-licensing-law', article: 6 },
    { law: 'business-environment-regulation', article: 35 },
  ],
  parameters: {
    most: { default: 4, title: { zh: '一份材料最多要几份', en: 'Most copies of one material' } },
  },
  good: [
    {
      name: 'an original and a copy',
      item: {
        materials: {
          list: [{ id: 'm', name: '图纸', medium: 'paper', need: 'required', originals: 1, copies: 1 }],
        },
      },
    },
    {
      name: 'nothing on paper, where it is sent electronically',
      item: {
        materials: {
          list: [{ id: 'm', name: '图纸', medium: 'electronic', need: 'required', originals: 0, copies: 0 }],
        },
      },
    },
    {
      name: 'the number is not given yet',
      item: {
        materials: { list: [{ id: 'm', name: '图纸', medium: 'paper', need: 'required', originals: 0 }] },
      },
    },
    {
      name: 'more where the catalogue allows it',
      config: { rules: { 'copies-in-reason': { parameters: { most: 8 } } } },
      item: {
        materials: { list: [{ id: 'm', name: '图纸', medium: 'paper', need: 'required', originals: 8 }] },
      },
    },
  ],
  bad: [
    {
      name: 'none at all',
      item: {
        materials: {
          list: [{ id: 'm', name: '图纸', medium: 'paper', need: 'required', originals: 0, copies: 0 }],
        },
      },
      at: ['materials', 'list', 0, 'originals'],
    },
    {
      name: 'eight',
      item: {
        materials: {
          list: [{ id: 'm', name: '图纸', medium: 'paper', need: 'required', originals: 2, copies: 6 }],
        },
      },
      at: ['materials', 'list', 0, 'copies'],
    },
  ],
  mutations: [
    {
      name: 'ten copies of the drawings',
      edits: [{ kind: 'set', path: ['materials', 'list', 2, 'copies'], value: 10 }],
    },
    {
      name: 'drawings on paper, none of them',
      edits: [
        { kind: 'set', path: ['materials', 'list', 2, 'medium'], value: 'paper' },
        { kind: 'set', path: ['materials', 'list', 2, 'originals'], value: 0 },
      ],
    },
  ],
  check(item, { number }) {
    const most = number('most');
    return (item.materials?.list ?? []).flatMap((material, i) => {
      const { id, name = id ?? '', medium, need, originals, copies } = material;
      if (originals === 0 && copies === 0 && medium === 'paper' && need === 'required')
        return [
          {
            path: ['materials', 'list', i, 'originals'],
            message: {
              zh: `纸质材料“${name}”是必要的，原件、复印件却都是 0 份。请写明要几份；不用交的，改为非必要。`,
              en: `"${name}" is required on paper, and yet no original and no copy is asked for. Say how many, or make it optional.`,
            },
          },
        ];
      const total = (originals ?? 0) + (copies ?? 0);
      if (total <= most) return [];
      const key = (copies ?? 0) >= (originals ?? 0) ? 'copies' : 'originals';
      return [
        {
          path: ['materials', 'list', i, key],
          severity: 'info',
          message: {
            zh: `材料“${name}”要 ${total} 份，超过 ${most} 份。请只留办理用得到的份数，其余由机关复制流转。`,
            en: `${total} copies of "${name}" are asked for, more than ${most}. Keep what is used and let the agency copy the rest.`,
          },
        },
      ];
    });
  },
};
