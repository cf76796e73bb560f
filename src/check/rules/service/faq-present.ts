import { isPermit } from '../basis/establishingBases.ts';
import type { ItemRule } from '../rule.ts';

export const faqPresent: ItemRule = {
  id: 'faq-present',
  family: 'service',
  scope: 'item',
  severity: 'info',
  title: { zh: '许可事项至少有一个常见问题', en: 'A permit has at least one question and answer' },
  why: {
    zh: '窗口天天被问的话写在指南里，人就少跑一趟。写下申请人最常问的一个问题和回答。',
    en: 'What a window is asked every day, written in the guide, saves a visit. Write the question asked most and its answer.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 30, paragraph: 2 }],
  good: [
    {
      name: 'one',
      item: { service: { faq: [{ id: 'q', question: '要多久？', answer: '五个工作日。' }] } },
    },
    {
      name: 'a public service, which is no permit',
      item: { basics: { type: '20' }, service: { inCentre: true } },
    },
    { name: 'no service written yet', item: {} },
    {
      name: 'a line of a list that has the address alone',
      item: { service: { applyUrl: 'https://example.cn/apply' } },
    },
  ],
  bad: [{ name: 'none', item: { service: { inCentre: true } }, at: ['service'] }],
  mutations: [{ name: 'none', edits: [{ kind: 'remove', path: ['service', 'faq'] }] }],
  check(item) {
    const { service } = item;
    if (!isPermit(item) || service === undefined || (service.faq ?? []).length > 0) return [];
    // Whoever took over an address from a list has not come to writing a guide yet.
    if (Object.keys(service).every((key) => key === 'applyUrl')) return [];
    return [
      {
        path: ['service'],
        message: {
          zh: '没有一个常见问题。请写下申请人最常问的问题和回答。',
          en: 'There is no question and answer. Write what applicants ask most.',
        },
      },
    ];
  },
};
