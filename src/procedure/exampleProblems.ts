import type { CalendarFile } from '../model/generated/schemas.ts';
import type { Draft, Item, WorkedExample } from '../model/item.ts';
import type { Path } from '../model/path.ts';
import type { Words } from '../model/schemas.ts';
import { readAnswers } from './caseProblems.ts';
import { dueDate } from './dueDate.ts';
import { elementsOf, listOf, mapOf, stringsOf, textOf } from './elements.ts';
import { totalFees } from './fee.ts';
import { selectCase, type Case, type Chosen } from './selectCase.ts';
import { formatFen } from './words.ts';

/** What a worked example expects and the item does not give; `path` in the example. */
export interface ExampleProblem {
  path: Path;
  /** What was expected and what came out. */
  words: Words;
}

/** Works an example of `item` out and compares. An example that says nothing has nothing to be wrong. */
export function exampleProblems(
  item: Draft<Item>,
  example: Draft<WorkedExample>,
  calendar?: Draft<CalendarFile>,
): ExampleProblem[] {
  const given = mapOf(example.answers ?? {}) as Record<string, unknown>;
  const written = Object.fromEntries(
    Object.entries(given).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
  const found = selectCase(item, readAnswers(item, written));
  const wrong = found.problems.flatMap((problem): ExampleProblem[] =>
    problem.kind === 'unclear-when' ? [] : [{ path: ['answers', problem.question], words: problem.words }],
  );
  if (wrong.length > 0) return wrong;
  const expect = mapOf(example.expect ?? {});
  return [
    ...listProblem('materials', expect.materials, found.materials),
    ...listProblem('steps', expect.steps, found.steps),
    ...feeProblem(expect.fee, found),
    ...numberProblem('promised', expect.promised, found.limits?.promised?.value),
    ...numberProblem('days', expect.days, found.days?.most),
    ...dueProblem(expect, found, calendar),
  ];
}

/** Every example of an item with its problems, paths in the item. */
export function allExampleProblems(draft: Draft<Item>, calendar?: Draft<CalendarFile>): ExampleProblem[] {
  const item: Draft<Item> = mapOf(draft);
  return listOf(item.examples).flatMap((example, i) =>
    exampleProblems(item, example, calendar).map(({ path, words }) => ({
      path: ['examples', i, ...path],
      words,
    })),
  );
}

const lists = {
  materials: { zh: '材料', en: 'materials' },
  steps: { zh: '环节', en: 'steps' },
} as const satisfies Record<string, Words>;

function listProblem(
  key: keyof typeof lists,
  expected: string[] | undefined,
  chosen: Chosen<{ id?: string; name?: string }>[],
): ExampleProblem[] {
  if (expected === undefined) return [];
  const wanted = new Set(stringsOf(expected));
  const got = chosen
    .filter(({ verdict }) => verdict.kind === 'applies')
    .flatMap(({ element }) => textOf(element.id) ?? []);
  const open = chosen.flatMap(({ element, verdict }) =>
    verdict.kind === 'depends' ? [`${textOf(element.id) ?? ''}（${verdict.on.join('、')}）`] : [],
  );
  const missing = [...wanted].filter((id) => !got.includes(id));
  const more = got.filter((id) => !wanted.has(id));
  if (open.length > 0)
    return [
      {
        path: ['answers'],
        words: {
          zh: `${lists[key].zh}还没有算定，要看回答：${open.join('、')}`,
          en: `the ${lists[key].en} are still open and depend on answers: ${open.join(', ')}`,
        },
      },
    ];
  if (missing.length + more.length === 0) return [];
  const parts = [
    ...(missing.length > 0
      ? [{ zh: `算出来没有 ${missing.join('、')}`, en: `without ${missing.join(', ')}` }]
      : []),
    ...(more.length > 0
      ? [{ zh: `算出来还有 ${more.join('、')}`, en: `with ${more.join(', ')} besides` }]
      : []),
  ];
  return [
    {
      path: ['expect', key],
      words: {
        zh: `${lists[key].zh}应为 ${[...wanted].join('、') || '无'}，${parts.map(({ zh }) => zh).join('，')}`,
        en: `expected the ${lists[key].en} ${[...wanted].join(', ') || '(none)'}, but got it ${parts.map(({ en }) => en).join(' and ')}`,
      },
    },
  ];
}

function feeProblem(expected: number | undefined, found: Case): ExampleProblem[] {
  if (typeof expected !== 'number') return [];
  const { kind, fen, fees } = totalFees(found);
  if (kind === 'exact' && fen === expected) return [];
  const lines = fees.flatMap(({ reckoning }) =>
    reckoning.kind === 'amount' ? reckoning.lines.map(({ text }) => text) : [reckoning.words.zh],
  );
  const wanted = { zh: formatFen(expected), en: formatFen(expected, 'en') };
  return [
    {
      path: ['expect', 'fee'],
      words:
        kind === 'exact'
          ? {
              zh: `收费应为 ${wanted.zh}，算出来是 ${formatFen(fen)}（${lines.join('；') || '不收费'}）`,
              en: `expected fees of ${wanted.en}, but got ${formatFen(fen, 'en')}`,
            }
          : {
              zh: `收费应为 ${wanted.zh}，但还算不定（${lines.join('；')}）`,
              en: `expected fees of ${wanted.en}, which cannot be reckoned from these answers`,
            },
    },
  ];
}

const numbers = {
  promised: { zh: '承诺天数', en: 'days promised' },
  days: { zh: '环节合计天数', en: 'days of the steps' },
} as const satisfies Record<string, Words>;

function numberProblem(
  key: keyof typeof numbers,
  expected: number | undefined,
  got: number | undefined,
): ExampleProblem[] {
  if (typeof expected !== 'number' || expected === got) return [];
  return [
    {
      path: ['expect', key],
      words: {
        zh: `${numbers[key].zh}应为 ${expected}，算出来是 ${got ?? '未写明'}`,
        en: `expected ${expected} ${numbers[key].en}, but got ${got ?? 'none stated'}`,
      },
    },
  ];
}

function dueProblem(
  { from, due }: Draft<NonNullable<WorkedExample['expect']>>,
  found: Case,
  calendar: Draft<CalendarFile> | undefined,
): ExampleProblem[] {
  if (typeof due !== 'string') return [];
  if (typeof from !== 'string')
    return [
      {
        path: ['expect', 'due'],
        words: {
          zh: '办结日期算不出来：没有写受理日期 from',
          en: 'the day cannot be reckoned without the day of acceptance, from',
        },
      },
    ];
  const { value, unit } = found.limits?.promised ?? {};
  // A draft may hold anything in these; dueDate refuses what it cannot reckon.
  const reckoned = dueDate({ from, days: value!, unit: unit!, calendar });
  if (reckoned.kind === 'due' && reckoned.date === due) return [];
  return [
    {
      path: ['expect', 'due'],
      words:
        reckoned.kind === 'due'
          ? {
              zh: `${from} 受理应于 ${due} 前办结，按承诺时限算是 ${reckoned.date}`,
              en: `expected ${due} for what is accepted on ${from}, but the promise ends on ${reckoned.date}`,
            }
          : {
              zh: `办结日期算不出来：${reckoned.words.zh.replace(/。$/, '')}`,
              en: `the day cannot be reckoned: ${reckoned.words.en.replace(/\.$/, '')}`,
            },
    },
  ];
}

/** Examples of an item by the name that a reader knows them by. */
export function exampleName(example: Draft<WorkedExample> | undefined): string {
  return textOf(example?.name) ?? textOf(example?.id) ?? '';
}

/** How many examples an item has. */
export function examplesOf(item: Draft<Item>): Draft<WorkedExample>[] {
  return elementsOf(mapOf(item).examples);
}
