import type { StepKind } from '../../../model/item.ts';
import type { Finding, ItemRule } from '../rule.ts';

/** Steps of the agency's own posts. Experts, other bodies and who presides over a hearing are no posts of the item. */
const own: ReadonlySet<StepKind> = new Set<StepKind>(['accept', 'review', 'decide', 'deliver']);

export const stepPostKnown: ItemRule = {
  id: 'step-post-known',
  family: 'staff',
  scope: 'item',
  severity: 'warning',
  title: { zh: '环节的岗位列在岗位表中', en: 'The post of a step is among the posts listed' },
  why: {
    zh: '环节里的岗位在岗位表中找不到，就没有人对它的资格负责。把岗位列入岗位表，或者改用表中的名称；由其他机关办理的，写在 actor.body。',
    en: 'For a post that no list knows nobody answers for its qualification. List it, or use the listed name; what another body does belongs in actor.body.',
  },
  cites: [
    { law: 'administrative-licensing-law', article: 30 },
    { law: 'business-environment-regulation', article: 35 },
  ],
  good: [
    {
      name: 'listed',
      item: {
        procedure: { steps: [{ id: 'r', kind: 'review', actor: { post: '审查岗' } }] },
        staff: { posts: [{ id: 'e', name: '审查岗', duty: 'examine' }] },
      },
    },
    {
      name: 'listed with another in one entry',
      item: {
        procedure: { steps: [{ id: 'r', kind: 'review', actor: { post: '审查岗' } }] },
        staff: { posts: [{ id: 'e', name: '审查岗、核查岗', duty: 'examine' }] },
      },
    },
    {
      name: 'another body',
      item: {
        procedure: {
          steps: [
            { id: 'r', kind: 'review', actor: { post: '审查岗', body: { department: 'water' } } },
            { id: 'x', kind: 'expert-review', actor: { post: '评审专家' } },
          ],
        },
        staff: { posts: [{ id: 'w', name: '窗口', duty: 'accept' }] },
      },
    },
    {
      name: 'no list yet',
      item: { procedure: { steps: [{ id: 'r', kind: 'review', actor: { post: '审查岗' } }] } },
    },
  ],
  bad: [
    {
      name: 'a post that is not listed',
      item: {
        procedure: { steps: [{ id: 'r', name: '审查', kind: 'review', actor: { post: '审查岗' } }] },
        staff: { posts: [{ id: 'w', name: '窗口受理岗', duty: 'accept' }] },
      },
      at: ['procedure', 'steps', 0, 'actor', 'post'],
    },
  ],
  mutations: [
    {
      name: 'somebody else decides',
      edits: [{ kind: 'set', path: ['procedure', 'steps', 4, 'actor', 'post'], value: '分管局长' }],
    },
  ],
  check(item) {
    const posts = item.staff?.posts ?? [];
    if (posts.length === 0) return [];
    const listed = new Set(posts.flatMap(({ name = '' }) => [name, ...name.split('、')]));
    return (item.procedure?.steps ?? []).flatMap(({ kind, actor, name, id = '' }, i): Finding[] => {
      const post = actor?.post;
      if (kind === undefined || !own.has(kind) || post === undefined || actor?.body !== undefined) return [];
      if (listed.has(post) || post.split('、').every((one) => listed.has(one))) return [];
      return [
        {
          path: ['procedure', 'steps', i, 'actor', 'post'],
          message: {
            zh: `环节“${name ?? id}”的岗位“${post}”不在岗位表中。请把它列入 staff.posts，或者改用表中的名称；由其他机关办理的，写明 actor.body。`,
            en: `The post "${post}" of step "${name ?? id}" is not among the posts listed. List it in staff.posts, or use a listed name; where another body acts, give actor.body.`,
          },
        },
      ];
    });
  },
};
