import { feeNumbers, questionsOf, variantQuestion } from '../../../procedure/index.ts';
import type { Draft, Item } from '../../../model/item.ts';
import type { Finding, ItemRule } from '../rule.ts';
import { spaceOf } from './spaceOf.ts';

const options = [{ id: 'firm' }, { id: 'person' }];
const who: NonNullable<Draft<Item>['questions']>[number] = { id: 'who', text: '谁办？', kind: 'choice', options }; // prettier-ignore

export const questionDecidesNothing: ItemRule = {
  id: 'question-decides-nothing',
  family: 'cases',
  scope: 'item',
  severity: 'info',
  title: { zh: '每个问题都有用处', en: 'Every question decides something' },
  why: {
    zh: '问了申请人，材料、环节、时限、收费却都不因回答而变，这一问是多余的。给回答不同的人写明不同的要求；没有不同的，删去问题。',
    en: 'An applicant is asked, and nothing depends on the answer. Say what is different for whom, or ask no more.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 6 }],
  good: [
    { name: 'a material depends on it', item: { questions: [who], materials: { list: [{ id: 'm', when: { who: ['firm'] } }] } } }, // prettier-ignore
    {
      name: 'a fee is reckoned from it',
      item: {
        questions: [{ id: 'area', text: '面积？', kind: 'number' }],
        fees: { list: [{ id: 'f', standard: { kind: 'unit', question: 'area' } }] },
      },
    },
    {
      name: 'variants, which need not differ',
      item: { variants: [{ id: 'new' }, { id: 'renewal' }] },
    },
  ],
  bad: [
    { name: 'nothing depends on it', item: { questions: [who] }, at: ['questions', 0] },
    {
      name: 'whatever is answered',
      item: { questions: [who], materials: { list: [{ id: 'm', when: { who: ['person', 'firm'] } }] } },
      at: ['questions', 0],
    },
    {
      name: 'a question that the variants hide',
      item: {
        variants: [{ id: 'new' }],
        questions: [{ ...who, id: 'variant' }],
        materials: { list: [{ id: 'm', when: { variant: ['new'] } }] },
      },
      at: ['questions', 0, 'id'],
    },
  ],
  mutations: [
    {
      name: 'a question of no use',
      edits: [
        {
          kind: 'insert',
          path: ['questions', 3],
          value: { id: 'night', text: '夜里施工吗？', kind: 'choice', options: [{ id: 'at-night', text: '是' }, { id: 'by-day', text: '不是' }] }, // prettier-ignore
        },
      ],
    },
  ],
  check(item, _, { originOf, division }) {
    const questions = item.questions ?? [];
    if (questions.length === 0) return [];
    const { dimensions } = spaceOf(item);
    const decisive = new Set(dimensions.filter(({ classes }) => classes.length > 1).map(({ id }) => id));
    for (const fee of item.fees?.list ?? []) for (const id of feeNumbers(fee)) decisive.add(id);
    const asked = new Set(questionsOf(item));
    return questions.flatMap((question, i): Finding[] => {
      const { id, text = id ?? '' } = question;
      if (id === undefined) return [];
      if (id === variantQuestion && !asked.has(question))
        return [
          {
            path: ['questions', i, 'id'],
            message: {
              zh: `问题“${text}”的标识 variant 是留给业务办理项的，这个问题不会问到。请换一个标识。`,
              en: `The id "variant" stands for the variants, so that "${text}" is never asked. Choose another id.`,
            },
          },
        ];
      if (decisive.has(id) || isUnclear(question)) return [];
      // A lower level that asks for less may leave a question of the level above without use there.
      if (originOf(['questions', i]).division !== division) return [];
      return [
        {
          path: ['questions', i],
          message: {
            zh: `问题“${text}”怎样回答都一样：材料、环节、时限、收费和条件都不因它而变。请写明不同之处，或删去这个问题。`,
            en: `Whatever is answered to "${text}", nothing changes. Say what depends on it, or take the question out.`,
          },
        },
      ];
    });
  },
};

/** A choice without options to choose of is being written. */
function isUnclear({ kind, options }: NonNullable<Draft<Item>['questions']>[number]): boolean {
  return kind === undefined || (kind === 'choice' && (options ?? []).length < 2);
}
