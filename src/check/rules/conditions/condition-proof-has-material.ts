import { clipped } from '../clipped.ts';
import type { ItemRule } from '../rule.ts';

/** A paper that somebody has to have or show, named by what kind of paper it is. */
const proof =
  /(?<![未不无]|没有)(?:取得|持有|具有|提供|提交|出具|办理了?|领取)(?![^，。；]{0,120}(?:不满|未满|被吊销|以下|下列))[^，。；、：]{0,16}?(许可证|营业执照|执照|资格证|合格证|证明文件|证明(?=[，。；、）)和或]|$|材料|书|原件)|证书|批准书|批准文件|登记证|鉴定书|审查意见)(?!后[，]?(?:方可|方能|才))/;

export const conditionProofHasMaterial: ItemRule = {
  id: 'condition-proof-has-material',
  family: 'conditions',
  scope: 'item',
  severity: 'warning',
  title: {
    zh: '条件要求的证件、证明，在材料中列出',
    en: 'A paper that a condition asks for is among the materials',
  },
  why: {
    zh: '条件里要证，材料清单里没有，申请人到了窗口才被告知缺一样。把它列进材料并对应这个条件；能共享核验的，写明不用交。',
    en: 'A paper in the conditions and not in the list is asked for at the window only. List it and tie it to the condition; if it can be verified by sharing, say that it need not be handed in.',
  },
  cites: [
    { law: 'administrative-licensing-law', article: 30 },
    { law: 'administrative-licensing-law', article: 32, paragraph: 1 },
  ],
  good: [
    {
      name: 'a material proves it',
      item: {
        conditions: { grant: [{ id: 'c', text: '服务人员持有有效的健康合格证明。' }] },
        materials: { list: [{ id: 'm', name: '从业人员体检结果', conditions: ['c'] }] },
      },
    },
    {
      name: 'a material of that kind, not tied',
      item: {
        conditions: { grant: [{ id: 'c', text: '已经取得营业执照。' }] },
        materials: { list: [{ id: 'm', name: '营业执照复印件' }] },
      },
    },
    {
      name: 'a condition that names no paper',
      item: {
        conditions: { grant: [{ id: 'c', text: '有取得资格的工作人员，能证明资金来源。' }] },
        materials: { list: [{ id: 'm', name: '申请表' }] },
      },
    },
    {
      name: 'what the permit itself is, what is lacking, and what is to be proved',
      item: {
        conditions: {
          grant: [
            { id: 'c', text: '审查合格，取得生产许可证后，方可生产。' },
            { id: 'd', text: '未取得资格证的人员不上岗。' },
            { id: 'e', text: '提供证明资金来源的银行流水。' },
          ],
        },
        materials: { list: [{ id: 'm', name: '申请表' }] },
      },
    },
    {
      name: 'the beginning of a list',
      item: {
        conditions: { grant: [{ id: 'c', text: '申请人应当填写申请表，并提交以下证明、凭证：' }] },
        materials: { list: [{ id: 'm', name: '机动车驾驶证' }] },
      },
    },
    {
      name: 'the materials are not written yet',
      item: { conditions: { grant: [{ id: 'c', text: '已经取得营业执照。' }] } },
    },
  ],
  bad: [
    {
      name: 'a certificate that the list lacks',
      item: {
        conditions: { grant: [{ id: 'c', text: '驾驶人员取得从业资格证。' }] },
        materials: { list: [{ id: 'm', name: '申请表' }] },
      },
      at: ['conditions', 'grant', 0, 'text'],
    },
    {
      name: 'no material at all, expressly',
      item: {
        conditions: { grant: [{ id: 'c', text: '提交开户银行出具的资金证明。' }] },
        materials: { none: '不需要材料' },
      },
      at: ['conditions', 'grant', 0, 'text'],
    },
  ],
  mutations: [
    {
      name: 'a condition asks for a certificate that the list lacks',
      edits: [
        {
          kind: 'insert',
          path: ['conditions', 'grant', 0],
          value: {
            id: 'builder',
            text: '施工单位取得安全生产许可证。',
            basis: [{ law: 'urban-road-regulation', article: 33 }],
          },
        },
      ],
    },
  ],
  check(item) {
    const { none, list } = item.materials ?? {};
    if (none === undefined && list === undefined) return [];
    const materials = list ?? [];
    return (item.conditions?.grant ?? []).flatMap(({ id, text }, i) => {
      const paper = text === undefined ? undefined : proof.exec(text)?.[1];
      if (text === undefined || paper === undefined) return [];
      const given = materials.some(
        ({ name, conditions }) =>
          name?.includes(paper) === true || (id !== undefined && conditions?.includes(id) === true),
      );
      if (given) return [];
      return [
        {
          path: ['conditions', 'grant', i, 'text'],
          message: {
            zh: `条件“${clipped(text)}”要求${paper}，材料中没有能证明它的一项。请列入材料并写明 conditions；由机关核验的，也列出并注明不用交。`,
            en: `The condition "${clipped(text)}" asks for a paper (${paper}), and no material proves it. List it and tie it to the condition; what the agency verifies is listed too, as not to be handed in.`,
          },
        },
      ];
    });
  },
};
