import type { CatalogueRule } from '../rule.ts';
import { bundleExample, pipes, pipesFile } from './bundleExample.ts';
import { inEachBundle } from './offeredBundles.ts';
import { fieldAt } from '../../../model/field.ts';
import { formatLimit, weekParts } from '../../../procedure/index.ts';

const most = [
  ['promised', 45],
  ['statutory', 45],
  ['extension', 15],
] as const;

/** Licensing Law Art. 42, second paragraph. */
export const bundleWithin45Days: CatalogueRule = {
  id: 'bundle-within-45-days',
  family: 'bundles',
  scope: 'catalogue',
  severity: 'error',
  title: {
    zh: '统一、联合、集中办理不超过四十五个工作日，延长不超过十五个',
    en: 'Joint handling takes at most 45 working days, and 15 more where extended',
  },
  why: {
    zh: '许可法为几个部门一起办理定了四十五日的上限，经本级政府负责人批准可以延长十五日。改到上限以内。',
    en: 'The Licensing Law allows joint handling 45 days, and 15 more when the head of the government approves. Keep within them.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 42, paragraph: 2 }],
  good: [
    bundleExample('45 and 15', {
      limits: {
        promised: { value: 10, unit: 'working-days' },
        statutory: { value: 45, unit: 'working-days' },
        extension: { value: 15, unit: 'working-days' },
      },
    }),
    bundleExample('63 calendar days are 45 working days', {
      limits: {
        promised: { value: 10, unit: 'working-days' },
        statutory: { value: 63, unit: 'calendar-days' },
      },
    }),
  ],
  bad: [
    {
      ...bundleExample('a statutory limit of 60', {
        limits: {
          promised: { value: 10, unit: 'working-days' },
          statutory: { value: 60, unit: 'working-days' },
        },
      }),
      at: ['limits', 'statutory', 'value'],
    },
    {
      ...bundleExample('an extension of 20', {
        limits: {
          promised: { value: 10, unit: 'working-days' },
          extension: { value: 20, unit: 'working-days' },
        },
      }),
      at: ['limits', 'extension', 'value'],
    },
  ],
  mutations: [
    {
      name: 'a statutory limit of 46 days',
      files: {
        [pipesFile]: pipes({
          limits: {
            promised: { value: 18, unit: 'working-days' },
            statutory: { value: 46, unit: 'working-days' },
          },
        }),
      },
    },
  ],
  check(catalogue) {
    return inEachBundle(catalogue, (offered) => {
      return most.flatMap(([key, value]) => {
        const limit = offered.bundle.limits?.[key];
        const parts = weekParts(limit);
        const allowed = { value, unit: 'working-days' as const };
        if (parts === undefined || parts <= weekParts(allowed)!) return [];
        const field = fieldAt('bundle', ['limits', key])!.title;
        return [
          {
            path: ['limits', key, 'value'],
            message: {
              zh: `${field.zh} ${formatLimit(limit)}，超过联合办理的上限 ${formatLimit(allowed)}。请改到上限以内。`,
              en: `${field.en}: ${formatLimit(limit, 'en')} is over the ${formatLimit(allowed, 'en')} that joint handling may take. Keep within it.`,
            },
          },
        ];
      });
    });
  },
};
