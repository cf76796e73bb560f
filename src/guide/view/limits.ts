import type { Lookups } from '../../catalogue/index.ts';
import type { Draft, Item } from '../../model/item.ts';
import { dueDate, formatLimit } from '../../procedure/index.ts';
import { dueWords, writtenDue, type DueLimit } from '../dueWords.ts';
import { citationViews } from './citations.ts';
import { pointView } from './points.ts';
import { titleOf, type Subject } from './subject.ts';
import type { GuideView } from './types.ts';

type Calendar = NonNullable<ReturnType<Lookups['calendar']>>;

const keys = ['promised', 'statutory', 'acceptance', 'delivery', 'extension'] as const;

/** Every limit with its basis: what the agency promises first, then what the law allows. */
export function limitViews(
  subject: Subject,
): Pick<GuideView, 'limits' | 'limitCases' | 'due' | 'dueExample' | 'promised' | 'statutory'> {
  const { limits = {} } = subject.item;
  if (limits.none !== undefined)
    return {
      limits: { none: limits.none },
      limitCases: [],
      due: [],
      dueExample: undefined,
      promised: '没有时限',
      statutory: '没有时限',
    };
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
  const due = dueLimits(limits);
  return {
    limits: { list },
    due,
    dueExample: example(subject, due),
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

function dueLimits({ promised, statutory }: NonNullable<Draft<Item>['limits']>): DueLimit[] {
  return [
    { name: '承诺', ...promised },
    { name: '法定', ...statutory },
  ].flatMap(({ name, value, unit }) =>
    value === undefined || unit === undefined ? [] : [{ name, value, unit }],
  );
}

/**
 * The same for one who applied when the procedure came into force. That day has a calendar that changes no more, so
 * the example says for ever what it says.
 */
function example({ item, lookups }: Subject, limits: readonly DueLimit[]): string | undefined {
  const { from } = item.inForce ?? {};
  if (from === undefined) return undefined;
  return examplesOf(lookups.calendar()).words(from, limits);
}

interface Examples {
  words(from: string, limits: readonly DueLimit[]): string | undefined;
}

const examples = new WeakMap<Calendar, Examples>();
const mostExamples = 2000;

/** Thousands of items came into force on the same days. */
function examplesOf(calendar: Calendar | undefined): Examples {
  let made = calendar && examples.get(calendar);
  if (made === undefined) {
    const known = new Map<string, string | undefined>();
    made = {
      words: (from, limits) => {
        const key = `${from} ${writtenDue(limits)}`;
        if (!known.has(key)) {
          if (known.size >= mostExamples) known.clear();
          known.set(key, exampleWords(from, limits, calendar));
        }
        return known.get(key);
      },
    };
    if (calendar !== undefined) examples.set(calendar, made);
  }
  return made;
}

function exampleWords(
  from: string,
  limits: readonly DueLimit[],
  calendar: Calendar | undefined,
): string | undefined {
  // Nobody accepts on a holiday.
  const first = dueDate({ from, days: 0, unit: 'working-days', calendar });
  const words = first.kind === 'due' ? dueWords(first.date, limits, calendar) : '';
  return words === '' ? undefined : words;
}
