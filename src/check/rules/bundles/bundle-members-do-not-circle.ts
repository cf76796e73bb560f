import type { CatalogueRule } from '../rule.ts';
import { bundleExample, pipes, pipesFile } from './bundleExample.ts';
import { inEachBundle, memberName } from './offeredBundles.ts';

/** State Council 2015 No. 6: bodies may not make their permits each other's precondition; in a bundle none could even begin. */
export const bundleMembersDoNotCircle: CatalogueRule = {
  id: 'bundle-members-do-not-circle',
  family: 'bundles',
  scope: 'catalogue',
  severity: 'error',
  title: { zh: '成员之间不互相等待', en: 'Members do not wait for each other' },
  why: {
    zh: '两个成员互相等待，谁也办不成。删去一个 after，或者写明容缺并行（parallel）。',
    en: 'Where members wait for each other none can begin. Drop one after, or say how they are handled in parallel.',
  },
  cites: [{ law: 'state-council-2015-6' }],
  good: [
    bundleExample('one after the other', {
      members: [
        { id: 'first', item: 'a' },
        { id: 'second', item: 'b', after: ['first'] },
      ],
    }),
    bundleExample(
      'the result of one by sharing',
      {
        members: [
          { id: 'first', item: 'a', after: ['second'] },
          { id: 'second', item: 'b', parallel: [{ material: 'result', way: 'sharing' }] },
        ],
      },
      { b: { materials: { list: [{ id: 'result', resultOf: 'a' }] } } },
    ),
  ],
  bad: [
    bundleExample('each after the other', {
      members: [
        { id: 'first', item: 'a', after: ['second'] },
        { id: 'second', item: 'b', after: ['first'] },
      ],
    }),
    bundleExample(
      'after one that asks for its result',
      {
        members: [
          { id: 'first', item: 'a', after: ['second'] },
          { id: 'second', item: 'b' },
        ],
      },
      { b: { materials: { list: [{ id: 'result', resultOf: 'a' }] } } },
    ),
    {
      ...bundleExample('a joint step of two of which one waits for the other', {
        members: [
          { id: 'first', item: 'a' },
          { id: 'second', item: 'b', after: ['first'] },
        ],
        joint: [
          {
            id: 'j',
            name: '会审',
            kind: 'meeting',
            days: { value: 1, unit: 'working-days' },
            steps: [
              { member: 'first', step: 'review' },
              { member: 'second', step: 'review' },
            ],
          },
        ],
        limits: { promised: { value: 15, unit: 'working-days' } },
      }),
      at: ['joint'],
    },
  ],
  mutations: [
    {
      name: 'the first waits for the second, which waits for the first',
      files: {
        [pipesFile]: pipes({
          members: [
            { id: 'planning', item: 'construction-planning-permit', after: ['digging'] },
            { id: 'digging', item: 'urban-road-excavation-permit', after: ['planning'] },
          ],
        }),
      },
    },
  ],
  check(catalogue) {
    return inEachBundle(catalogue, (offered) => {
      const { bundle, reckoning } = offered;
      const { together } = reckoning.limit;
      if (together.kind === 'cycle') {
        const names = [...together.ids, together.ids[0]!].map((id) => memberName(offered, id));
        return [
          {
            path: ['members', (bundle.members ?? []).findIndex(({ id }) => id === together.ids[0])],
            message: {
              zh: `成员互相等待：${names.join(' → ')}。谁也办不成。请去掉其中一个 after，或者写明容缺并行。`,
              en: `Members wait for each other: ${names.join(' → ')}. None can begin. Drop one after, or handle them in parallel.`,
            },
          },
        ];
      }
      if (reckoning.steps.path.kind === 'path') return [];
      return [
        {
          path: ['joint'],
          message: {
            zh: '联办环节要几个成员同时办，其中有的却要等别的办结。请把要等待的成员移出联办环节，或者取消等待。',
            en: 'A joint step is of members of which one waits for another. Take the one that waits out of the step, or let it not wait.',
          },
        },
      ];
    });
  },
};
