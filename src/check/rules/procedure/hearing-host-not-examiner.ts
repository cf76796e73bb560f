import type { Finding, ItemRule } from '../rule.ts';

export const hearingHostNotExaminer: ItemRule = {
  id: 'hearing-host-not-examiner',
  family: 'procedure',
  scope: 'item',
  severity: 'error',
  title: {
    zh: '听证主持人不是审查该申请的人员',
    en: 'Who presides over a hearing is not who examines the application',
  },
  why: {
    zh: '自己审查、自己主持听证，听证就走了过场。由审查人员以外的岗位主持。',
    en: 'A hearing under the one who examined is a formality. Let another post preside.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 48 }],
  good: [
    {
      name: 'two posts',
      item: {
        procedure: {
          steps: [
            { id: 'r', kind: 'review', actor: { post: '审查岗' } },
            { id: 'h', kind: 'hearing', actor: { post: '法制岗' } },
          ],
        },
      },
    },
    {
      name: 'nobody named yet',
      item: {
        procedure: {
          steps: [
            { id: 'r', kind: 'review' },
            { id: 'h', kind: 'hearing' },
          ],
        },
      },
    },
  ],
  bad: [
    {
      name: 'the same post',
      item: {
        procedure: {
          steps: [
            { id: 'r', name: '审查', kind: 'review', actor: { post: '审查岗' } },
            { id: 'h', name: '听证', kind: 'hearing', actor: { post: '审查岗' } },
          ],
        },
      },
      at: ['procedure', 'steps', 1, 'actor', 'post'],
    },
  ],
  mutations: [
    {
      name: 'the examiner presides',
      others: {
        '000000/construction-planning-permit.yaml': [
          { kind: 'set', path: ['procedure', 'steps', 2, 'kind'], value: 'hearing' },
          { kind: 'set', path: ['procedure', 'steps', 2, 'excluded'], value: true },
        ],
      },
    },
  ],
  check(item) {
    const steps = item.procedure?.steps ?? [];
    const examiners = new Map(
      steps.flatMap(({ kind, actor, name, id }) =>
        kind === 'review' && actor?.post !== undefined ? [[actor.post, name ?? id ?? ''] as const] : [],
      ),
    );
    return steps.flatMap(({ kind, actor, name, id = '' }, i): Finding[] => {
      const post = actor?.post;
      const review = post === undefined ? undefined : examiners.get(post);
      if (kind !== 'hearing' || review === undefined) return [];
      return [
        {
          path: ['procedure', 'steps', i, 'actor', 'post'],
          message: {
            zh: `“${name ?? id}”由“${post}”主持，而“${review}”也是这个岗位。请由审查人员以外的岗位主持听证。`,
            en: `"${name ?? id}" is presided over by "${post}", who also does "${review}". Let a post that does not examine preside.`,
          },
        },
      ];
    });
  },
};
