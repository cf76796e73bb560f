import { isPermit } from '../basis/establishingBases.ts';
import type { ItemRule } from '../rule.ts';

/** A hint: whether the law asks for a state examination no field says. */
export const qualificationByExamination: ItemRule = {
  id: 'qualification-by-examination',
  family: 'procedure',
  scope: 'item',
  severity: 'info',
  title: {
    zh: '公民资格依考试成绩和法定条件决定',
    en: 'A person’s qualification follows from an examination and what the law asks',
  },
  why: {
    zh: '资格凭印象给，就没有公平可言。依法应当考试、考核的，写明考试环节或者成绩的条件；法律不要求考试的，可以关掉本条。',
    en: 'A qualification by impression is no fair one. Where the law asks for an examination, give its step or its result as a condition; where it does not, this may be turned off.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 54, paragraph: 1 }],
  good: [
    {
      name: 'an examination',
      item: {
        basics: { category: 'qualification', served: ['person'] },
        procedure: { steps: [{ id: 'x', kind: 'examination' }] },
      },
    },
    {
      name: 'its result as a condition',
      item: {
        basics: { category: 'qualification', served: ['person'] },
        conditions: { grant: [{ id: 'c', text: '通过国家统一法律职业资格考试。' }] },
        procedure: { steps: [{ id: 'r', kind: 'review' }] },
      },
    },
    {
      name: 'a qualification of enterprises',
      item: {
        basics: { category: 'qualification', served: ['enterprise'] },
        procedure: { steps: [{ id: 'r', kind: 'review' }] },
      },
    },
  ],
  bad: [
    {
      name: 'a review alone',
      item: {
        basics: { category: 'qualification', served: ['person'] },
        conditions: { grant: [{ id: 'c', text: '年满十八周岁。' }] },
        procedure: { steps: [{ id: 'r', kind: 'review' }] },
      },
      at: ['procedure', 'steps'],
    },
  ],
  mutations: [
    {
      name: 'a qualification by review alone',
      edits: [
        { kind: 'set', path: ['basics', 'category'], value: 'qualification' },
        { kind: 'set', path: ['basics', 'served'], value: ['person'] },
      ],
    },
  ],
  check(item) {
    const { category, served = [] } = item.basics ?? {};
    const steps = item.procedure?.steps ?? [];
    const ofPersons = category === 'qualification' && served.length === 1 && served[0] === 'person';
    if (!isPermit(item) || !ofPersons || steps.length === 0) return [];
    const demands = [
      ...(item.conditions?.grant ?? []).map(({ text = '' }) => text),
      ...(item.materials?.list ?? []).map(({ name = '' }) => name),
    ];
    if (steps.some(({ kind }) => kind === 'examination') || demands.some((text) => /考试|考核/.test(text)))
      return [];
    return [
      {
        path: ['procedure', 'steps'],
        message: {
          zh: '这是公民的资格许可，环节、条件和材料里都没有考试或者考核。依法应当考试的，请增加考试环节，或者把成绩写成条件。',
          en: 'This is a qualification of persons, and no step, condition or material speaks of an examination. Where the law asks for one, add its step or make its result a condition.',
        },
      },
    ];
  },
};
