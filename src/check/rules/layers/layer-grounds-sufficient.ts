import type { Law, Lookups } from '../../../catalogue/index.ts';
import { lawInForce } from '../../../model/lawInForce.ts';
import type { Words } from '../../../model/schemas.ts';
import { lawInWords, type LawKind } from '../rank.ts';
import type { Context, LayerRule } from '../rule.ts';
import { departures } from './departures.ts';

/** What may detail a permit for one place: Licensing Law Art. 14 to 16. */
const sufficient: ReadonlySet<LawKind> = new Set([
  'law',
  'administrative-regulation',
  'state-council-decision',
  'local-regulation',
]);
/** What may let a permit cost something: Licensing Law Art. 58. */
const sufficientForFees: ReadonlySet<LawKind> = new Set(['law', 'administrative-regulation']);

/**
 * Licensing Law Art. 16 and 17: what goes beyond the level above needs a law of its own, at least a local
 * regulation of this place, that is in force; for a fee Art. 58 asks for a law or administrative regulation.
 */
export const layerGroundsSufficient: LayerRule = {
  id: 'layer-grounds-sufficient',
  family: 'layers',
  scope: 'layer',
  severity: 'error',
  title: {
    zh: '超出上级的内容，依据至少是本地有效的地方性法规',
    en: 'What goes beyond the level above rests on a local regulation in force here, or higher',
  },
  why: {
    zh: '部门文件、会议纪要不能给许可加条件、延时限、收费用。换成有权规定的法律、法规，没有的去掉超出的内容。',
    en: 'A notice cannot add to a permit, lengthen or charge for it. Cite a law or regulation that can, or take out what goes beyond.',
  },
  cites: [
    { law: 'administrative-licensing-law', article: 16 },
    { law: 'administrative-licensing-law', article: 17 },
  ],
  good: [
    {
      name: 'a local regulation of the province',
      base: { limits: { promised: { value: 10, unit: 'working-days' } } },
      layers: [
        {
          overlay: { limits: { promised: { value: 12 } } },
          grounds: [{ path: '/limits/promised', law: 'a-local-regulation', article: 3 }],
        },
      ],
    },
    {
      name: 'a notice for what needs no ground',
      base: { limits: { promised: { value: 10, unit: 'working-days' } } },
      layers: [
        {
          overlay: { limits: { promised: { value: 8 } } },
          grounds: [{ path: '/limits/promised', law: 'a-notice' }],
        },
      ],
    },
    {
      name: 'a law that the register lacks is spoken of elsewhere',
      base: { limits: { promised: { value: 10, unit: 'working-days' } } },
      layers: [
        {
          overlay: { limits: { promised: { value: 12 } } },
          grounds: [{ path: '/limits/promised', law: 'unknown' }],
        },
      ],
    },
  ],
  bad: [
    {
      name: 'a notice',
      base: { limits: { promised: { value: 10, unit: 'working-days' } } },
      layers: [
        {
          overlay: { limits: { promised: { value: 12 } } },
          grounds: [{ path: '/limits/promised', law: 'a-notice' }],
        },
      ],
      at: ['grounds', 0, 'law'],
    },
    {
      name: 'a local regulation for a fee',
      base: { fees: { none: '不收费。' } },
      layers: [
        {
          overlay: { fees: { list: [{ id: 'a', name: '工本费' }] } },
          grounds: [{ path: '/fees', law: 'a-local-regulation', article: 3 }],
        },
      ],
      at: ['grounds', 0, 'law'],
    },
    {
      name: 'a local regulation of another province',
      base: { materials: { list: [{ id: 'a' }] } },
      layers: [
        {
          overlay: { materials: { list: [{ id: 'b', name: '合同' }] } },
          grounds: [{ path: '/materials', law: 'elsewhere', article: 3 }],
        },
      ],
      laws: [
        {
          id: 'elsewhere',
          title: '外省条例',
          kind: 'local-regulation',
          division: '440000',
          versions: [{ id: 'y', effective: '2000-01-01' }],
        },
      ],
      at: ['grounds', 0, 'law'],
    },
    {
      name: 'a regulation repealed since',
      base: { materials: { list: [{ id: 'a' }] } },
      layers: [
        {
          overlay: { materials: { list: [{ id: 'b', name: '合同' }] } },
          grounds: [{ path: '/materials', law: 'old', article: 3 }],
        },
      ],
      laws: [
        {
          id: 'old',
          title: '旧条例',
          kind: 'local-regulation',
          division: '510000',
          versions: [{ id: 'y', effective: '2000-01-01', repealed: '2020-01-01' }],
        },
      ],
      at: ['grounds', 0, 'law'],
    },
  ],
  mutations: [
    {
      name: 'a county lengthens a limit by a notice',
      others: {
        '511502/urban-road-excavation-permit.yaml': [
          { kind: 'set', path: ['overlay', 'limits', 'promised', 'value'], value: 9 },
          {
            kind: 'set',
            path: ['grounds'],
            value: [{ path: '/limits/promised', law: 'a-notice', article: 3 }],
          },
        ],
      },
    },
  ],
  check(subject, context) {
    const departing = departures(subject).filter(({ kind }) => kind !== 'same' && kind !== 'nothing');
    return (subject.layer.value.grounds ?? []).flatMap((ground, i) => {
      const covered = departing.filter((departure) => departure.ground === i);
      const law = context.lookups.law(ground.law ?? '');
      if (covered.length === 0 || law === undefined) return [];
      const ofFee = covered.some(({ kind, path }) => kind === 'raises' || path[1] === 'fees');
      const why = insufficient(law, ofFee ? sufficientForFees : sufficient, subject.division, context);
      if (why === undefined) return [];
      const field = covered[0]!.field;
      return [
        {
          path: ['grounds', i, 'law'],
          ...(ofFee && { cites: [{ law: 'administrative-licensing-law', article: 58 }] }),
          message: {
            zh: `“${field.zh}”超出了上级，所引${why.zh}。请换成本地有效的${ofFee ? '法律、行政法规' : '地方性法规以上的依据'}；没有的，去掉超出的内容。`,
            en: `"${field.en}" goes beyond the level above, and ${why.en}. Cite ${ofFee ? 'a law or administrative regulation' : 'a local regulation or higher'} in force here, or take out what goes beyond.`,
          },
        },
      ];
    });
  },
};

function insufficient(
  law: Law,
  kinds: ReadonlySet<LawKind>,
  division: string,
  { lookups, date }: Context,
): Words | undefined {
  const words = lawInWords(law.id, lookups);
  if (!kinds.has(law.kind)) return { zh: `${words.zh}不够层级`, en: `${words.en} is of too low a rank` };
  if (elsewhere(law, division, lookups))
    return { zh: `${words.zh}不适用于本地`, en: `${words.en} does not apply here` };
  const state = lawInForce(law.versions ?? [], date);
  if (state.kind === 'repealed')
    return {
      zh: `${words.zh}已于 ${state.since} 废止`,
      en: `${words.en} was repealed on ${state.since}`,
    };
  if (state.kind === 'not-yet' && state.perhaps.length === 0)
    return { zh: `${words.zh}尚未施行`, en: `${words.en} is not in force yet` };
  return undefined;
}

function elsewhere({ division }: Law, here: string, lookups: Lookups): boolean {
  return division !== undefined && !lookups.divisionChain(here).includes(division);
}
