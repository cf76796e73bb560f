import type { CatalogueRule } from '../rule.ts';
import { bundleExample, pipes, pipesFile } from './bundleExample.ts';
import { inEachBundle } from './offeredBundles.ts';

/** Licensing Law Art. 26: what several departments handle together, each of them has the power for. */
export const bundleMembersImplemented: CatalogueRule = {
  id: 'bundle-members-implemented',
  family: 'bundles',
  scope: 'catalogue',
  severity: 'error',
  title: {
    zh: '成员事项在提供这件事的地方都有机关实施',
    en: 'Every member is implemented where the bundle is offered',
  },
  why: {
    zh: '成员在当地没有实施，这件事就办不全。把事项列入当地或上级的实施清单，或者在 divisions 里去掉这个地方。',
    en: 'A bundle with a member that nobody implements there cannot be completed. Adopt the item there or above, or take the division out.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 26, paragraph: 2 }],
  good: [
    bundleExample('both are adopted', {}),
    bundleExample('an item that the catalogue does not have is told elsewhere', { divisions: [] }),
  ],
  bad: [
    {
      ...bundleExample('the province adopts neither of two, one of them said once', {
        members: [{ id: 'first', item: 'a' }],
        divisions: ['510000'],
      }),
      at: ['members', 0, 'item'],
    },
  ],
  mutations: [
    {
      name: 'offered in a city that adopts one of the two',
      files: {
        '510700/adopt.yaml': { division: '510700', items: [{ id: 'construction-planning-permit' }] },
        [pipesFile]: pipes({ divisions: ['511500', '510700'] }),
      },
    },
  ],
  check(catalogue) {
    return inEachBundle(catalogue, (offered) => {
      const { bundle, reckoning, division, lookups } = offered;
      const place = lookups.divisionName(division);
      return (bundle.members ?? []).flatMap(({ id, item }, i) => {
        if (id === undefined || item === undefined || !reckoning.missing.includes(id)) return [];
        const name = lookups.itemName(item);
        // Of an item that is nowhere the reference speaks.
        if (name === undefined) return [];
        return [
          {
            path: ['members', i, 'item'],
            message: {
              zh: `${place}和它的上级都没有实施“${name}”。请列入实施清单，或在 divisions 中去掉${place}。`,
              en: `Neither ${place} nor a division above it implements "${name}". Adopt it, or take ${place} out of divisions.`,
            },
          },
        ];
      });
    });
  },
};
