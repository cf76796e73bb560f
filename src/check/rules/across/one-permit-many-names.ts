import type { EffectiveItem, Lookups } from '../../../catalogue/index.ts';
import type { Draft, Item } from '../../../model/item.ts';
import type { CatalogueFinding, CatalogueRule } from '../rule.ts';
import { decideApart, groupBy, groupsOfSeveral, matterWords, nameKey, standing } from './matters.ts';

const code = '000131012000';
const named = (id: string, name: string, more: Draft<Item> = {}): Draft<Item> => ({
  id,
  basics: { name, basicCode: code },
  ...more,
});
const byArticle = (id: string, name: string, basicCode: string): Draft<Item> => ({
  id,
  basics: { name, basicCode },
  legalBasis: [{ id: 'a', law: 'a-law', article: 3, role: 'establishes' }],
});

/**
 * Business Environment Regulation Art. 35: one item is handled without difference, by one standard; Licensing Law
 * Art. 16: below, a permit is only detailed. Bases at several levels are one permit when they have one basic code,
 * or when one article establishes them and they are about the same.
 */
export const onePermitManyNames: CatalogueRule = {
  id: 'one-permit-many-names',
  family: 'across',
  scope: 'catalogue',
  severity: 'warning',
  title: {
    zh: '同一许可在各级是一个名称、一份规程',
    en: 'A permit has one name and one procedure at all levels',
  },
  why: {
    zh: '省、市、县各叫各的，内容也不一样，申请人以为是几件事。由设定它的一级写基准规程，下级只写不同之处。',
    en: 'Where province, city and county each name and write a permit, applicants take it for several. Let the level that sets it write the base and the others only what differs.',
  },
  cites: [
    { law: 'business-environment-regulation', article: 35 },
    { law: 'administrative-licensing-law', article: 16 },
  ],
  good: [
    {
      name: 'one name',
      files: { '510000/a.yaml': named('a', '甲许可'), '511500/b.yaml': named('b', '甲许可') },
    },
    {
      name: 'one name, with the business that each procedure is for in brackets behind it',
      files: {
        '510000/a.yaml': named('a', '甲许可（变更）'),
        '511500/b.yaml': named('b', '甲许可(退休人员(含军人)申请)'),
      },
    },
    {
      name: 'two cities beside each other',
      files: { '511500/a.yaml': named('a', '甲许可'), '510700/b.yaml': named('b', '甲审批') },
    },
    {
      name: 'one article establishes two permits',
      files: {
        '510000/a.yaml': byArticle('a', '食品生产许可', '510131012000'),
        '511500/b.yaml': byArticle('b', '餐饮服务许可', '510131013000'),
      },
    },
  ],
  bad: [
    {
      name: 'three names at three levels',
      files: {
        '510000/a.yaml': named('a', '甲许可'),
        '511500/b.yaml': named('b', '甲审批'),
        '511502/c.yaml': named('c', '甲核准'),
      },
      file: '511502/c.yaml',
      at: ['basics', 'name'],
    },
    {
      name: 'one article, the same matter',
      files: {
        '510000/a.yaml': byArticle('a', '水上餐饮经营许可', '510131012000'),
        '511500/b.yaml': byArticle('b', '水上餐饮船舶经营许可', '510131013000'),
      },
      file: '511500/b.yaml',
      at: ['basics', 'name'],
    },
  ],
  mutations: [
    {
      name: 'a city has a name and procedure of its own',
      copies: { '000000/construction-planning-permit.yaml': '510700/city-planning-permit.yaml' },
      others: {
        '510700/city-planning-permit.yaml': [
          { kind: 'set', path: ['id'], value: 'city-planning-permit' },
          { kind: 'set', path: ['basics', 'name'], value: '建设工程规划审批' },
        ],
      },
    },
  ],
  check({ bases, lookups }) {
    const items = bases.filter(
      ({ item }) => item.basics?.kind !== 'container' && item.basics?.name !== undefined,
    );
    const told = new Set<EffectiveItem>();
    const byCode = groupsOfSeveral(items, ({ item }) => item.basics?.basicCode);
    const found = byCode.flatMap((group) => inLine(group, lookups, told, () => true));
    const byBasis = groupsOfSeveral(
      items.flatMap((base) => establishing(base).map((article) => ({ base, article }))),
      ({ article }) => article,
    );
    for (const group of byBasis)
      found.push(...inLine([...new Set(group.map(({ base }) => base))], lookups, told, sameMatter));
    return found;
  },
};

