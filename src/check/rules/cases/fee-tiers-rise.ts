import { formatFen, reckonFee } from '../../../procedure/index.ts';
import type { Draft, Fee, Item } from '../../../model/item.ts';
import type { Finding, ItemRule } from '../rule.ts';

const tiers = (mode: 'progressive' | 'whole', ...list: object[]): Draft<Item> => ({
  fees: {
    list: [{ id: 'f', name: '检测费', standard: { kind: 'tiers', mode, unit: '平方米', tiers: list } }],
  },
});

export const feeTiersRise: ItemRule = {
  id: 'fee-tiers-rise',
  family: 'cases',
  scope: 'item',
  severity: 'warning',
  title: { zh: '收费档次从低到高，多的不比少的便宜', en: 'Tiers of a fee rise, and more never costs less' },
  why: {
    zh: '档次没有从低到高写，算不出来；按所在档收费，刚过一档反而便宜，申请人会多报。核对标准文件，改正档次或金额；本该分段累计的，改写 mode。',
    en: 'Tiers out of order cannot be reckoned; where the tier decides for the whole and the next is cheaper, it pays to declare more. Check the standard; where each part has its own tier, change the mode.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 59 }],
  good: [
    {
      name: 'part by part, cheaper above',
      item: tiers('progressive', { upTo: 100, amount: 200 }, { amount: 100 }),
    },
    { name: 'classes', item: tiers('whole', { upTo: 100, amount: 50_000, flat: true }, { amount: 80_000, flat: true }) }, // prettier-ignore
    { name: 'a tier that is not written yet', item: tiers('whole', { upTo: 100 }, { amount: 100 }) },
  ],
  bad: [
    {
      name: 'out of order',
      item: tiers('progressive', { upTo: 500, amount: 200 }, { upTo: 100, amount: 100 }, { amount: 1 }),
      at: ['fees', 'list', 0, 'standard', 'tiers', 1, 'upTo'],
    },
    {
      name: 'a tier after the last',
      item: tiers('progressive', { amount: 200 }, { upTo: 100, amount: 100 }),
      at: ['fees', 'list', 0, 'standard', 'tiers', 0],
    },
    {
      name: 'cheaper for a little more',
      item: tiers('whole', { upTo: 100, amount: 200 }, { amount: 100 }),
      at: ['fees', 'list', 0, 'standard', 'tiers', 1, 'amount'],
    },
  ],
  mutations: [
    {
      name: 'cheaper for more',
      edits: [
        {
          kind: 'insert',
          path: ['fees', 'list', 1],
          value: {
            id: 'site',
            name: '占道费',
            standard: {
              kind: 'tiers',
              unit: '平方米',
              question: 'area',
              mode: 'whole',
              tiers: [{ upTo: 10, amount: 500 }, { amount: 100 }],
            },
            basis: [{ law: 'urban-road-regulation', article: 37, paragraph: 1 }],
            standardBasis: [{ law: 'urban-road-regulation', article: 37, paragraph: 2 }],
            payAt: '凭缴款通知书缴入国库。',
          },
        },
      ],
    },
  ],
  check(item) {
    return (item.fees?.list ?? []).flatMap((fee, i): Finding[] => {
      const { standard } = fee;
      if (standard?.kind !== 'tiers') return [];
      const at = ['fees', 'list', i, 'standard', 'tiers'];
      const list = standard.tiers ?? [];
      const name = fee.name ?? fee.id ?? '';
      for (const [j, { upTo }] of list.entries()) {
        const before = list[j - 1]?.upTo;
        if (upTo === undefined && j < list.length - 1)
          return [
            {
              path: [...at, j],
              message: {
                zh: `“${name}”的第 ${j + 1} 档没有上限，后面的档次用不上。请写明上限，或移到最后。`,
                en: `Tier ${j + 1} of "${name}" has no end, so that those after it are never reached. Give it one, or put it last.`,
              },
            },
          ];
        if (upTo !== undefined && before !== undefined && upTo <= before)
          return [
            {
              path: [...at, j, 'upTo'],
              message: {
                zh: `“${name}”的第 ${j + 1} 档到 ${upTo}，不高于前一档的 ${before}。请从低到高写。`,
                en: `Tier ${j + 1} of "${name}" ends at ${upTo}, not above ${before}, where the one before ends. Write them in ascending order.`,
              },
            },
          ];
      }
      return standard.mode === 'whole' ? falls(fee, at) : [];
    });
  },
};

/** Where just above the end of a tier less is charged than at its end. */
function falls(fee: Draft<Fee>, at: Finding['path']): Finding[] {
  const { standard } = fee;
  if (standard?.kind !== 'tiers') return [];
  const charged = (quantity: number) => {
    const reckoned = reckonFee({ standard }, { questions: [], answers: {}, quantity });
    return reckoned.kind === 'amount' ? reckoned.fen : undefined;
  };
  for (const [j, { upTo }] of (standard.tiers ?? []).entries()) {
    if (upTo === undefined) continue;
    const [here, above] = [charged(upTo), charged(upTo + 0.01)];
    if (here === undefined || above === undefined || above >= here) continue;
    const name = fee.name ?? fee.id ?? '';
    const unit = standard.unit ?? '';
    return [
      {
        path: [...at, j + 1, 'amount'],
        message: {
          zh: `“${name}”${upTo} ${unit}收 ${formatFen(here)}，刚超过就只收 ${formatFen(above)}。请核对金额；应当分段累计的，把算法改为分段累计（mode: progressive）。`,
          en: `"${name}" is ${formatFen(here, 'en')} at ${upTo} ${unit}, and only ${formatFen(above, 'en')} just above. Check the amounts; where each part has its own tier, write mode: progressive.`,
        },
      },
    ];
  }
  return [];
}
