import { isJoint } from '../limits/isJoint.ts';
import type { ItemRule } from '../rule.ts';
import { bodyInWords } from './sameBody.ts';

export const oneLeadAmongJoint: ItemRule = {
  id: 'one-lead-among-joint',
  family: 'authority',
  scope: 'item',
  severity: 'warning',
  title: { zh: '几个部门联合办理的，确定一个牵头', en: 'Of several joint bodies one leads' },
  why: {
    zh: '没有牵头的，申请人要逐个部门跑；有几个牵头的，等于没有。由本级人民政府确定一个部门统一受理、转告、汇总。',
    en: 'Without a lead the applicant goes from body to body, and with several leads as well. The government of that level names one that accepts, passes on and collects.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 26, paragraph: 2 }],
  good: [
    {
      name: 'one leads',
      item: {
        authority: {
          joint: [
            { id: 'a', department: 'housing', lead: true },
            { id: 'b', department: 'fire', lead: false },
          ],
        },
      },
    },
    {
      name: 'one joint body beside the one that decides',
      item: { authority: { decides: { department: 'housing' }, joint: [{ id: 'b', department: 'fire' }] } },
    },
    {
      name: 'the levels of one line, each with its stage',
      item: {
        authority: {
          joint: [
            { id: 'a', text: '市级司法（受理,审核）' },
            { id: 'b', text: '省级司法（决定与公开）' },
          ],
        },
      },
    },
    { name: 'nobody else has a part', item: { authority: { decides: { department: 'housing' } } } },
  ],
  bad: [
    {
      name: 'two lines, of which nobody leads',
      item: {
        authority: {
          joint: [
            { id: 'a', text: '省级教育（受理）' },
            { id: 'b', text: '省级自然资源（决定与公开）' },
          ],
        },
      },
      at: ['authority', 'joint'],
    },
    {
      name: 'nobody leads',
      item: {
        authority: {
          joint: [
            { id: 'a', department: 'housing' },
            { id: 'b', department: 'fire' },
          ],
        },
      },
      at: ['authority', 'joint'],
    },
    {
      name: 'two lead',
      item: {
        authority: {
          joint: [
            { id: 'a', department: 'housing', lead: true },
            { id: 'b', department: 'fire', lead: true },
          ],
        },
      },
      at: ['authority', 'joint', 1, 'lead'],
    },
  ],
  mutations: [
    {
      name: 'nobody leads',
      edits: [{ kind: 'set', path: ['authority', 'joint', 0, 'lead'], value: false }],
    },
    {
      name: 'both lead',
      edits: [{ kind: 'set', path: ['authority', 'joint', 1, 'lead'], value: true }],
    },
  ],
  check(item, { lookups }) {
    const joint = item.authority?.joint ?? [];
    if (!isJoint(item)) return [];
    const [first, second] = joint.flatMap(({ lead }, i) => (lead === true ? [i] : []));
    if (first === undefined)
      return [
        {
          path: ['authority', 'joint'],
          message: {
            zh: `${joint.length} 个联合机关没有一个牵头。请确定一个统一受理，lead 写 true。`,
            en: `None of ${joint.length} joint bodies leads. Name the one that accepts for all: lead: true.`,
          },
        },
      ];
    if (second === undefined) return [];
    const [one, other] = [first, second].map((i) => bodyInWords(joint[i]!, lookups));
    return [
      {
        path: ['authority', 'joint', second, 'lead'],
        message: {
          zh: `“${one}”和“${other}”都写成牵头。请只保留一个，其余的 lead 写 false。`,
          en: `Both "${one}" and "${other}" lead. Keep one and set lead: false for the others.`,
        },
      },
    ];
  },
};
