import type { ItemRule } from '../rule.ts';
import { bodyInWords, sameBody } from './sameBody.ts';

const step = (kind: 'accept' | 'deliver', department: string) => ({
  id: kind,
  kind,
  name: kind,
  actor: { body: { department } },
});

export const acceptsAndDeliversOne: ItemRule = {
  id: 'accepts-and-delivers-one',
  family: 'authority',
  scope: 'item',
  severity: 'warning',
  title: { zh: '受理和送达由同一机关', en: 'One body accepts and delivers' },
  why: {
    zh: '在一处交、到另一处取，申请人要多跑一趟，出了问题也找不到人。由受理的机关统一送达决定。',
    en: 'To hand in at one place and collect at another costs a journey and leaves nobody to ask. The body that accepts also delivers.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 26, paragraph: 1 }],
  good: [
    {
      name: 'the same body',
      item: { procedure: { steps: [step('accept', 'housing'), step('deliver', 'housing')] } },
    },
    {
      name: 'a lower level reviews first, the upper delivers',
      item: {
        basics: { firstReview: { level: 'county' } },
        procedure: { steps: [step('accept', 'housing'), step('deliver', 'fire')] },
      },
    },
    {
      name: 'posts of one body',
      item: {
        procedure: {
          steps: [
            { id: 'a', kind: 'accept', name: '受理', actor: { post: '受理岗' } },
            { id: 'd', kind: 'deliver', name: '送达', actor: { post: '发证岗' } },
          ],
        },
      },
    },
  ],
  bad: [
    {
      name: 'another body delivers',
      item: { procedure: { steps: [step('accept', 'housing'), step('deliver', 'fire')] } },
      at: ['procedure', 'steps', 1, 'actor', 'body'],
    },
    {
      name: 'another body than the accepting authority delivers',
      item: {
        authority: { accepts: { department: 'housing' } },
        procedure: { steps: [step('deliver', 'fire')] },
      },
      at: ['procedure', 'steps', 0, 'actor', 'body'],
    },
  ],
  mutations: [
    {
      name: 'the police deliver what the city accepts',
      edits: [
        {
          kind: 'set',
          path: ['procedure', 'steps', 5, 'actor', 'body'],
          value: { department: 'public-security' },
        },
      ],
    },
  ],
  check(item, { lookups }, { division }) {
    if (item.basics?.firstReview !== undefined) return [];
    const steps = item.procedure?.steps ?? [];
    const accepts =
      steps.find(({ kind, actor }) => kind === 'accept' && actor?.body !== undefined)?.actor?.body ??
      item.authority?.accepts;
    if (accepts === undefined) return [];
    return steps.flatMap(({ kind, actor }, i) => {
      const delivers = kind === 'deliver' ? actor?.body : undefined;
      if (delivers === undefined || sameBody(accepts, delivers, division, lookups) !== false) return [];
      const [one, other] = [accepts, delivers].map((body) => bodyInWords(body, lookups));
      return [
        {
          path: ['procedure', 'steps', i, 'actor', 'body'],
          message: {
            zh: `由“${one}”受理，却由“${other}”送达。请由受理的机关统一送达。`,
            en: `"${one}" accepts and "${other}" delivers. Let the body that accepts deliver as well.`,
          },
        },
      ];
    });
  },
};
