import { insufficientBasis, regulationOrAbove } from '../rank.ts';
import type { ItemRule } from '../rule.ts';

/** A certificate that somebody has to write for this purpose. */
const proof = /证明(?:材料|文件|书|信)?(?:原件|复印件)?$/;
/** Papers that are issued for good and only called so: licences, results of tests and examinations, title deeds. */
const licence =
  /(?:合格|资格|资质|身份|主体|学历|学位|产权|权属|检验|检测|验收|缴费|完税|注册|登记|备案|批准|许可)证明/;

export const proofNeedsLaw: ItemRule = {
  id: 'proof-needs-law',
  family: 'materials',
  scope: 'item',
  severity: 'warning',
  title: {
    zh: '要求的证明须有法律、法规或者国务院决定依据',
    en: 'A proof that is asked for rests on a law, a regulation or a State Council decision',
  },
  why: {
    zh: '没有法律、法规、国务院决定依据的证明，申请人开不出、机关也不得要。引用依据；没有的，改用告知承诺或者部门间核查。',
    en: 'A proof without a law, a regulation or a State Council decision can often not be had and may not be asked for. Cite one, or use informed commitment or verify between departments.',
  },
  cites: [{ law: 'business-environment-regulation', article: 44, paragraph: 1 }],
  good: [
    {
      name: 'a law',
      item: {
        materials: { list: [{ id: 'm', name: '无犯罪记录证明', basis: [{ law: 'a-law', article: 3 }] }] },
      },
    },
    {
      name: 'the agency verifies it',
      item: {
        materials: {
          list: [
            {
              id: 'm',
              name: '婚姻状况证明',
              need: 'optional',
              sharing: true,
              basis: [{ law: 'a-department-rule' }],
            },
          ],
        },
      },
    },
    {
      name: 'a licence that is called a proof',
      item: {
        materials: {
          list: [{ id: 'm', name: '法定代表人身份证明', basis: [{ law: 'a-department-rule', article: 3 }] }],
        },
      },
    },
    {
      name: 'a statement of the applicant’s own',
      item: {
        materials: { list: [{ id: 'm', name: '供餐人数说明', basis: [{ law: 'a-department-rule' }] }] },
      },
    },
    {
      name: 'nothing cites anything yet, as another rule tells',
      item: { materials: { list: [{ id: 'm', name: '无犯罪记录证明' }] } },
    },
  ],
  bad: [
    {
      name: 'a department rule alone',
      item: {
        materials: {
          list: [{ id: 'm', name: '无犯罪记录证明', basis: [{ law: 'a-department-rule', article: 3 }] }],
        },
      },
      at: ['materials', 'list', 0, 'basis', 0, 'law'],
    },
    {
      name: 'no basis, where others have one',
      item: {
        materials: {
          list: [
            { id: 'm', name: '申请表', basis: [{ law: 'a-law', article: 3 }] },
            { id: 'n', name: '居住证明材料', conditions: ['c'] },
          ],
        },
      },
      at: ['materials', 'list', 1],
    },
  ],
  mutations: [
    {
      name: 'a proof of funds that nothing asks for',
      edits: [
        { kind: 'set', path: ['materials', 'list', 2, 'name'], value: '施工单位资金证明' },
        { kind: 'remove', path: ['materials', 'list', 2, 'basis'] },
      ],
    },
  ],
  check(item, { lookups }) {
    const list = item.materials?.list ?? [];
    const cites = list.some(({ basis = [] }) => basis.length > 0);
    if (!cites) return [];
    return list.flatMap(({ name, need, sharing, basis = [] }, i) => {
      if (name === undefined || need === 'optional' || sharing === true) return [];
      if (!proof.test(name) || licence.test(name)) return [];
      const bare = basis.length === 0;
      const law = insufficientBasis(basis, regulationOrAbove, lookups);
      if (!bare && law === undefined) return [];
      const rests = bare
        ? { zh: '没有依据', en: 'rests on nothing' }
        : { zh: `只以${law?.zh}为依据`, en: `rests on ${law?.en} alone` };
      return [
        {
          path: ['materials', 'list', i, ...(bare ? [] : ['basis', 0, 'law'])],
          message: {
            zh: `证明“${name}”${rests.zh}。请引用法律、法规或者国务院决定；没有的，改用告知承诺或者部门间核查，不再要求提交。`,
            en: `The proof "${name}" ${rests.en}. Cite a law, a regulation or a State Council decision; without one, use informed commitment or verify between departments.`,
          },
        },
      ];
    });
  },
};
