import { judgeWhen, questionsOf, readAnswers } from '../../../procedure/index.ts';
import type { Draft, Item } from '../../../model/item.ts';
import type { Finding, ItemRule } from '../rule.ts';
import { spaceOf } from './spaceOf.ts';

const asking = (...examples: Record<string, string>[]): Draft<Item> => ({
  questions: [
    { id: 'who', text: '谁办？', kind: 'choice', options: [{ id: 'self', text: '本人' }, { id: 'other', text: '他人' }] }, // prettier-ignore
    { id: 'area', text: '面积？', name: '面积', kind: 'number', unit: '平方米' },
  ],
  materials: {
    list: [
      { id: 'a', when: { who: ['other'] } },
      { id: 'b', when: { area: { min: 200 } } },
    ],
  },
  examples: examples.map((answers, i) => ({ id: `e${i}`, answers })),
});

export const optionsMetByExamples: ItemRule = {
  id: 'options-met-by-examples',
  family: 'cases',
  scope: 'item',
  severity: 'info',
  title: { zh: '算例覆盖每个选项', en: 'The examples meet every option' },
  why: {
    zh: '写了算例的事项，没有算例走到的选项改错了也没人知道。给它补一个算例，一个算例可以同时走到几个问题的选项。',
    en: 'Of an item with examples, an option that none of them meets can be spoilt unseen. Add an example; one may meet options of several questions.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 30, paragraph: 2 }],
  good: [
    { name: 'all met', item: asking({ who: 'self', area: '20' }, { who: 'other', area: '500' }) },
    { name: 'no examples at all', item: asking() },
  ],
  bad: [
    { name: 'an option that is not met', item: asking({ who: 'self', area: '20' }, { area: '500' }), at: ['examples'] }, // prettier-ignore
    {
      name: 'a range that is not met',
      item: asking({ who: 'self', area: '20' }, { who: 'other', area: '199' }),
    },
  ],
  mutations: [
    {
      name: 'one example of the plainest case',
      edits: [
        {
          kind: 'set',
          path: ['examples'],
          value: [{ id: 'x', name: '老路', answers: { 'new-road': 'no', traffic: 'no' }, expect: { promised: 10 } }], // prettier-ignore
        },
      ],
    },
  ],
  check(item) {
    const examples = item.examples ?? [];
    if (examples.length === 0) return [];
    const { dimensions, whens } = spaceOf(item);
    const questions = questionsOf(item);
    const given = examples.map(({ answers }) => readAnswers(item, (answers ?? {}) as Record<string, string>));
    const unmet = dimensions.flatMap(({ id, question, classes }) => {
      if (classes.length < 2) return [];
      // Two answers are of a class where every condition judges them alike.
      const own = whens.flatMap(({ when }) =>
        Object.hasOwn(when, id) ? [{ [id]: when[id] as string[] }] : [],
      );
      const signature = (answer: string | number) =>
        own.map((when) => judgeWhen(when, questions, { [id]: answer }).kind).join();
      const met = new Set(
        given.flatMap((answers) => (Object.hasOwn(answers, id) ? [signature(answers[id]!)] : [])),
      );
      return classes
        .filter(({ answers }) => !met.has(signature(answers[0]!)))
        .map(({ answers }) => {
          const texts = answers.map(
            (one) => question.options?.find((option) => option.id === one)?.text ?? String(one),
          );
          return `“${question.name ?? question.text ?? id}”${question.kind === 'number' ? '如' : ''} ${texts.slice(0, question.kind === 'number' ? 1 : 3).join('或')}`;
        });
    });
    if (unmet.length === 0) return [];
    const shown = unmet.slice(0, 5).join('；');
    const more = unmet.length > 5 ? `等 ${unmet.length} 处` : '';
    const finding: Finding = {
      path: ['examples'],
      message: {
        zh: `算例没有走到：${shown}${more}。请补上算例。`,
        en: `No example meets ${unmet.slice(0, 5).join('; ')}${unmet.length > 5 ? ` and ${unmet.length - 5} more` : ''}. Add one.`,
      },
    };
    return [finding];
  },
};
