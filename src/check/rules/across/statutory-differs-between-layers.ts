import type { EffectiveItem, Lookups } from '../../../catalogue/index.ts';
import type { Draft, Item } from '../../../model/item.ts';
import type { LawKind } from '../rank.ts';
import { formatLimit } from '../../../procedure/index.ts';
import type { CatalogueFinding, CatalogueRule } from '../rule.ts';
import { groupsOfSeveral, itemWords, standing } from './matters.ts';

const limited = (id: string, value: number, law?: string): Draft<Item> => ({
  id,
  basics: { name: '甲许可', basicCode: '000131012000' },
  limits: {
    statutory: { value, unit: 'working-days', ...(law !== undefined && { basis: [{ law, article: 3 }] }) },
  },
});

/** 法律、法规 of Licensing Law Art. 42 that may set another limit for one place. */
const ofPlaces: ReadonlySet<LawKind | undefined> = new Set(['local-regulation']);

/**
 * Licensing Law Art. 42: the law sets one limit, laws and regulations may set another. Two bases of one permit in
 * one line of divisions cannot both be right unless a local regulation says so. What a layer changes is another
 * rule's: there the limit is fixed.
 */
export const statutoryDiffersBetweenLayers: CatalogueRule = {
  id: 'statutory-differs-between-layers',
  family: 'across',
  scope: 'catalogue',
  severity: 'warning',
  title: { zh: '同一许可的法定时限各级相同', en: 'The statutory limit of a permit is one at all levels' },
  why: {
    zh: '法定时限出自同一条法律，省里写二十日、市里写十五日，必有一个错了。核对法律更正；承诺缩短的写在承诺时限。',
    en: 'A statutory limit comes from one law: where levels differ, one is wrong. Correct it by the law; what is promised goes into the promised limit.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 42 }],
  good: [
    { name: 'the same', files: { '510000/a.yaml': limited('a', 20), '511500/b.yaml': limited('b', 20) } },
    {
      name: 'two cities beside each other',
      files: { '511500/a.yaml': limited('a', 20), '510700/b.yaml': limited('b', 10) },
    },
    {
      name: 'a local regulation sets it',
      files: { '510000/a.yaml': limited('a', 20), '511500/b.yaml': limited('b', 15, 'a-local-regulation') },
    },
  ],
  bad: [
    {
      name: 'province and city',
      files: { '510000/a.yaml': limited('a', 20), '511500/b.yaml': limited('b', 15) },
      file: '511500/b.yaml',
      at: ['limits', 'statutory', 'value'],
    },
  ],
  mutations: [
    {
      name: 'a city has another statutory limit in a procedure of its own',
      copies: { '000000/construction-planning-permit.yaml': '510700/city-planning-permit.yaml' },
      others: {
        '510700/city-planning-permit.yaml': [
          { kind: 'set', path: ['id'], value: 'city-planning-permit' },
          { kind: 'set', path: ['limits', 'statutory', 'value'], value: 19 },
        ],
      },
    },
  ],
  check({ bases, lookups }) {
    const items = bases.filter(({ item }) => typeof item.limits?.statutory?.value === 'number');
    const groups = groupsOfSeveral(items, ({ item }) => item.basics?.basicCode);
    return groups.flatMap((group) =>
      standing(group, lookups, limitOf).flatMap(({ base, others }): CatalogueFinding[] => {
        const other = others.find((one) => one.division !== base.division && limitOf(one) !== limitOf(base));
        if (other === undefined || setsItsOwn(base, lookups)) return [];
        const words = itemWords(other, lookups);
        const [here, there] = [base.item.limits?.statutory, other.item.limits?.statutory];
        return [
          {
            subject: base,
            finding: {
              path: ['limits', 'statutory', 'value'],
              message: {
                zh: `法定时限 ${formatLimit(here)}，而${words.zh}的同一许可是 ${formatLimit(there)}。请核对法律更正；本地法规另有规定的，写明依据。`,
                en: `The statutory limit is ${formatLimit(here, 'en')}, and for the same permit ${words.en} has ${formatLimit(there, 'en')}. Correct it by the law, or cite the local regulation that sets it.`,
              },
            },
          },
        ];
      }),
    );
  },
};

function limitOf({ item }: EffectiveItem): string {
  const { value, unit } = item.limits?.statutory ?? {};
  return `${value} ${unit}`;
}

function setsItsOwn({ item }: EffectiveItem, lookups: Lookups): boolean {
  return (item.limits?.statutory?.basis ?? []).some(({ law }) => ofPlaces.has(lookups.law(law ?? '')?.kind));
}
