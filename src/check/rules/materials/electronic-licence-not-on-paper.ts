import type { ItemRule } from '../rule.ts';

export const electronicLicenceNotOnPaper: ItemRule = {
  id: 'electronic-licence-not-on-paper',
  family: 'materials',
  scope: 'item',
  severity: 'warning',
  title: {
    zh: '可用电子证照的，不只收纸质',
    en: 'Where an electronic licence is accepted, paper is not the only way',
  },
  why: {
    zh: '写了可用电子证照，又只收纸质，两处打架，申请人还得带原件跑一趟。材料形式改为“纸质或电子”。',
    en: 'To accept electronic licences and take paper only contradicts itself and costs a journey. Let the material be paper or electronic.',
  },
  cites: [
    { law: 'online-government-services-regulation', article: 10 },
    { law: 'business-environment-regulation', article: 37, paragraph: 3 },
  ],
  good: [
    {
      name: 'either way',
      item: {
        materials: { list: [{ id: 'm', name: '营业执照', medium: 'either', electronicLicence: true }] },
      },
    },
    {
      name: 'paper, where there is no electronic one',
      item: {
        materials: { list: [{ id: 'm', name: '批准文件', medium: 'paper', electronicLicence: false }] },
      },
    },
  ],
  bad: [
    {
      name: 'paper all the same',
      item: {
        materials: { list: [{ id: 'm', name: '营业执照', medium: 'paper', electronicLicence: true }] },
      },
      at: ['materials', 'list', 0, 'medium'],
    },
  ],
  mutations: [
    {
      name: 'an electronic licence on paper',
      edits: [{ kind: 'set', path: ['materials', 'list', 1, 'medium'], value: 'paper' }],
    },
  ],
  check(item) {
    return (item.materials?.list ?? []).flatMap(({ id, name = id ?? '', medium, electronicLicence }, i) => {
      if (electronicLicence !== true || medium !== 'paper') return [];
      const path = ['materials', 'list', i, 'medium'];
      return [
        {
          path,
          message: {
            zh: `材料“${name}”可用电子证照，材料形式却只写纸质。请改为 either（纸质或电子）；没有电子证照的，electronicLicence 改为 false。`,
            en: `An electronic licence is accepted for "${name}", and yet it has to be on paper. Set medium: either; if there is no electronic one, set electronicLicence: false.`,
          },
          fix: {
            title: { zh: '改为纸质或电子', en: 'Paper or electronic' },
            edits: [{ kind: 'set', path, value: 'either' }],
          },
        },
      ];
    });
  },
};
