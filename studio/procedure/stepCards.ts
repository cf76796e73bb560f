import { describe } from '../../src/diff/index.ts';
import type { Lookups } from '../../src/catalogue/index.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { Plain } from '../../src/model/edit.ts';
import { fieldAt, labelOf } from '../../src/model/field.ts';
import type { Draft, Item, Step } from '../../src/model/item.ts';
import { samePath, valueAt, type Path } from '../../src/model/path.ts';
import type { Words } from '../../src/model/schemas.ts';
import {
  criticalPath,
  formatLimit,
  isSpecialStep,
  selectCase,
  stepGraph,
  withoutOwnLimit,
  type Answers,
  type CriticalPath,
} from '../../src/procedure/index.ts';

/** A step as the lens shows it. */
export interface StepCard {
  id: string;
  name: string;
  kind: string | undefined;
  kindWords: Words;
  special: boolean;
  /** As written, and in words; none where none is stated. */
  period: { value: number; unit: 'working-days' | 'calendar-days' } | undefined;
  days: Words | undefined;
  excluded: boolean;
  post: string;
  /** In which cases, in words; none where always. */
  when: Words | undefined;
  /** Whether it is part of the chosen case. */
  applies: 'yes' | 'perhaps' | 'no';
  /** Whether it lies on the longest way of the chosen case. */
  critical: boolean;
  /** In a circle, or behind one. */
  circular: boolean;
  /** Place in the order of time, from 1. */
  number: number;
  /** Ids, as they hold for all cases. */
  after: string[];
  followers: string[];
  /** Where the file says it, or the nearest place above that it has. */
  path: Path;
  /** A level above says it; this file may say something differently of it. */
  inherited: boolean;
  findings: Diagnostic[];
}

/** How the days of the longest way stand to a limit. */
export interface LimitLine {
  kind: 'promised' | 'statutory';
  value: number;
  words: Words;
  fits: boolean;
}

export interface ProcedureView {
  /** Those of the longest way first, then the others, each in order of time: the order in which they are read out. */
  cards: StepCard[];
  /** Ids of the longest way. */
  spine: string[];
  /** Ids in order of time. */
  order: string[];
  path: CriticalPath;
  /** Days from acceptance to decision, which the limits are for; none in a circle. */
  counted: { days: number; words: Words } | undefined;
  excludedDays: Words | undefined;
  limits: LimitLine[];
  /** Findings that belong to no step alone. */
  findings: Diagnostic[];
  /** Steps that cannot be drawn, for want of an identifier of their own. */
  nameless: { path: Path; name: string }[];
}

export interface ProcedureSubject {
  /** The item as it holds, levels merged. */
  item: Draft<Item>;
  /** What the file says, and where its list of steps stands. */
  value: Plain | undefined;
  path: Path;
  inherited: readonly Draft<Step>[] | undefined;
  answers: Answers;
  diagnostics: readonly Diagnostic[];
  lookups: Lookups;
}

const stepPath: Path = ['procedure', 'steps', 0];

