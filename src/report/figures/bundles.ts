import { namesIn } from '../figure.ts';
import type { Figure, ReportBundle, Unit } from '../types.ts';

const named = namesIn('bundles');

/** What is counted of a bundle: its members one after another, and together. */
type Kind = 'days' | 'handIn' | 'forms' | 'visits';

/** The bundles of several items, and what they save an applicant against going from one office to the next. */
export function bundleFigures(bundles: readonly ReportBundle[]): Figure[] {
  return [
    {
      ...named('bundles', '提供的“一件事”', 'Bundles offered'),
      kind: 'count',
      unit: 'bundles',
      numerator: bundles.length,
      of: {
        zh: '本范围提供的“一件事”，在每个地区各算一件',
        en: 'bundles offered here, one for each division that offers it',
      },
      value: bundles.length,
      items: subjectsOf(bundles),
    },
    {
      ...named('bundle-days-average', '平均每件少用的时间', 'Average time saved by a bundle'),
      kind: 'average',
      per: 'bundles',
      ...saved(bundles, 'days', 'days', (counted) => counted.length),
      of: {
        zh: '算得出时限的“一件事”；少用的是各事项依次办理的承诺时限之和减去并联的最长路径',
        en: 'bundles whose time can be reckoned; saved is the sum of the promises one after another less the longest path together',
      },
    },
    {
      ...named('bundle-days', '并联节省的时间', 'Time saved by handling together'),
      kind: 'share',
      ...saved(bundles, 'days', 'days', (counted) => sum(counted, 'days')),
      of: {
        zh: '各件所含事项依次办理的承诺时限之和',
        en: 'the sum of what the members promise one after another',
      },
    },
    {
      ...named('bundle-materials', '少交的材料', 'Materials not asked for again'),
      kind: 'share',
      ...saved(bundles, 'handIn', 'materials', (counted) => sum(counted, 'handIn')),
      of: {
        zh: '各件所含事项分开办理时最多要交的材料（能共享取得的、可不交的不算）',
        en: 'the most that has to be handed in when the members are applied for one by one (without what is shared or optional)',
      },
    },
    {
      ...named('bundle-forms', '少填的表', 'Forms not filled in again'),
      kind: 'share',
      ...saved(bundles, 'forms', 'forms', (counted) => sum(counted, 'forms')),
      of: {
        zh: '各件所含事项分开办理时最多要填的表',
        en: 'the forms when the members are applied for one by one',
      },
    },
    {
      ...named('bundle-visits', '少跑的次数', 'Visits saved'),
      kind: 'share',
      ...saved(bundles, 'visits', 'times', (counted) => sum(counted, 'visits')),
      of: {
        zh: '各件所含事项分开办理时到现场的次数',
        en: 'visits when the members are applied for one by one',
      },
    },
  ];
}

/** What is saved of `pair` in all bundles of which it is known, against `denominator` of those. */
function saved(
  bundles: readonly ReportBundle[],
  pair: Kind,
  unit: Unit,
  denominatorOf: (counted: readonly ReportBundle[]) => number,
): Pick<Figure, 'unit' | 'numerator' | 'denominator' | 'value' | 'items' | 'leftOut'> {
  const counted = bundles.filter((one) => one[pair] !== undefined);
  const left = bundles.filter((one) => one[pair] === undefined);
  const numerator = counted.reduce((all, one) => all + one[pair]!.apart - one[pair]!.together, 0);
  const denominator = denominatorOf(counted);
  return {
    unit,
    numerator,
    denominator,
    ...(denominator > 0 && { value: numerator / denominator }),
    items: subjectsOf(counted),
    ...(left.length > 0 && {
      leftOut: {
        items: left.map(({ key }) => key),
        why: {
          zh: '所含事项有没有实施的、没有写明的，或者互相等待',
          en: 'a member is not implemented, does not say, or they wait for each other',
        },
      },
    }),
  };
}

function sum(bundles: readonly ReportBundle[], pair: Kind): number {
  return bundles.reduce((all, one) => all + (one[pair]?.apart ?? 0), 0);
}

function subjectsOf(bundles: readonly ReportBundle[]): string[] {
  return [...new Set(bundles.flatMap(({ subjects }) => subjects))];
}