/** Names that a message lists. */
const shown = 6;
/** What stands in brackets at the end of a name, with brackets in it. */
const bracketed = /[（(][^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*[）)]\s*$/u;

/** A name without the business in brackets behind it, which portals publish a guide each of: 甲许可（变更）. */
function permitKey(name: string): string {
  return nameKey(name.replace(bracketed, ''));
}

/** One finding for each item that tops a line of differently named ones below it, at the lowest of them. */
function inLine(
  group: readonly EffectiveItem[],
  lookups: Lookups,
  told: Set<EffectiveItem>,
  same: (a: EffectiveItem, b: EffectiveItem) => boolean,
): CatalogueFinding[] {
  if (group.every(({ division }) => division === group[0]!.division)) return [];
  const lines = new Map<EffectiveItem, EffectiveItem[]>();
  for (const { base, others } of standing(group, lookups, ({ item }) => permitKey(item.basics!.name!))) {
    const top = others.find(
      (one) =>
        one.division !== base.division && same(one, base) && !decideApart(one.item, base.item, lookups),
    );
    if (top === undefined) continue;
    const line = lines.get(top);
    if (line === undefined) lines.set(top, [top, base]);
    else line.push(base);
  }
  return [...lines.values()].flatMap((line): CatalogueFinding[] => {
    const names = [...groupBy(line, ({ item }) => permitKey(item.basics!.name!)).values()].map(
      ([one]) => one!,
    );
    const last = names.at(-1)!;
    if (names.length < 2 || line.some((base) => told.has(base))) return [];
    for (const base of line) told.add(base);
    const parts = names.slice(0, shown).map(({ division, item }) => {
      const materials = item.materials?.list?.length ?? 0;
      const [place, name] = [lookups.divisionName(division), item.basics!.name!];
      return {
        zh: `${place}“${name}”（材料 ${materials} 份）`,
        en: `${place} "${name}" (${materials} ${materials === 1 ? 'material' : 'materials'})`,
      };
    });
    return [
      {
        subject: last,
        finding: {
          path: ['basics', 'name'],
          message: {
            zh: `同一许可有 ${names.length} 个名称、各有规程：${parts.map(({ zh }) => zh).join('、')}。请以设定它的一级为基准，下级改为只写不同之处的 overlay。`,
            en: `One permit has ${names.length} names, each with a procedure of its own: ${parts.map(({ en }) => en).join(', ')}. Take that of the level which sets it as the base, and let the others write only what differs.`,
          },
        },
      },
    ];
  });
}

function establishing({ item }: EffectiveItem): string[] {
  return (item.legalBasis ?? []).flatMap(({ role, law, article, paragraph, item: point }) =>
    role === 'establishes' && law !== undefined && article !== undefined
      ? [[law, article, paragraph ?? '', point ?? ''].join(' ')]
      : [],
  );
}

/** One article may establish several permits, so the names have to be about the same too. */
function sameMatter(a: EffectiveItem, b: EffectiveItem): boolean {
  const [one, other] = [a, b].map(({ item }) => matterWords(item.basics?.name ?? ''));
  return alike(one!, other!) >= 0.6;
}

/** Share of two-character pieces that two texts have in common (Dice), 0 to 1. */
function alike(a: string, b: string): number {
  const [one, other] = [piecesOf(a), piecesOf(b)];
  if (one.size + other.size === 0) return 0;
  return (2 * [...one].filter((piece) => other.has(piece)).length) / (one.size + other.size);
}

function piecesOf(text: string): Set<string> {
  const characters = [...text];
  return new Set(characters.slice(1).map((second, i) => `${characters[i]!}${second}`));
}
