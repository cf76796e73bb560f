import { clipped } from '../clipped.ts';
import type { ItemRule } from '../rule.ts';

/** A duty to hand technology over; a contract of transfer that is to be registered is none. */
const transfer =
  /(?:应当?|须|必须|同意|承诺|愿意)[^，。；]{0,10}(?:转让|移交|无偿提供)[^，。；]{0,8}(?:技术|专利(?:权|技术)?|源代码)(?=[，。；、和及或给]|$)/;

export const noTechnologyTransfer: ItemRule = {
  id: 'no-technology-transfer',
  family: 'conditions',
  scope: 'item',
  severity: 'error',
  title: { zh: '不以转让技术作为许可条件', en: 'No permit on condition that technology is transferred' },
  why: {
    zh: '法律禁止以转让技术作为取得许可的条件，也禁止变相要求。删去这一条件。',
    en: 'The law forbids to make a permit depend on a transfer of technology, in whatever way. Take the condition out.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 31, paragraph: 2 }],
  good: [
    {
      name: 'a contract that is registered',
      item: { conditions: { grant: [{ id: 'a', text: '应当提交技术转让合同文本。' }] } },
    },
    {
      name: 'an application that is passed on',
      item: { conditions: { grant: [{ id: 'a', text: '涉及国防利益的，应当及时移交国防专利机构审查。' }] } },
    },
    {
      name: 'technical standards to be met',
      item: { conditions: { grant: [{ id: 'a', text: '应当有保证产品质量的技术条件。' }] } },
    },
  ],
  bad: [
    {
      name: 'core technology for a permit',
      item: { conditions: { grant: [{ id: 'a', text: '外方应当向中方转让核心技术。' }] } },
      at: ['conditions', 'grant', 0, 'text'],
    },
  ],
  mutations: [
    {
      name: 'a patent for a permit',
      edits: [
        { kind: 'set', path: ['conditions', 'grant', 1, 'text'], value: '施工单位承诺转让修复工艺的专利。' },
      ],
    },
  ],
  check(item) {
    return (item.conditions?.grant ?? []).flatMap(({ text }, i) => {
      if (text === undefined || !transfer.test(text)) return [];
      return [
        {
          path: ['conditions', 'grant', i, 'text'],
          message: {
            zh: `条件“${clipped(text)}”以转让技术换取许可。请删去。`,
            en: `The condition "${clipped(text)}" makes the permit depend on a transfer of technology. Take it out.`,
          },
        },
      ];
    });
  },
};
