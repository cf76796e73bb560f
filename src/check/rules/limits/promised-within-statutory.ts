import type { Days } from '../../../model/generated/schemas.ts';
import type { Draft, Item } from '../../../model/item.ts';
import type { Path } from '../../../model/path.ts';
import type { Words } from '../../../model/schemas.ts';
import { caseWhere, caseWords } from '../../../procedure/index.ts';
import { spaceOf } from '../cases/spaceOf.ts';
import type { Finding, ItemRule } from '../rule.ts';

const day = (value: number) => ({ value, unit: 'working-days' as const });
const questions: Draft<Item>['questions'] = [
  { id: 'who', text: '谁办？', kind: 'choice', options: [{ id: 'firm', text: '企业' }, { id: 'person', text: '个人' }] }, // prettier-ignore
  { id: 'area', text: '多大面积？', kind: 'number', unit: '平方米' },
];

/** Licensing Law Art. 42: the promise is made within what the law allows. */
export const promisedWithinStatutory: ItemRule = {
  id: 'promised-within-statutory',
  family: 'limits',
  scope: 'item',
  severity: 'error',
  title: { zh: '承诺时限不得长于法定时限', en: 'The promised limit is not longer than the statutory one' },
  why: {
    zh: '承诺是比法定更快，不能更慢。把承诺时限改到法定以内；法定时限写错了的，更正它。',
    en: 'A promise is faster than the law, never slower. Promise within the statutory limit, or correct that limit where it was written wrongly.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 42 }],
  good: [
    {
      name: 'shorter',
      item: {
        limits: {
          statutory: { value: 20, unit: 'working-days' },
          promised: { value: 5, unit: 'working-days' },
        },
      },
    },
    {
      name: 'equal',
      item: {
        limits: {
          statutory: { value: 20, unit: 'working-days' },
          promised: { value: 20, unit: 'working-days' },
        },
      },
    },
    {
      name: 'calendar days, which may be fewer working days than allowed',
      item: {
        limits: {
          statutory: { value: 20, unit: 'working-days' },
          promised: { value: 25, unit: 'calendar-days' },
        },
      },
    },
    {
      name: 'working days, which may fit the calendar days allowed',
      item: {
        limits: {
          statutory: { value: 20, unit: 'calendar-days' },
          promised: { value: 14, unit: 'working-days' },
        },
      },
    },
    { name: 'nothing written yet', item: { limits: {} } },
    {
      name: 'a case that the law gives more time',
      item: {
        questions,
        limits: {
          statutory: day(20),
          promised: day(10),
          cases: [{ id: 'firm', when: { who: ['firm'] }, statutory: day(45), promised: day(30) }],
        },
      },
    },
    {
      name: 'a longer promise only where a longer limit stands as well',
      item: {
        questions,
        limits: {
          statutory: day(20),
          promised: day(10),
          cases: [
            { id: 'large', when: { who: ['firm'], area: { min: 500 } }, promised: day(40) },
            { id: 'firm', when: { who: ['firm'] }, statutory: day(45) },
          ],
        },
      },
    },
  ],
  bad: [
    {
      name: 'longer',
      item: {
        limits: {
          statutory: { value: 20, unit: 'working-days' },
          promised: { value: 30, unit: 'working-days' },
        },
      },
      at: ['limits', 'promised', 'value'],
    },
    {
      name: 'more working days than the calendar days allowed',
      item: {
        limits: {
          statutory: { value: 20, unit: 'calendar-days' },
          promised: { value: 21, unit: 'working-days' },
        },
      },
      at: ['limits', 'promised', 'value'],
    },
    {
      name: 'a case that promises more than the law gives it',
      item: {
        questions,
        limits: {
          statutory: day(20),
          promised: day(10),
          cases: [{ id: 'firm', when: { who: ['firm'] }, promised: day(30) }],
        },
      },
      at: ['limits', 'cases', 0, 'promised', 'value'],
    },
    {
      name: 'a case that the law gives less time than the promise for all',
      item: {
        questions,
        limits: {
          statutory: day(20),
          promised: day(10),
          cases: [{ id: 'person', when: { who: ['person'] }, statutory: day(5) }],
        },
      },
      at: ['limits', 'cases', 0, 'statutory', 'value'],
    },
  ],
  mutations: [
    {
      name: 'a case promises more than the law allows it',
      edits: [
        {
          kind: 'set',
          path: ['limits', 'cases'],
          value: [
            { id: 'closed', when: { traffic: ['yes'] }, promised: { value: 25, unit: 'working-days' } },
          ],
        },
      ],
    },
    {
      name: 'the base promises more than the law allows',
      edits: [{ kind: 'set', path: ['limits', 'promised', 'value'], value: 25 }],
    },
  ],
  check(item) {
    const { statutory, promised } = item.limits ?? {};
    const general = isLonger(promised, statutory)
      ? [tooLong(['limits', 'promised'], promised!.value!, statutory!.value!)]
      : [];
    return [...general, ...ofCases(item)];
  },
};

function isLonger(promised: Draft<Days> | undefined, statutory: Draft<Days> | undefined): boolean {
  if (typeof statutory?.value !== 'number' || typeof promised?.value !== 'number') return false;
  // So many working days last at least as many calendar days; the other way round nothing can be said.
  const comparable = statutory.unit === promised.unit || promised.unit === 'working-days';
  return comparable && promised.value > statutory.value;
}

function tooLong(path: Path, promised: number, most: number, who = noOne): Finding {
  return {
    path: [...path, 'value'],
    message: {
      zh: `${who.zh}承诺时限（${promised}）长于法定时限（${most}）。改为不超过 ${most}，或更正法定时限。`,
      en: `The promised limit (${promised}) is longer than the statutory one (${most})${who.en}. Promise at most ${most}, or correct the statutory limit.`,
    },
    fix: {
      title: { zh: `承诺时限改为 ${most}`, en: `Promise ${most}` },
      edits: [{ kind: 'set', path: [...path, 'value'], value: most }],
    },
  };
}

const noOne: Words = { zh: '', en: '' };

/** A limit and the cases in which it holds: those of `when` that none of `before` is first for. */
interface Holding {
  /** Position in `limits.cases`; none for the limit of all others. */
  at: number | undefined;
  limit: Draft<Days> | undefined;
  when: object | undefined;
  before: (object | undefined)[];
}

/** A promise of some case against the statutory limit of the same case, either of which may be the general one. */
function ofCases(item: Draft<Item>): Finding[] {
  const cases = item.limits?.cases ?? [];
  if (cases.length === 0) return [];
  const statutory = holding(item, 'statutory');
  return holding(item, 'promised').flatMap((promise) => {
    const beaten = statutory.flatMap((most) => {
      // The two general ones are compared as they stand.
      if (promise.at === undefined && most.at === undefined) return [];
      if (!isLonger(promise.limit, most.limit)) return [];
      const found = caseWhere(spaceOf(item), {
        all: [promise.when, most.when],
        none: [...promise.before, ...most.before],
      });
      return found.kind === 'case' ? [{ most, words: caseWords(item, found.answers) }] : [];
    });
    const days = promise.limit?.value ?? 0;
    if (promise.at === undefined) return beaten.map(({ most, words }) => generalTooLong(days, most, words));
    const at = ['limits', 'cases', promise.at, 'promised'];
    return beaten.slice(0, 1).map(({ most, words }) =>
      tooLong(at, days, most.limit?.value ?? 0, {
        zh: `${words}的，`,
        en: ` for who answers ${words}`,
      }),
    );
  });
}

function holding(item: Draft<Item>, field: 'promised' | 'statutory'): Holding[] {
  const own = (item.limits?.cases ?? []).flatMap((one, at) =>
    one[field] === undefined ? [] : [{ at, limit: one[field], when: one.when }],
  );
  return [...own, { at: undefined, limit: item.limits?.[field], when: {} }].map((one, at) => ({
    ...one,
    before: own.slice(0, at).map(({ when }) => when),
  }));
}

/** The promise for all in a case to which the law gives less time: the case wants a promise of its own. */
function generalTooLong(promised: number, { at, limit }: Holding, words: string): Finding {
  const most = limit!.value!;
  const place = ['limits', 'cases', at!];
  return {
    path: [...place, 'statutory', 'value'],
    message: {
      zh: `${words}的，法定时限是 ${most}，通用的承诺时限（${promised}）比它长。给这种情形写不超过 ${most} 的承诺，或更正法定时限。`,
      en: `For who answers ${words} the law allows ${most}, less than the general promise of ${promised}. Give this case a promise of at most ${most}, or correct the statutory limit.`,
    },
    fix: {
      title: { zh: `这种情形承诺 ${most}`, en: `Promise ${most} in this case` },
      edits: [
        {
          kind: 'set',
          path: [...place, 'promised'],
          value: { value: most, unit: limit!.unit ?? 'working-days' },
        },
      ],
    },
  };
}
