import type { CatalogueRule } from '../rule.ts';
import { bundleExample, pipes, pipesFile } from './bundleExample.ts';
import { inEachBundle, memberName } from './offeredBundles.ts';

/** Licensing Law Art. 62: inspections are those that the law provides for. */
export const bundleInspectsWhatIsInspected: CatalogueRule = {
  id: 'bundle-inspects-what-is-inspected',
  family: 'bundles',
  scope: 'catalogue',
  severity: 'warning',
  title: { zh: '联合年检的成员本来就有年检', en: 'A joint annual inspection is of members that have one' },
  why: {
    zh: '年检要有依据；没有年检的事项并进联合年检，就是新设检查。去掉这个成员。',
    en: 'An annual inspection needs a basis, and joining in a member that has none creates one. Take the member out.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 62 }],
  good: [
    bundleExample(
      'of the one that has it',
      { annualInspection: { members: ['first'], period: '每年', text: '一次上门' } },
      { a: { annualInspection: { kind: 'inspection' } } },
    ),
    bundleExample('none', { annualInspection: { none: '没有' } }),
  ],
  bad: [
    {
      ...bundleExample('of one that has none', {
        annualInspection: { members: ['second'], period: '每年', text: '一次上门' },
      }),
      at: ['annualInspection', 'members', 0],
    },
  ],
  mutations: [
    {
      name: 'inspects a member that has no inspection',
      files: {
        [pipesFile]: pipes({
          annualInspection: { members: ['digging'], period: '每年', text: '一次上门查看' },
        }),
      },
    },
  ],
  check(catalogue) {
    return inEachBundle(catalogue, (offered) => {
      const { bundle, items } = offered;
      return (bundle.annualInspection?.members ?? []).flatMap((member, i) => {
        const item = bundle.members?.find(({ id }) => id === member)?.item ?? '';
        if (items.get(item)?.item.annualInspection?.none === undefined) return [];
        const name = memberName(offered, member);
        return [
          {
            path: ['annualInspection', 'members', i],
            message: {
              zh: `“${name}”没有年检，不能并进联合年检。请去掉这个成员。`,
              en: `"${name}" has no annual inspection to join in. Take the member out.`,
            },
          },
        ];
      });
    });
  },
};