/** Everything that the procedure lens shows, from what the text says. */
export function procedureView(subject: ProcedureSubject): ProcedureView {
  const { item, value, path: listPath, inherited, answers, diagnostics, lookups } = subject;
  const steps = item.procedure?.steps ?? [];
  const graph = stepGraph(steps);
  const chosen = selectCase(item, answers);
  const verdicts = new Map(chosen.steps.map(({ element, verdict }) => [element.id, verdict.kind]));
  const { path } = chosen;
  const spine = path.kind === 'path' ? path.ids : [];
  const order = [...graph.order, ...[...graph.nodes.keys()].filter((id) => !graph.order.includes(id))];
  const numbers = new Map(order.map((id, i) => [id, i + 1]));
  const written = valueAt(value, listPath);
  const list: readonly unknown[] = Array.isArray(written) ? written : [];
  const whenField = fieldAt('item', [...stepPath, 'when']);

  const card = (id: string): StepCard => {
    const { step, after } = graph.nodes.get(id)!;
    const at = list.findIndex((one) => valueAt(one, ['id']) === id);
    const own: Path = at < 0 ? listPath : [...listPath, at];
    const verdict = verdicts.get(id);
    const period = periodOf(step);
    return {
      id,
      name: step.name ?? id,
      kind: step.kind,
      kindWords: kindWords(step.kind),
      special: isSpecialStep(step),
      period,
      days: period && { zh: formatLimit(period), en: formatLimit(period, 'en') },
      excluded: step.excluded === true,
      post: step.actor?.post ?? '',
      when:
        step.when === undefined || whenField === undefined
          ? undefined
          : describe(whenField.schema, step.when, { lookups, questions: item.questions }),
      applies: verdict === undefined ? 'no' : verdict === 'applies' ? 'yes' : 'perhaps',
      critical: spine.includes(id),
      circular: !graph.order.includes(id),
      number: numbers.get(id)!,
      after,
      followers: order.filter((other) => graph.nodes.get(other)!.after.includes(id)),
      path: own,
      inherited: inherited?.some((one) => one.id === id) === true,
      findings: at < 0 ? [] : diagnostics.filter((one) => isWithin(one.path, own)),
    };
  };

  const onSpine = new Set(spine);
  const cards = [...spine, ...order.filter((id) => !onSpine.has(id))].map(card);
  const applied = chosen.steps.map(({ element }) => withoutOwnLimit(element));
  const counted = criticalPath(applied, chosen.limits);
  const stepFindings = new Set(cards.flatMap(({ findings }) => findings));
  return {
    cards,
    spine,
    order,
    path,
    counted:
      counted.kind === 'path'
        ? { days: counted.days, words: dayWords(counted.days, counted.unit) }
        : undefined,
    excludedDays:
      path.kind === 'path' && path.excludedDays > 0 ? dayWords(path.excludedDays, path.unit) : undefined,
    limits: counted.kind === 'path' ? limitLines(chosen.limits, counted) : [],
    findings: diagnostics.filter((one) => !stepFindings.has(one) && isAboutSteps(one, listPath)),
    nameless: namelessOf(list, listPath),
  };
}

/** What a kind of step is called. */
export function kindWords(kind: string | undefined): Words {
  if (kind === undefined) return { zh: '未定类型', en: 'no kind yet' };
  const field = fieldAt('item', [...stepPath, 'kind']);
  return field === undefined ? { zh: kind, en: kind } : labelOf(field.schema, kind);
}

function limitLines(
  limits: Draft<Item['limits']>,
  { days, unit }: Extract<CriticalPath, { kind: 'path' }>,
): LimitLine[] {
  return (['promised', 'statutory'] as const).flatMap((kind) => {
    const limit = limits?.[kind];
    // Days of two kinds are compared by nobody but a calendar.
    if (typeof limit?.value !== 'number' || limit.unit !== unit) return [];
    return [{ kind, value: limit.value, words: dayWords(limit.value, unit), fits: days <= limit.value }];
  });
}

function dayWords(value: number, unit: 'working-days' | 'calendar-days'): Words {
  return { zh: formatLimit({ value, unit }), en: formatLimit({ value, unit }, 'en') };
}

function periodOf({ days }: Draft<Step>): StepCard['period'] {
  const { value, unit } = days ?? {};
  return typeof value === 'number' && (unit === 'working-days' || unit === 'calendar-days')
    ? { value, unit }
    : undefined;
}

function isWithin(path: Path, place: Path): boolean {
  return path.length >= place.length && place.every((step, i) => path[i] === step);
}

/** About the steps together: the list, the procedure, or a limit that the steps do not fit. */
function isAboutSteps({ path, code }: Diagnostic, listPath: Path): boolean {
  const above = listPath.slice(0, -1);
  return samePath(path, listPath) || samePath(path, above) || code === 'steps-within-promise';
}

function namelessOf(list: readonly unknown[], listPath: Path): ProcedureView['nameless'] {
  const seen = new Set<unknown>();
  return list.flatMap((step, i) => {
    const id = valueAt(step, ['id']);
    const isNamed = typeof id === 'string' && !seen.has(id);
    seen.add(id);
    const name = valueAt(step, ['name']);
    return isNamed ? [] : [{ path: [...listPath, i], name: typeof name === 'string' ? name : `${i + 1}` }];
  });
}
