import type { CatalogueRule } from '../rule.ts';
import { bundleExample, pipes, pipesFile } from './bundleExample.ts';
import { inEachBundle, memberName } from './offeredBundles.ts';
import { formatLimit, weekParts } from '../../../procedure/index.ts';

/** Licensing Law Art. 42: a limit is kept; that of a bundle is decided by the longest way through its members. */
export const bundlePromiseReachable: CatalogueRule = {
  id: 'bundle-promise-reachable',
  family: 'bundles',
  scope: 'catalogue',
  severity: 'error',
  title: { zh: '共同承诺时限不短于最长一路', en: 'The joint promise is no shorter than the longest way' },
  why: {
    zh: '承诺比成员各自的时限或者环节还短，就兑现不了。写明成员在这件事里缩短到几日，或者改长共同承诺。',
    en: 'A promise shorter than the limits or steps of its members cannot be kept. Say how far members shorten theirs within the bundle, or promise more.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 42, paragraph: 2 }],
  good: [
    bundleExample('as long as the longer of two', {}),
    bundleExample(
      'shorter, since the longer grants it',
      {
        limits: { promised: { value: 8, unit: 'working-days' } },
        members: [
          { id: 'first', item: 'a', limit: { value: 8, unit: 'working-days' } },
          { id: 'second', item: 'b' },
        ],
      },
      { a: { procedure: { steps: [] } } },
    ),
  ],
  bad: [
    {
      ...bundleExample('shorter than one member', {
        limits: { promised: { value: 9, unit: 'working-days' } },
      }),
      at: ['limits', 'promised', 'value'],
    },
    bundleExample('shorter than two in turn', {
      limits: { promised: { value: 14, unit: 'working-days' } },
      members: [
        { id: 'first', item: 'a' },
        { id: 'second', item: 'b', after: ['first'] },
      ],
    }),
    bundleExample('granted, but the steps need more', {
      limits: { promised: { value: 8, unit: 'working-days' } },
      members: [
        { id: 'first', item: 'a', limit: { value: 8, unit: 'working-days' } },
        { id: 'second', item: 'b' },
      ],
    }),
  ],
  mutations: [
    {
      name: 'promises less than its two members need in turn',
      files: { [pipesFile]: pipes({ limits: { promised: { value: 12, unit: 'working-days' } } }) },
    },
  ],
  check(catalogue) {
    return inEachBundle(catalogue, (offered) => {
      const { bundle, reckoning, division, lookups } = offered;
      const promised = bundle.limits?.promised;
      const parts = weekParts(promised);
      const { together } = reckoning.limit;
      const { path } = reckoning.steps;
      if (parts === undefined || together.kind === 'cycle' || path.kind === 'cycle') return [];
      const [days, ids] = path.days > together.days ? [path.days, []] : [together.days, together.ids];
      const needed = { value: days, unit: together.unit };
      if (parts >= weekParts(needed)!) return [];
      const names = ids.map((id) => memberName(offered, id)).join(' → ');
      const [why, whyEn] =
        names === ''
          ? ['环节', 'its steps need']
          : [`最长一路（${names}）`, `the longest way (${names}) takes`];
      return [
        {
          path: ['limits', 'promised', 'value'],
          message: {
            zh: `共同承诺 ${formatLimit(promised)}，在${lookups.divisionName(division)}${why}要 ${formatLimit(needed)}。请改为不短于它，或写明成员在这件事里的时限。`,
            en: `The joint promise is ${formatLimit(promised, 'en')}; in ${division} ${whyEn} ${formatLimit(needed, 'en')}. Promise no less, or say what limits members keep within the bundle.`,
          },
        },
      ];
    });
  },
};
