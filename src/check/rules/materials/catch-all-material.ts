import type { ItemRule } from '../rule.ts';
import { isCatchAll } from './isCatchAll.ts';

export const catchAllMaterial: ItemRule = {
  id: 'catch-all-material',
  family: 'materials',
  scope: 'item',
  severity: 'warning',
  title: { zh: '材料不写“其他材料”', en: 'No material is "other materials"' },
  why: {
    zh: '要公示的是全部材料的目录；“其他材料”等于没有列完，申请人总要再跑一趟。把要的材料一份一份列出来，不要的删去。',
    en: 'The whole list of materials has to be shown; "other materials" means that it is not, and costs the applicant another journey. List each that is needed and take the rest out.',
  },
  cites: [
    { law: 'administrative-licensing-law', article: 30 },
    { law: 'administrative-licensing-law', article: 32, paragraph: 1 },
  ],
  good: [
    {
      name: 'named materials',
      item: {
        materials: {
          list: [
            { id: 'a', name: '营业执照或者其他主体资格证明文件' },
            { id: 'b', name: '其他股东的身份证' },
            { id: 'c', name: '甲等医院证明材料' },
            { id: 'd', name: '学历证书、技术等级证书' },
          ],
        },
      },
    },
  ],
  bad: [
    {
      name: 'other materials',
      item: { materials: { list: [{ id: 'm', name: '其他材料' }] } },
      at: ['materials', 'list', 0, 'name'],
    },
    {
      name: 'what the law says besides',
      item: { materials: { list: [{ id: 'm', name: '法律、法规规定的其他材料（一式两份）' }] } },
      at: ['materials', 'list', 0, 'name'],
    },
    {
      name: 'what the agency thinks of',
      item: { materials: { list: [{ id: 'm', name: '主管部门认为需要提供的其他有关证明文件' }] } },
      at: ['materials', 'list', 0, 'name'],
    },
    {
      name: 'and the like',
      item: { materials: { list: [{ id: 'm', name: '身份证、户口簿等相关材料' }] } },
      at: ['materials', 'list', 0, 'name'],
    },
  ],
  mutations: [
    {
      name: 'other materials',
      edits: [{ kind: 'set', path: ['materials', 'list', 3, 'name'], value: '其他有关材料' }],
    },
  ],
  check(item) {
    return (item.materials?.list ?? []).flatMap(({ name }, i) => {
      if (name === undefined || !isCatchAll(name)) return [];
      return [
        {
          path: ['materials', 'list', i, 'name'],
          message: {
            zh: `材料“${name}”是兜底的说法，申请人不知道要交什么。请一份一份列出来；没有的，删去。`,
            en: `The material "${name}" is a catch-all, and the applicant cannot know what to bring. List each that is needed; if there is none, take it out.`,
          },
        },
      ];
    });
  },
};
