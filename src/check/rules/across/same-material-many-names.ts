import type { EffectiveItem } from '../../../catalogue/index.ts';
import type { Draft, Item } from '../../../model/item.ts';
import type { CatalogueFinding, CatalogueRule } from '../rule.ts';
import { groupBy } from './matters.ts';

const asking = (id: string, ...names: string[]): Draft<Item> => ({
  id,
  basics: { name: id },
  materials: { list: names.map((name, i) => ({ id: `m${i}`, name })) },
});

/** What a name says of the copy that is handed in, not of the material. */
const ofCopies =
  /(?:加盖公章|盖章|签字|扫描件|电子件|电子版|电子证照|纸质版?|复印件|影印件|原件|正本|副本|(?<![一二两三四五六七八九十\d])[一二两三四五六七八九十\d]+(?:式[一二两三四五六七八九十\d]+)?份|及|和|或|与|的|、)/gu;

/** Characters that make two materials of one: 法人 and 非法人, 新 and 旧, first and second. */
const telling =
  /[\p{N}\p{Script=Latin}非不无未免前后上下左右新旧大小多少总分男女正副甲乙丙丁首末初终进出内外公私一二三四五六七八九十再复原变延]/u;

/**
 * Business Environment Regulation Art. 35: one item, one standard, refined and quantified; so is what is handed in.
 * Names count as one material when they differ only in the copy they ask for, in words that the catalogue says are
 * the same, or in one character of a long name that tells nothing apart.
 */
export const sameMaterialManyNames: CatalogueRule = {
  id: 'same-material-many-names',
  family: 'across',
  scope: 'catalogue',
  severity: 'info',
  title: { zh: '同一材料在各事项用同一名称', en: 'A material has one name in all items' },
  why: {
    zh: '同一份材料各处叫法不同，申请人以为要准备几份，数据共享也对不上。统一名称，份数和原件写在各自的字段。',
    en: 'A material under many names looks like several to applicants and cannot be matched for sharing. Use one name; copies and originals have fields of their own.',
  },
  cites: [{ law: 'business-environment-regulation', article: 35 }],
  parameters: {
    sameWords: {
      default: [
        '申请书=申请表',
        '身份证件=身份证明',
        '居民身份证=身份证',
        '证明材料=证明文件',
        '法人代表=法定代表人',
        '企业法人营业执照=工商营业执照=营业执照',
      ],
      title: { zh: '视为相同的说法，用等号连接', en: 'Words that count as the same, joined by =' },
    },
    longName: {
      default: 9,
      title: {
        zh: '名称至少几个字，才把只差一个字的视为相同',
        en: 'Characters from which on names that differ in one count as the same',
      },
    },
  },
  good: [
    { name: 'one name', items: [asking('a', '营业执照'), asking('b', '营业执照')] },
    { name: 'two materials of one item', items: [asking('a', '营业执照原件', '营业执照复印件')] },
    {
      name: 'a character that tells apart',
      items: [asking('a', '建设工程消防设计变更说明'), asking('b', '建设工程消防设计说明')],
    },
    { name: 'short names', items: [asking('a', '验收报告'), asking('b', '验资报告')] },
  ],
  bad: [
    {
      name: 'with and without the copy',
      items: [asking('a', '营业执照'), asking('b', '营业执照'), asking('c', '营业执照（复印件）')],
      file: '000000/c.yaml',
      at: ['materials', 'list', 0, 'name'],
    },
    {
      name: 'other words for it',
      items: [asking('a', '法定代表人身份证明'), asking('b', '法人代表身份证件复印件')],
      file: '000000/b.yaml',
    },
    {
      name: 'one character in a long name',
      items: [asking('a', '建设工程消防验收申请登记表'), asking('b', '建设工程消防验收申请登记表格')],
      file: '000000/b.yaml',
    },
  ],
  mutations: [
    {
      name: 'one permit asks for a copy by name',
      others: {
        '000000/construction-planning-permit.yaml': [
          { kind: 'set', path: ['materials', 'list', 3, 'name'], value: '挖掘设计图和施工方案（复印件）' },
        ],
      },
    },
  ],
  check({ bases }, context) {
    const words = sameWords(context.list('sameWords'));
    const keys = new Map<string, string>();
    const keyOf = (name: string) => {
      let key = keys.get(name);
      if (key === undefined)
        keys.set(
          name,
          (key = words(
            name
              .normalize('NFKC')
              .replaceAll(ofCopies, '')
              .replaceAll(/[^\p{L}\p{N}]/gu, ''),
          )),
        );
      return key;
    };
    for (const { item } of bases)
      for (const { name } of item.materials?.list ?? []) if (name !== undefined) keyOf(name);
    const joined = joinNearly(new Set(keys.values()), context.number('longName'));
    const materialOf = (key: string) => joined.get(key) ?? key;
    // Most materials have one name only, and of those nothing is to be gathered.
    const names = groupBy(keys, ([, key]) => materialOf(key));
    const isNamedTwice = (key: string) => (names.get(materialOf(key))?.length ?? 0) > 1;
    const uses = bases.flatMap((base) => usesIn(base, keyOf, isNamedTwice));
    return [...groupBy(uses, ({ key }) => materialOf(key)).values()].flatMap(tellNames);
  },
};

