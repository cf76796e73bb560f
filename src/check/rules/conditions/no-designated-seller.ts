import { clipped } from '../clipped.ts';
import type { Finding, ItemRule } from '../rule.ts';
import { eachDemand, isDenied } from './eachDemand.ts';

/** Whose goods or services an applicant is told to take: a designated maker, brand, shop or intermediary. */
const designated =
  /指定的?[^，。；、（）和或]{0,4}?(?:厂家|厂商|品牌|供应商|经销商|销售商|商家|商店|中介机构|中介|刻章店|打印店|软件公司|培训班)/;

export const noDesignatedSeller: ItemRule = {
  id: 'no-designated-seller',
  family: 'conditions',
  scope: 'item',
  severity: 'warning',
  title: { zh: '不指定商品、商家和中介机构', en: 'No designated goods, sellers or intermediaries' },
  why: {
    zh: '要申请人到指定的厂家买、请指定的中介办，是不正当要求。只写要达到的标准，由申请人自己选。',
    en: 'To make applicants buy from a designated maker or hire a designated intermediary is an improper demand. Write the standard to be met and let them choose.',
  },
  cites: [
    { law: 'administrative-licensing-law', article: 27, paragraph: 1 },
    { law: 'business-environment-regulation', article: 43, paragraph: 2 },
  ],
  good: [
    {
      name: 'a standard',
      item: { conditions: { grant: [{ id: 'a', text: '安装符合国家标准的监控设备。' }] } },
    },
    {
      name: 'a hospital that the law designates',
      item: { materials: { list: [{ id: 'm', name: '体检证明', notes: '由指定的医疗机构出具。' }] } },
    },
    {
      name: 'that nobody is designated',
      item: {
        materials: {
          list: [
            { id: 'm', name: '检测报告', notes: '由申请人自行选择，任何人不得要求使用指定的中介机构。' },
          ],
        },
      },
    },
    {
      name: 'a place that is designated',
      item: { conditions: { grant: [{ id: 'a', text: '在指定的区域和品种范围内经营。' }] } },
    },
  ],
  bad: [
    {
      name: 'a maker',
      item: { conditions: { grant: [{ id: 'a', text: '安装指定厂家生产的监控设备。' }] } },
      at: ['conditions', 'grant', 0, 'text'],
    },
    {
      name: 'an intermediary',
      item: { materials: { list: [{ id: 'm', name: '评估报告', notes: '由本局指定的中介机构编制。' }] } },
      at: ['materials', 'list', 0, 'notes'],
    },
  ],
  mutations: [
    {
      name: 'drawings by a designated intermediary',
      edits: [
        {
          kind: 'set',
          path: ['materials', 'list', 2, 'notes'],
          value: '由主管部门指定的中介机构绘制。',
        },
      ],
    },
  ],
  check(item) {
    const found: Finding[] = [];
    eachDemand(item, (text, path) => {
      // Few texts designate anything, and a plain search is cheaper than the pattern.
      const match = text.includes('指定') ? designated.exec(text) : null;
      if (match === null || isDenied(text, match.index)) return;
      const [words] = match;
      found.push({
        path,
        message: {
          zh: `“${clipped(text)}”要求用“${words}”的。请只写要达到的标准，由申请人自己选择。`,
          en: `"${clipped(text)}" asks for what is of a designated seller (${words}). Write the standard to be met and let the applicant choose.`,
        },
      });
    });
    return found;
  },
};
