import { labelOf } from '../../../model/field.ts';
import { commonSchema } from '../../../model/schemas.ts';
import type { Draft, Item } from '../../../model/item.ts';
import type { CatalogueFinding, CatalogueRule, Context } from '../rule.ts';

type Level = NonNullable<NonNullable<Draft<Item>['basics']>['exerciseLevels']>[number];

const at = (...exerciseLevels: Level[]): Draft<Item> => ({
  id: 'a',
  basics: { name: '甲许可', exerciseLevels },
});
const adopting = (division: string, ...items: string[]) => ({ division, items: items.map((id) => ({ id })) });

const threeCities = {
  title: '甲',
  notice: '甲',
  calendar: 'cn',
  divisions: [
    { code: '000000', name: '国家', level: 'nation' },
    { code: '511500', name: '甲市', level: 'city', parent: '000000' },
    { code: '510700', name: '乙市', level: 'city', parent: '000000' },
    { code: '360100', name: '丙市', level: 'city', parent: '000000' },
  ],
};

/**
 * Licensing Law Art. 22: a permit is carried out by the body that has the power; Business Environment Regulation
 * Art. 40: what stands in no list is not carried out. So who adopts an item is of a level that exercises it, and
 * the places of one level adopt the same.
 */
export const levelsDoNotAnswer: CatalogueRule = {
  id: 'levels-do-not-answer',
  family: 'across',
  scope: 'catalogue',
  severity: 'warning',
  title: { zh: '实施清单与行使层级相符', en: 'Who adopts an item is of a level that exercises it' },
  why: {
    zh: '事项规定由市、县行使，省里列入清单，或者同级只有一部分列入，申请人不知道该去哪一级。更正行使层级，或者补正清单。',
    en: 'Where an item is adopted at a level that does not exercise it, or by some places of a level only, nobody knows where to apply. Correct the levels or the lists.',
  },
  cites: [
    { law: 'administrative-licensing-law', article: 22 },
    { law: 'business-environment-regulation', article: 40 },
  ],
  parameters: {
    share: {
      default: 0.6,
      title: {
        zh: '同级已列入的占比达到多少时，提示其余未列入的',
        en: 'Share of the places of a level that adopt an item from which on the others are told',
      },
    },
  },
  good: [
    {
      name: 'a city adopts what cities exercise',
      items: [at('city')],
      files: { '511500/adopt.yaml': adopting('511500', 'a') },
    },
    {
      name: 'few of a level adopt it',
      items: [at('city')],
      files: {
        '511500/adopt.yaml': adopting('511500', 'a'),
        '510700/adopt.yaml': adopting('510700'),
        '360100/adopt.yaml': adopting('360100'),
        'catalogue.yaml': threeCities,
      },
    },
    {
      name: 'levels not written yet',
      items: [{ id: 'a' }],
      files: { '511500/adopt.yaml': adopting('511500', 'a') },
    },
  ],
  bad: [
    {
      name: 'a county adopts what cities exercise',
      items: [at('city')],
      files: { '511502/adopt.yaml': adopting('511502', 'a') },
      file: '511502/adopt.yaml',
      at: ['items', 0, 'id'],
    },
    {
      name: 'two cities of three',
      items: [at('city')],
      files: {
        '511500/adopt.yaml': adopting('511500', 'a'),
        '510700/adopt.yaml': adopting('510700', 'a'),
        '360100/adopt.yaml': adopting('360100'),
        'catalogue.yaml': threeCities,
      },
      file: '000000/a.yaml',
      at: ['basics', 'exerciseLevels'],
    },
  ],
  mutations: [
    {
      name: 'a province adopts what cities and counties exercise',
      files: { '510000/adopt.yaml': adopting('510000', 'urban-road-excavation-permit') },
    },
  ],
  check(catalogue, context) {
    return [...atOtherLevels(catalogue, context), ...leftOut(catalogue, context)];
  },
};

type Subject = Parameters<CatalogueRule['check']>[0];

function atOtherLevels(
  { bases, adoptions, lookups }: Subject,
  { lookups: { config } }: Context,
): CatalogueFinding[] {
  const byId = new Map(bases.map((base) => [base.id, base]));
  const levels = new Map((config.divisions ?? []).map(({ code, level }) => [code, level]));
  return [...adoptions].flatMap(([division, source]) => {
    const level = levels.get(division);
    return (source.value.items ?? []).flatMap(({ id = '' }, i): CatalogueFinding[] => {
      const basics = byId.get(id)?.item.basics;
      const exercise = basics?.exerciseLevels ?? [];
      if (level === undefined || exercise.length === 0 || exercise.includes(level)) return [];
      const [here, where] = [levelWords(level), exercise.map(levelWords)];
      const name = basics?.name ?? id;
      return [
        {
          subject: source,
          finding: {
            path: ['items', i, 'id'],
            message: {
              zh: `“${name}”的行使层级是${where.map(({ zh }) => zh).join('、')}，${lookups.divisionName(division)}是${here.zh}。请移出清单；确由这一级行使的，更正行使层级。`,
              en: `"${name}" is exercised at: ${where.map(({ en }) => en).join(', ')}; ${lookups.divisionName(division)} is of the level ${here.en}. Take it off the list, or correct the levels that exercise it.`,
            },
          },
        },
      ];
    });
  });
}

/** Places of a level that exercises an item which leave out what most of that level adopt. */
function leftOut({ bases, adoptions, lookups }: Subject, context: Context): CatalogueFinding[] {
  const share = context.number('share');
  const adopting = (lookups.config.divisions ?? []).flatMap(({ code, level }) => {
    const source = adoptions.get(code);
    if (source === undefined) return [];
    const items = new Set((source.value.items ?? []).map(({ id }) => id));
    return [{ code, level, items, above: new Set(lookups.divisionChain(code)) }];
  });
  if (adopting.length === 0) return [];
  return bases.flatMap((base): CatalogueFinding[] => {
    if (base.item.basics?.kind === 'container') return [];
    const missing = (base.item.basics?.exerciseLevels ?? []).flatMap((level) => {
      const peers = adopting.filter((one) => one.level === level && one.above.has(base.division));
      const without = peers.filter(({ items }) => !items.has(base.id));
      const has = peers.length - without.length;
      return has > 0 && has / peers.length >= share
        ? without.map(({ code }) => lookups.divisionName(code))
        : [];
    });
    if (missing.length === 0) return [];
    const listed = missing.slice(0, shown);
    return [
      {
        subject: base,
        finding: {
          severity: 'info',
          path: ['basics', 'exerciseLevels'],
          message: {
            zh: `同级多已实施，${listed.join('、')}${missing.length > shown ? `等 ${missing.length} 地` : ''}的清单没有这一事项。请核对是漏列，还是当地确不行使。`,
            en: `Most places of the level adopt it, and ${missing.length > shown ? `${missing.length} places, among them ${listed.join(', ')},` : listed.join(', ')} do not. See whether it is missing from the list or not exercised there.`,
          },
        },
      },
    ];
  });
}

/** Places that a message names. */
const shown = 5;

function levelWords(level: Level) {
  return labelOf(commonSchema.$defs!['level']!, level);
}
