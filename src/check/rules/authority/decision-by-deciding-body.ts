import type { ItemRule } from '../rule.ts';
import { bodyInWords, sameBody } from './sameBody.ts';

export const decisionByDecidingBody: ItemRule = {
  id: 'decision-by-deciding-body',
  family: 'authority',
  scope: 'item',
  severity: 'warning',
  title: { zh: '决定环节由决定机关作出', en: 'The deciding body takes the decision' },
  why: {
    zh: '谁决定，指南上只能有一个说法；写成别的机关，决定可能因越权而无效。改正决定机关或者决定环节。',
    en: 'A guide names one body that decides; a decision by another may be beyond its powers. Correct the authority or the step.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 22 }],
  good: [
    {
      name: 'the same body',
      item: {
        authority: { decides: { department: 'housing' } },
        procedure: {
          steps: [{ id: 'd', kind: 'decide', name: '决定', actor: { body: { department: 'housing' } } }],
        },
      },
    },
    {
      name: 'another body gives its opinion in a review',
      item: {
        authority: { decides: { department: 'housing' } },
        procedure: {
          steps: [{ id: 'r', kind: 'joint-review', name: '会审', actor: { body: { department: 'fire' } } }],
        },
      },
    },
    {
      name: 'the agency that carries the department',
      division: '511500',
      agencies: [{ id: 'fire-brigade', division: '511500', name: '消防救援支队', departments: ['fire'] }],
      item: {
        authority: { decides: { department: 'fire' } },
        procedure: {
          steps: [{ id: 'd', kind: 'decide', name: '决定', actor: { body: { agency: 'fire-brigade' } } }],
        },
      },
    },
  ],
  bad: [
    {
      name: 'another body decides',
      item: {
        authority: { decides: { department: 'housing' } },
        procedure: {
          steps: [{ id: 'd', kind: 'decide', name: '决定', actor: { body: { department: 'fire' } } }],
        },
      },
      at: ['procedure', 'steps', 0, 'actor', 'body'],
    },
  ],
  mutations: [
    {
      name: 'the police decide',
      edits: [
        {
          kind: 'set',
          path: ['procedure', 'steps', 4, 'actor', 'body'],
          value: { department: 'public-security' },
        },
      ],
    },
  ],
  check(item, { lookups }, { division }) {
    const decides = item.authority?.decides;
    if (decides === undefined) return [];
    return (item.procedure?.steps ?? []).flatMap(({ kind, name, actor }, i) => {
      const body = kind === 'decide' ? actor?.body : undefined;
      if (body === undefined || sameBody(decides, body, division, lookups) !== false) return [];
      const [one, other] = [decides, body].map((each) => bodyInWords(each, lookups));
      return [
        {
          path: ['procedure', 'steps', i, 'actor', 'body'],
          message: {
            zh: `决定机关是“${one}”，环节“${name ?? '决定'}”却由“${other}”作出。请改正其中一处。`,
            en: `"${one}" is the deciding body, and the step "${name ?? 'decision'}" is taken by "${other}". Correct one of them.`,
          },
        },
      ];
    });
  },
};
