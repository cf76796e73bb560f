import { formatLimit } from '../../procedure/index.ts';
import { citationViews } from './citations.ts';
import { pointView } from './points.ts';
import { titleOf, type Subject } from './subject.ts';
import type { GuideView } from './types.ts';

const keys = ['promised', 'statutory', 'acceptance', 'delivery', 'extension'] as const;

/** Every limit with its basis: what the agency promises first, then what the law allows. */
export function limitViews(
  subject: Subject,
): Pick<GuideView, 'limits' | 'limitCases' | 'promised' | 'statutory'> {
  const { limits = {} } = subject.item;
  if (limits.none !== undefined)
    return { limits: { none: limits.none }, limitCases: [], promised: '没有时限', statutory: '没有时限' };
  const list = keys.flatMap((key) => {
    const limit = limits[key];
    if (limit === undefined) return [];
    const note = limit.note === undefined ? '' : `（${limit.note}）`;
    return [
      {
        key,
        label: titleOf(['limits', key]),
        value: formatLimit(limit) + note,
        basis: citationViews(subject, limit.basis),
      },
    ];
  });
  return {
    limits: { list },
    limitCases: (limits.cases ?? []).map((one, index) =>
      pointView(
        subject,
        {
          text: keys
            .filter((key) => one[key] !== undefined)
            .map((key) => `${titleOf(['limits', key]).zh} ${formatLimit(one[key])}`)
            .join('，'),
          basis: keys.flatMap((key) => one[key]?.basis ?? []),
          ...(one.when !== undefined && { when: one.when }),
        },
        index,
      ),
    ),
    promised: formatLimit(limits.promised),
    statutory: formatLimit(limits.statutory),
  };
}
