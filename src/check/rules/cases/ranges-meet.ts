import { isInRange, rangeOf, whensOf, type Range } from '../../../procedure/index.ts';
import type { Draft, Item } from '../../../model/item.ts';
import type { Finding, ItemRule } from '../rule.ts';

const split = (a: object, b: object, unit = '立方米'): Draft<Item> => ({
  questions: [{ id: 'volume', text: '采伐多少？', name: '采伐量', kind: 'number', unit }],
  materials: {
    list: [
      { id: 'a', when: { volume: a } },
      { id: 'b', when: { volume: b } },
    ],
  },
});

/** What is counted in whole numbers. */
const counted = new Set(
  '人 名 个 台 辆 张 件 套 户 间 层 座 艘 只 头 次 份 家 天 日 架 株 床 位 户'.split(' '),
);

export const rangesMeet: ItemRule = {
  id: 'ranges-meet',
  family: 'cases',
  scope: 'item',
  severity: 'warning',
  title: { zh: '数值分段首尾相接', en: 'Ranges of numbers meet' },
  why: {
    zh: '一段到 14.99、下一段从 15 起，14.995 就落空了；一段含 15、下一段也含 15，15 就两头都算。上一段写“不足 15”（below），下一段写“不少于 15”（min）。',
    en: 'Between up to 14.99 and from 15 on, 14.995 falls through; where both count 15 itself, it is in both. Write below: 15 for the one and min: 15 for the other.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 30, paragraph: 2 }],
  good: [
    { name: 'below and from', item: split({ below: 15 }, { min: 15 }) },
    { name: 'up to and above', item: split({ max: 15 }, { above: 15 }) },
    { name: 'whole numbers', item: split({ max: 14 }, { min: 15 }, '人') },
    { name: 'far apart, as the middle needs nothing', item: split({ max: 5 }, { min: 500 }) },
    { name: 'one within the other', item: split({ min: 10 }, { min: 15 }) },
  ],
  bad: [
    { name: 'a gap', item: split({ max: 14.99 }, { min: 15 }), at: ['materials', 'list', 0, 'when', 'volume', 'max'] }, // prettier-ignore
    { name: 'a bound that neither counts', item: split({ below: 15 }, { above: 15 }), at: ['materials', 'list', 0, 'when', 'volume', 'below'] }, // prettier-ignore
    { name: 'a bound that both count', item: split({ max: 15 }, { min: 15 }), at: ['materials', 'list', 0, 'when', 'volume', 'max'] }, // prettier-ignore
    { name: 'a hundred people, both ways', item: split({ max: 100 }, { min: 100 }, '人') },
  ],
  mutations: [
    {
      name: 'drawings up to ten and a report from ten on',
      edits: [
        { kind: 'set', path: ['materials', 'list', 0, 'when'], value: { area: { max: 10 } } },
        { kind: 'set', path: ['materials', 'list', 1, 'when'], value: { area: { min: 10 } } },
      ],
    },
  ],
  check(item) {
    const whens = whensOf(item);
    return (item.questions ?? []).flatMap((question): Finding[] => {
      const { id, kind, unit = '' } = question;
      if (kind !== 'number' || id === undefined) return [];
      const drawn = whens.flatMap(({ path, when }) => {
        const range = Object.hasOwn(when, id) ? rangeOf(when[id]) : undefined;
        return range === undefined
          ? []
          : [{ path: [...path, 'when', id], range, wanted: when[id] as object }];
      });
      const ranges = drawn.map(({ range }) => range);
      const seen = new Set<string>();
      return drawn.flatMap(({ path, range, wanted }): Finding[] => {
        // The nearest that begins where this one ends, or soon after.
        const next = ranges
          .filter((other) => other.min >= range.max && Number.isFinite(range.max) && other !== range)
          .sort((a, b) => a.min - b.min || Number(a.above) - Number(b.above))[0];
        const ill = next && illOf(range, next, ranges, counted.has(unit));
        const key = `${range.max} ${next?.min}`;
        if (ill === undefined || seen.has(key)) return [];
        seen.add(key);
        const name = question.name ?? question.text ?? id;
        const bound = 'below' in wanted && range.below ? 'below' : 'max';
        return [{ path: [...path, bound], message: words(name, `${ill.at} ${unit}`.trimEnd(), ill.kind) }];
      });
    });
  },
};

type Ill = { kind: 'gap' | 'both'; at: number };

function illOf(range: Range, next: Range, all: readonly Range[], whole: boolean): Ill | undefined {
  const { max: end } = range;
  const start = next.min;
  if (start === end) {
    if (!range.below && !next.above) return { kind: 'both', at: end };
    const covered = all.some((one) => isInRange(end, one));
    return range.below && next.above && !covered ? { kind: 'gap', at: end } : undefined;
  }
  // So near that the numbers between were forgotten and not left out: 14.99 and 15, or 199 and 200.
  const width = start - end;
  if (width > 1 || (whole && Number.isInteger(end) && Number.isInteger(start))) return undefined;
  // What is in the middle, in few enough digits to be read.
  const between = Number(((start + end) / 2).toPrecision(10));
  return all.some((one) => isInRange(between, one)) ? undefined : { kind: 'gap', at: between };
}

function words(name: string, at: string, kind: Ill['kind']): Finding['message'] {
  return kind === 'gap'
    ? {
        zh: `“${name}”是 ${at}的，两段都不包括。请让两段相接：上一段写不足（below），下一段写不少于（min）。`,
        en: `A number of ${at} for "${name}" is in neither range. Let them meet: below for the one, min for the other.`,
      }
    : {
        zh: `“${name}”正好是 ${at}的，前后两段都包括。请只留一段：上一段写不足（below），或下一段写超过（above）。`,
        en: `Just ${at} for "${name}" is in both ranges. Keep it in one: below for the first, or above for the second.`,
      };
}
