import type { Draft, Item } from '../../../model/item.ts';
import type { CatalogueFinding, CatalogueRule } from '../rule.ts';
import { groupsOfSeveral, itemWords, nameKey } from './matters.ts';

const coded = (id: string, name: string, basicCode: string): Draft<Item> => ({
  id,
  basics: { name, basicCode },
});

/**
 * Business Environment Regulation Art. 40: permits stand in a list, each once; the basic code is its number there.
 * Bases at several levels are spoken of by one-permit-many-names.
 */
export const sameCodeOtherName: CatalogueRule = {
  id: 'same-code-other-name',
  family: 'across',
  scope: 'catalogue',
  severity: 'warning',
  title: { zh: '一个基本编码只属于一个事项', en: 'A basic code belongs to one item' },
  why: {
    zh: '两个事项共用一个编码，办件和统计分不清是哪一件。对照行政许可事项清单更正编码。',
    en: 'Where two items share a code, cases and figures cannot be told apart. Correct the code by the list of permits.',
  },
  cites: [{ law: 'business-environment-regulation', article: 40 }],
  good: [
    {
      name: 'each its own',
      items: [coded('a', '甲许可', '000131012000'), coded('b', '乙许可', '000131013000')],
    },
    {
      name: 'the same name in other brackets',
      items: [coded('a', '甲(乙)', '000131012000'), coded('b', '甲（乙）', '000131012000')],
    },
    {
      name: 'two business items of one item',
      items: [coded('a', '甲许可（新办）', '000131012000'), coded('b', '甲许可（变更）', '000131012000')],
    },
    {
      name: 'codes not written yet',
      items: [
        { id: 'a', basics: { name: '甲' } },
        { id: 'b', basics: { name: '乙' } },
      ],
    },
  ],
  bad: [
    {
      name: 'two items of one code',
      items: [coded('a', '甲许可', '000131012000'), coded('b', '乙许可', '000131012000')],
      file: '000000/b.yaml',
      at: ['basics', 'basicCode'],
    },
  ],
  mutations: [
    {
      name: 'the code of another permit',
      others: {
        '000000/construction-planning-permit.yaml': [
          { kind: 'set', path: ['basics', 'basicCode'], value: '000117017000' },
        ],
      },
    },
  ],
  check({ bases, lookups }) {
    const groups = groupsOfSeveral(bases, ({ division, item: { basics } }) =>
      basics?.basicCode === undefined || basics.name === undefined
        ? undefined
        : `${division} ${basics.basicCode}`,
    );
    return groups.flatMap(([first, ...others]) => {
      const name = ofItem(first!.item.basics!.name!);
      return others
        .filter(({ item }) => ofItem(item.basics!.name!) !== name)
        .map((base): CatalogueFinding => {
          const other = itemWords(first!, lookups);
          return {
            subject: base,
            finding: {
              path: ['basics', 'basicCode'],
              message: {
                zh: `基本编码 ${base.item.basics!.basicCode!} 已是${other.zh}的，名称不同。请对照行政许可事项清单更正其中一个。`,
                en: `Basic code ${base.item.basics!.basicCode!} is that of ${other.en}, which has another name. Correct one of them by the list of permits.`,
              },
            },
          };
        });
    });
  },
};

/** Business items of one item are often entered beside each other, each with its case in brackets at the end. */
function ofItem(name: string): string {
  return nameKey(name.normalize('NFKC').replace(/^([^(]*)\(.*\)$/u, '$1'));
}
