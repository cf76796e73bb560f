import type { EffectiveItem } from '../../../catalogue/index.ts';
import type { Draft, Item } from '../../../model/item.ts';
import type { CatalogueFinding, CatalogueRule } from '../rule.ts';
import { decideApart, groupsOfSeveral, itemWords, nameKey, standing } from './matters.ts';

const coded = (id: string, name: string, basicCode: string): Draft<Item> => ({
  id,
  basics: { name, basicCode },
});

/**
 * Business Environment Regulation Art. 35 and 40: one item is one item in every list. One name under two codes is
 * either an item entered twice or a slip in the code. Of two bodies one-matter-two-authorities speaks.
 */
export const sameNameOtherCode: CatalogueRule = {
  id: 'same-name-other-code',
  family: 'across',
  scope: 'catalogue',
  severity: 'warning',
  title: { zh: '同名的事项编码相同', en: 'Items of one name have one code' },
  why: {
    zh: '同名不同码，多半是同一事项登记了两次，或者编码抄错。归并重复的事项，或者更正编码、写清名称的区别。',
    en: 'One name under two codes is mostly an item entered twice, or a slip. Merge the two, correct the code, or let the names say what differs.',
  },
  cites: [
    { law: 'business-environment-regulation', article: 35 },
    { law: 'business-environment-regulation', article: 40 },
  ],
  good: [
    {
      name: 'two names',
      items: [coded('a', '甲许可', '000131012000'), coded('b', '乙许可', '000131013000')],
    },
    {
      name: 'one name, one code',
      items: [coded('a', '甲许可', '000131012000'), coded('b', '甲 许可', '000131012000')],
    },
    {
      name: 'a container and its only sub-item',
      items: [
        { id: 'a', basics: { name: '甲许可', basicCode: '00013101200Y', kind: 'container' } },
        coded('b', '甲许可', '000131012001'),
      ],
    },
    {
      name: 'items of two provinces',
      items: [],
      files: {
        '510000/a.yaml': coded('a', '甲许可', '510131012000'),
        '360000/b.yaml': coded('b', '甲许可', '360131012000'),
      },
    },
  ],
  bad: [
    {
      name: 'one name, two codes',
      items: [coded('a', '甲许可', '000131012000'), coded('b', '甲许可', '000131013000')],
      file: '000000/b.yaml',
      at: ['basics', 'basicCode'],
    },
    {
      name: 'a city has its own code for a national permit',
      items: [coded('a', '甲许可', '000131012000')],
      files: { '511500/b.yaml': coded('b', '甲许可', '510131012000') },
      file: '511500/b.yaml',
      at: ['basics', 'basicCode'],
    },
  ],
  mutations: [
    {
      name: 'a permit is entered twice, the second time with a slip in its code',
      copies: { '000000/construction-planning-permit.yaml': '000000/planning-permit.yaml' },
      others: {
        '000000/planning-permit.yaml': [
          { kind: 'set', path: ['id'], value: 'planning-permit' },
          { kind: 'set', path: ['basics', 'basicCode'], value: '000115099000' },
        ],
      },
    },
  ],
  check({ bases, lookups }) {
    const items = bases.filter(({ item }) => item.basics?.kind !== 'container');
    const groups = groupsOfSeveral(items, ({ item: { basics } }) =>
      basics?.basicCode === undefined || basics.name === undefined ? undefined : nameKey(basics.name),
    );
    return groups.flatMap((group) =>
      standing(group, lookups, codeOf).flatMap(({ base, others }): CatalogueFinding[] => {
        const code = codeOf(base);
        const other = others.find(
          (one) => codeOf(one) !== code && !decideApart(one.item, base.item, lookups),
        );
        if (other === undefined) return [];
        const words = itemWords(other, lookups);
        return [
          {
            subject: base,
            finding: {
              path: ['basics', 'basicCode'],
              message: {
                zh: `与${words.zh}同名，那里的基本编码是 ${codeOf(other)}，这里是 ${code}。是同一事项的归并或更正编码；不是的，名称写出区别。`,
                en: `${words.en} has the same name and the basic code ${codeOf(other)}, here it is ${code}. If they are one, merge them or correct the code; if not, let the names differ.`,
              },
            },
          },
        ];
      }),
    );
  },
};

function codeOf({ item }: EffectiveItem): string {
  return item.basics?.basicCode ?? '';
}
