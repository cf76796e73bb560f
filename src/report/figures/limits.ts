import { average, keys, leftOut } from '../figure.ts';
import type { Figure, ReportSubject } from '../types.ts';

/**
 * By how much promises are shorter than what the law allows. A promise in another unit than its statutory limit is
 * no comparison, and is left out; sums add working days only, because calendar days are other days.
 */
export function limitFigures(subjects: readonly ReportSubject[]): Figure[] {
  const compared = subjects.filter(
    ({ statutory, promised }) =>
      statutory !== undefined &&
      promised !== undefined &&
      statutory.unit === promised.unit &&
      statutory.value > 0,
  );
  const rest = subjects.filter((one) => !compared.includes(one));
  const working = compared.filter(({ promised }) => promised?.unit === 'working-days');
  const notWorking = subjects.filter((one) => !working.includes(one));
  const allowed = sum(working.map(({ statutory }) => statutory!.value));
  const saved = allowed - sum(working.map(({ promised }) => promised!.value));
  const meanCut = sum(compared.map(cut));
  const why = {
    zh: '没有写明两种时限，法定为零，或者单位不同不可比',
    en: 'a limit is missing or zero, or their units differ',
  };
  return [
    {
      id: 'compression-average',
      group: 'limits',
      zh: '平均压缩率（各事项 1－承诺÷法定 的平均）',
      en: 'Average compression (mean of 1 − promised ÷ statutory)',
      kind: 'share',
      unit: 'items',
      numerator: meanCut,
      denominator: compared.length,
      of: { zh: '两种时限单位相同、可以比较的事项', en: 'items whose two limits have one unit' },
      ...(compared.length > 0 && { value: meanCut / compared.length }),
      items: keys(compared),
      ...leftOut(rest, why),
    },
    {
      id: 'compression-total',
      group: 'limits',
      zh: '总压缩率（共减少的工作日）',
      en: 'Total compression (working days cut)',
      kind: 'share',
      unit: 'days',
      numerator: saved,
      denominator: allowed,
      of: { zh: '可比事项法定时限的工作日之和', en: 'working days that the law allows these items together' },
      ...(allowed > 0 && { value: saved / allowed }),
      items: keys(working),
      ...leftOut(notWorking, { zh: `${why.zh}，或者不是工作日`, en: `${why.en}, or are not working days` }),
    },
    average(
      { id: 'promised-average', group: 'limits', zh: '平均承诺时限', en: 'Average promise' },
      'days',
      subjects,
      ({ promised }) => (promised?.unit === 'working-days' ? promised.value : undefined),
      { zh: '以工作日承诺的事项', en: 'items that promise in working days' },
    ),
  ];
}

/** The part of the statutory limit that the promise leaves out. */
function cut({ statutory, promised }: ReportSubject): number {
  return 1 - promised!.value / statutory!.value;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
