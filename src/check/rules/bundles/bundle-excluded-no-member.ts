import type { CatalogueRule } from '../rule.ts';
import { bundleExample, pipes, pipesFile } from './bundleExample.ts';
import { inEachBundle } from './offeredBundles.ts';

/** Licensing Law Art. 30: what one has to do is published so that it can be understood. */
export const bundleExcludedNoMember: CatalogueRule = {
  id: 'bundle-excluded-no-member',
  family: 'bundles',
  scope: 'catalogue',
  severity: 'error',
  title: { zh: '不在内的事项不是成员', en: 'What is left out is no member' },
  why: {
    zh: '同一个事项既在内又不在内，申请人不知道要不要办。二者留一。',
    en: 'An item both in and out leaves the applicant to guess. Keep one of the two.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 30 }],
  good: [
    bundleExample('another item is left out', {
      excluded: [{ id: 'e', name: '丙', item: 'c', reason: '另办' }],
    }),
    bundleExample('something that is no item', { excluded: [{ id: 'e', name: '装修', reason: '自行安排' }] }),
  ],
  bad: [
    {
      ...bundleExample('a member is left out', {
        excluded: [{ id: 'e', name: '甲', item: 'a', reason: '另办' }],
      }),
      at: ['excluded', 0, 'item'],
    },
  ],
  mutations: [
    {
      name: 'leaves out one of its members',
      files: {
        [pipesFile]: pipes({
          excluded: [
            { id: 'planning', name: '规划许可', item: 'construction-planning-permit', reason: '已经办好。' },
          ],
        }),
      },
    },
  ],
  check(catalogue) {
    return inEachBundle(catalogue, (offered) => {
      const { bundle, lookups } = offered;
      const members = new Set((bundle.members ?? []).map(({ item }) => item));
      return (bundle.excluded ?? []).flatMap(({ item }, i) => {
        if (item === undefined || !members.has(item)) return [];
        const name = lookups.itemName(item) ?? item;
        return [
          {
            path: ['excluded', i, 'item'],
            message: {
              zh: `“${name}”既是成员又写作不在内。请二者留一。`,
              en: `"${name}" is a member and left out at once. Keep one of the two.`,
            },
          },
        ];
      });
    });
  },
};