interface Use {
  base: EffectiveItem;
  position: number;
  name: string;
  key: string;
}

function usesIn(
  base: EffectiveItem,
  keyOf: (name: string) => string,
  isWanted: (key: string) => boolean,
): Use[] {
  const list = base.item.materials?.list ?? [];
  if (!list.some(({ name }) => name !== undefined && isWanted(keyOf(name)))) return [];
  const uses = list.flatMap(({ name }, position): Use[] => {
    const key = name === undefined ? '' : keyOf(name);
    return name === undefined || key === '' ? [] : [{ base, position, name, key }];
  });
  // An item that has both tells them apart itself.
  return uses.filter(({ key }) => uses.filter((use) => use.key === key).length === 1);
}

/** Puts the first of the words that count as the same in place of the others, longest first. */
function sameWords(lists: readonly string[]): (text: string) => string {
  const pairs = lists.flatMap((list) => {
    const [first = '', ...others] = list.split('=').map((word) => word.trim());
    return others.filter((word) => word !== '').map((word): [string, string] => [word, first]);
  });
  const into = new Map(pairs);
  for (const first of new Set(into.values())) into.set(first, first);
  if (into.size === 0) return (text) => text;
  const longest = [...into.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(
    longest.map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|'),
    'gu',
  );
  return (text) => text.replaceAll(pattern, (word) => into.get(word) ?? word);
}

/** Long keys that another key becomes by leaving out one character that tells nothing apart. */
function joinNearly(keys: ReadonlySet<string>, longName: number): Map<string, string> {
  const joined = new Map<string, string>();
  for (const key of keys) {
    const characters = [...key];
    if (characters.length <= longName) continue;
    for (const [i, left] of characters.entries()) {
      const shorter = characters.toSpliced(i, 1).join('');
      if (!telling.test(left) && keys.has(shorter)) joined.set(key, joined.get(shorter) ?? shorter);
    }
  }
  return joined;
}

/** Names that a message lists. */
const shown = 5;

function tellNames(uses: readonly Use[]): CatalogueFinding[] {
  const byName = [...groupBy(uses, ({ name }) => name)].sort(([, a], [, b]) => b.length - a.length);
  const rarest = byName.at(-1)?.[1][0];
  if (byName.length < 2 || rarest === undefined) return [];
  const [usual] = byName[0]!;
  const listed = byName.slice(0, shown);
  return [
    {
      subject: rarest.base,
      finding: {
        path: ['materials', 'list', rarest.position, 'name'],
        message: {
          zh: `同一材料有 ${byName.length} 个名称：${listed.map(([name, all]) => `“${name}”（${all.length} 个事项）`).join('、')}。可以统一为“${usual}”，份数、原件写在各自的字段。`,
          en: `One material has ${byName.length} names: ${listed.map(([name, all]) => `"${name}" (${all.length})`).join(', ')}. Call it "${usual}" everywhere; copies and originals have fields of their own.`,
        },
      },
    },
  ];
}
