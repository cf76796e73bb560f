import type { Draft, Item } from '../../../model/item.ts';
import type { ItemSource } from '../../../catalogue/index.ts';
import type { CatalogueFinding, CatalogueRule } from '../rule.ts';

const whole = (name: string): Draft<Item> => ({ id: 'a', basics: { name } });

/**
 * Licensing Law Art. 16: the level that sets a permit writes its procedure, those below detail it. A second whole
 * procedure would replace the first where nobody sees it.
 */
export const duplicateBase: CatalogueRule = {
  id: 'duplicate-base',
  family: 'across',
  scope: 'catalogue',
  severity: 'error',
  title: {
    zh: '上级已有规程的，下级只写不同之处',
    en: 'Where a level above has the procedure, a level writes only what differs',
  },
  why: {
    zh: '下级整份重写，等于把上级的规程换掉，增加了什么也看不出来。把文件改为 overlay，只留与上级不同的内容。',
    en: 'A whole procedure below replaces that above, and nobody sees what was added. Turn the file into an overlay with only what differs.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 16 }],
  good: [
    {
      name: 'a base and a layer',
      files: {
        '000000/a.yaml': whole('甲'),
        '511500/a.yaml': { id: 'a', overlay: { service: { hours: '上午' } } },
      },
    },
    {
      name: 'two cities, each its own',
      files: { '511500/a.yaml': whole('甲'), '510700/a.yaml': whole('甲') },
    },
  ],
  bad: [
    {
      name: 'a whole procedure under a whole one',
      files: { '000000/a.yaml': whole('甲'), '511500/a.yaml': whole('甲') },
      file: '511500/a.yaml',
      at: ['id'],
    },
  ],
  mutations: [
    {
      name: 'a city writes a national permit anew',
      copies: { '000000/construction-planning-permit.yaml': '510700/construction-planning-permit.yaml' },
    },
  ],
  check({ chains, lookups }) {
    return [...chains.values()].flatMap((chain) => {
      const bases = chain.filter((step) => step.role === 'base');
      if (bases.length < 2) return [];
      return bases.flatMap((step): CatalogueFinding[] => {
        const above = bases.find(
          (one) => one !== step && stands(one, step, lookups.divisionChain(step.division)),
        );
        if (above === undefined) return [];
        const place = lookups.divisionName(above.division);
        return [
          {
            subject: step.source,
            finding: {
              path: ['id'],
              message: {
                zh: `${place}（${above.source.path}）已有这一事项的规程。请改为 overlay，只写与上级不同的内容；确是另一事项的，另起标识。`,
                en: `${place} (${above.source.path}) has the procedure of this item. Turn this file into an overlay with only what differs; if it is another item, give it another id.`,
              },
            },
          },
        ];
      });
    });
  },
};

function stands(above: ItemSource, below: ItemSource, chain: readonly string[]): boolean {
  return above.division !== below.division && chain.includes(above.division);
}
