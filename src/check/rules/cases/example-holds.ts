import { allExampleProblems, exampleName } from '../../../procedure/index.ts';
import type { Draft, Item } from '../../../model/item.ts';
import type { ItemRule } from '../rule.ts';

const permit: Draft<Item> = {
  questions: [
    { id: 'area', text: '面积是多少？', name: '面积', kind: 'number', unit: '平方米' },
    { id: 'who', text: '谁办？', kind: 'choice', options: [{ id: 'self' }, { id: 'other' }] },
  ],
  materials: { list: [{ id: 'form' }, { id: 'mandate', when: { who: ['other'] } }] },
  limits: { promised: { value: 5, unit: 'working-days' } },
  fees: {
    list: [{ id: 'f', standard: { kind: 'unit', amount: 200, unit: '平方米', question: 'area' } }],
  },
};
const withExample = (answers: Record<string, string>, expect: object): Draft<Item> => ({
  ...permit,
  examples: [{ id: 'x', name: '委托他人，120 平方米', answers, expect }],
});
const other = { who: 'other', area: '120' };

export const exampleHolds: ItemRule = {
  id: 'example-holds',
  family: 'cases',
  scope: 'item',
  severity: 'error',
  title: { zh: '算例得出写明的结果', en: 'Worked examples come to what they say' },
  why: {
    zh: '算例写着某种情形该交什么、收多少、几天办完。算出来不一样，不是算例错了，就是规程改错了：先弄清是哪一个，再改。',
    en: 'An example says what a case needs, costs and takes. Where the item gives something else, either the example or the procedure is wrong: find out which, then mend that one.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 30, paragraph: 2 }],
  good: [
    { name: 'all that it says', item: withExample(other, { materials: ['form', 'mandate'], fee: 24_000, promised: 5, from: '2026-03-02', due: '2026-03-09' }) }, // prettier-ignore
    { name: 'an example being written', item: { ...permit, examples: [{ id: 'x', answers: other }] } },
    { name: 'none', item: permit },
  ],
  bad: [
    {
      name: 'another fee',
      item: withExample(other, { fee: 20_000 }),
      at: ['examples', 0, 'expect', 'fee'],
    },
    {
      name: 'a material too few',
      item: withExample(other, { materials: ['form'] }),
      at: ['examples', 0, 'expect', 'materials'],
    },
    {
      name: 'an option that is not there',
      item: withExample({ who: 'nobody' }, { promised: 5 }),
      at: ['examples', 0, 'answers', 'who'],
    },
  ],
  mutations: [
    {
      name: 'an example of another fee',
      edits: [
        {
          kind: 'set',
          path: ['examples'],
          value: [
            {
              id: 'x',
              name: '新路',
              answers: { area: '10', 'new-road': 'yes', traffic: 'no' },
              expect: { fee: 1 },
            },
            {
              id: 'y',
              name: '老路',
              answers: { 'new-road': 'no', traffic: 'yes' },
              expect: { promised: 10 },
            },
          ],
        },
      ],
    },
  ],
  check(item, { lookups }, { originOf, division }) {
    if (item.examples === undefined) return [];
    return allExampleProblems(item, lookups.calendar()).flatMap(({ path, words }) => {
      // A lower level may charge and take less than the level that wrote the example; that is no fault of either.
      if (originOf(path).division !== division) return [];
      const name = exampleName(item.examples?.[path[1] as number]);
      return [
        {
          path,
          message: {
            zh: `算例“${name}”：${words.zh.replace(/。$/, '')}。请核对后改正规程，或改正算例。`,
            en: `Example "${name}": ${words.en.replace(/\.$/, '')}. Correct the procedure, or the example.`,
          },
        },
      ];
    });
  },
};
