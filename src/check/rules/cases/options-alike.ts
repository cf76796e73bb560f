import type { Draft, Item } from '../../../model/item.ts';
import type { Finding, ItemRule } from '../rule.ts';
import { spaceOf } from './spaceOf.ts';

const question = (...ids: string[]): Draft<Item>['questions'] => [
  { id: 'kind', text: '哪一类？', kind: 'choice', options: ids.map((id) => ({ id, text: id })) },
];
const forMine: Draft<Item>['materials'] = { list: [{ id: 'm', when: { kind: ['矿山'] } }] };

export const optionsAlike: ItemRule = {
  id: 'options-alike',
  family: 'cases',
  scope: 'item',
  severity: 'info',
  title: { zh: '选项各有不同的结果', en: 'Options lead to different results' },
  why: {
    zh: '好几个选项结果一样，申请人要在没有区别的东西里挑选。合并成一个，或写明它们的不同。',
    en: 'Where several options come to the same, people are made to choose between what makes no difference. Make one of them, or say how they differ.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 6 }],
  parameters: {
    least: { default: 3, title: { zh: '几个选项结果一样就提出', en: 'How many alike options are told' } },
  },
  good: [
    { name: 'all different', item: { questions: question('矿山', '建筑'), materials: forMine } },
    { name: 'two of a kind, each of which people look for', item: { questions: question('矿山', '建筑', '其他'), materials: forMine } }, // prettier-ignore
    { name: 'nothing depends on it: another rule says so', item: { questions: question('一', '二', '三') } },
  ],
  bad: [
    {
      name: 'three that come to the same',
      item: { questions: question('矿山', '建筑', '水利', '交通'), materials: forMine },
      at: ['questions', 0, 'options'],
    },
    {
      name: 'two, where the catalogue wants to know',
      config: { rules: { 'options-alike': { parameters: { least: 2 } } } },
      item: { questions: question('矿山', '建筑', '其他'), materials: forMine },
    },
  ],
  mutations: [
    {
      name: 'two ways more to say no',
      edits: ['二环以内不是', '二环以外不是'].map((text, i) => ({
        kind: 'insert' as const,
        path: ['questions', 1, 'options', 2 + i],
        value: { id: `no-${i}`, text },
      })),
    },
  ],
  check(item, { number }) {
    const least = number('least');
    const { dimensions } = spaceOf(item);
    return (item.questions ?? []).flatMap(({ id, text = '', options = [] }, i): Finding[] => {
      const classes = dimensions.find((one) => one.id === id)?.classes ?? [];
      if (classes.length < 2 || options.length === 0) return [];
      const alike = classes.find(({ answers }) => answers.length >= least);
      if (alike === undefined) return [];
      const names = alike.answers.map(
        (answer) => `“${options.find((one) => one.id === answer)?.text ?? answer}”`,
      );
      return [
        {
          path: ['questions', i, 'options'],
          message: {
            zh: `“${text}”的选项${names.join('、')}结果完全一样。请合并，或写明它们的不同。`,
            en: `The options ${names.join(', ')} of "${text}" come to the same. Make one of them, or say how they differ.`,
          },
        },
      ];
    });
  },
};
