import { clipped } from '../clipped.ts';
import type { Finding, ItemRule } from '../rule.ts';
import { eachDemand, isDenied } from './eachDemand.ts';

/** Training before an examination, or training and books that the agency or its association names. */
const compulsory =
  /考前(?:的)?培训|(?:参加|接受|完成|经)(?:由)?(?:本|我)(?:局|委|厅|部门|机关|中心|协会|单位)[^，。；]{0,8}培训|指定的?(?:培训|教材|辅导|教辅|助考)/;

export const noCompulsoryTraining: ItemRule = {
  id: 'no-compulsory-training',
  family: 'conditions',
  scope: 'item',
  severity: 'warning',
  title: { zh: '不强制培训，不指定教材', en: 'No compulsory training and no prescribed books' },
  why: {
    zh: '资格考试不得搞强制性的考前培训，不得指定教材；借许可收培训费，是不正当要求。只写要通过的考试或者要具备的能力。',
    en: 'For an examination no training may be forced on candidates and no books prescribed; to earn by training through a permit is an improper demand. Write the examination to be passed or the ability to be had.',
  },
  cites: [
    { law: 'administrative-licensing-law', article: 54, paragraph: 2 },
    { law: 'administrative-licensing-law', article: 27, paragraph: 1 },
  ],
  good: [
    {
      name: 'an examination and training that the law asks for',
      item: {
        conditions: {
          grant: [
            { id: 'a', text: '经考试合格，取得资格证书。' },
            { id: 'b', text: '从业人员经安全生产教育和培训合格。' },
            { id: 'c', text: '有本单位的培训制度和教材。' },
            { id: 'd', text: '报名考试，不需要参加考前培训。' },
          ],
        },
      },
    },
  ],
  bad: [
    {
      name: 'before the examination',
      item: { conditions: { grant: [{ id: 'a', text: '参加考前培训不少于四十学时。' }] } },
      at: ['conditions', 'grant', 0, 'text'],
    },
    {
      name: 'by the agency itself',
      item: { conditions: { grant: [{ id: 'a', text: '经本局组织的培训并取得结业证。' }] } },
      at: ['conditions', 'grant', 0, 'text'],
    },
    {
      name: 'a book',
      item: { materials: { list: [{ id: 'm', name: '学习记录', notes: '按指定教材学习。' }] } },
      at: ['materials', 'list', 0, 'notes'],
    },
  ],
  mutations: [
    {
      name: 'training by the agency',
      edits: [
        { kind: 'set', path: ['conditions', 'grant', 1, 'text'], value: '施工负责人参加本局举办的培训。' },
      ],
    },
  ],
  check(item) {
    const found: Finding[] = [];
    eachDemand(item, (text, path) => {
      const match = compulsory.exec(text);
      if (match === null || isDenied(text, match.index)) return;
      const [words] = match;
      found.push({
        path,
        message: {
          zh: `“${clipped(text)}”以“${words}”为条件。请删去，只写要通过的考试或者要具备的能力。`,
          en: `"${clipped(text)}" makes training or books a condition (${words}). Take it out and write the examination to be passed or the ability to be had.`,
        },
      });
    });
    return found;
  },
};
