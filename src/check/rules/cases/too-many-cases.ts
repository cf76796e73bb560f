import type { Draft, Item } from '../../../model/item.ts';
import type { ItemRule } from '../rule.ts';
import { spaceOf } from './spaceOf.ts';

const asking = (count: number): Draft<Item> => {
  const ids = Array.from({ length: count }, (_, i) => `q${i}`);
  const options = [{ id: 'yes' }, { id: 'no' }];
  return {
    questions: ids.map((id) => ({ id, text: id, kind: 'choice', options })),
    materials: { list: ids.map((id) => ({ id, when: { [id]: ['yes'] } })) },
  };
};

export const tooManyCases: ItemRule = {
  id: 'too-many-cases',
  family: 'cases',
  scope: 'item',
  severity: 'info',
  title: { zh: '情形数得过来', en: 'The cases can be counted' },
  why: {
    zh: '问题一多，情形成倍地增加，谁也核对不完。合并问题，去掉少见的，或把事项按办理项、子项分开。',
    en: 'Each question multiplies the cases, until nobody can look them through. Join questions, leave out the rare ones, or part the item.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 6 }],
  parameters: { most: { default: 2000, title: { zh: '一个事项最多几种情形', en: 'Most cases of an item' } } },
  good: [
    { name: 'ten questions of two answers', item: asking(10) },
    { name: 'none', item: {} },
  ],
  bad: [
    { name: 'eleven', item: asking(11), at: ['questions'] },
    { name: 'two hundred', item: asking(200), at: ['questions'] },
  ],
  mutations: [
    {
      name: 'more than a catalogue wants',
      others: {
        'catalogue.yaml': [
          { kind: 'set', path: ['rules', 'too-many-cases'], value: { parameters: { most: 7 } } },
        ],
      },
    },
  ],
  check(item, { number }) {
    const { dimensions, total } = spaceOf(item);
    if (total <= number('most')) return [];
    const count = total > 1e9 ? '10 亿以上' : String(total);
    return [
      {
        path: ['questions'],
        message: {
          zh: `${dimensions.length} 个问题分出 ${count}种情形，核对不过来。请合并问题，或把事项分开。`.replace(
            /(\d)种/,
            '$1 种',
          ),
          en: `${dimensions.length} questions make ${total > 1e9 ? 'over a thousand million' : total} cases, more than can be looked through. Join questions, or part the item.`,
        },
      },
    ];
  },
};
