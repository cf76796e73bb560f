import type { CatalogueRule } from '../rule.ts';
import { bundleExample, pipes, pipesFile } from './bundleExample.ts';
import { inEachBundle } from './offeredBundles.ts';
import { formatLimit, weekParts } from '../../../procedure/index.ts';

/** Business Environment Regulation Art. 36: approvals are handled in parallel to shorten them. */
export const bundlePromiseSaves: CatalogueRule = {
  id: 'bundle-promise-saves',
  family: 'bundles',
  scope: 'catalogue',
  severity: 'error',
  title: { zh: '共同承诺时限不长于依次办理', en: 'The joint promise is no longer than one after another' },
  why: {
    zh: '并联反而更慢，就不该并联。把共同承诺改到依次办理的时限以内。',
    en: 'What takes longer together than one after another is no help. Bring the joint promise below the sum.',
  },
  cites: [
    { law: 'administrative-licensing-law', article: 42, paragraph: 2 },
    { law: 'business-environment-regulation', article: 36 },
  ],
  good: [
    bundleExample('as long as the longest', {}),
    bundleExample('as long as the sum', { limits: { promised: { value: 15, unit: 'working-days' } } }),
  ],
  bad: [
    {
      ...bundleExample('longer than the sum', { limits: { promised: { value: 16, unit: 'working-days' } } }),
      at: ['limits', 'promised', 'value'],
    },
    bundleExample('longer than the sum in the other unit', {
      limits: { promised: { value: 22, unit: 'calendar-days' } },
    }),
  ],
  mutations: [
    {
      name: 'promises more than both one after another',
      files: { [pipesFile]: pipes({ limits: { promised: { value: 40, unit: 'working-days' } } }) },
    },
  ],
  check(catalogue) {
    return inEachBundle(catalogue, (offered) => {
      const { bundle, reckoning, division, lookups } = offered;
      const promised = bundle.limits?.promised;
      const parts = weekParts(promised);
      const { days, unit, undated } = reckoning.limit.apart;
      // A member without a limit makes the sum too small to say anything.
      if (parts === undefined || undated.length > 0 || reckoning.missing.length > 0) return [];
      const sum = { value: days, unit };
      if (parts <= weekParts(sum)!) return [];
      return [
        {
          path: ['limits', 'promised', 'value'],
          message: {
            zh: `共同承诺 ${formatLimit(promised)}，比在${lookups.divisionName(division)}依次办理的 ${formatLimit(sum)}还长。请改短。`,
            en: `The joint promise of ${formatLimit(promised, 'en')} is longer than the ${formatLimit(sum, 'en')} of one after another in ${division}. Shorten it.`,
          },
        },
      ];
    });
  },
};
