import type { Bundle, BundleMember, BundleQuestion } from '../../model/bundle.ts';
import type { Days } from '../../model/generated/schemas.ts';
import type { Draft, Item, Question } from '../../model/item.ts';
import { caseProblems, type CaseProblem } from '../caseProblems.ts';
import { weekParts } from '../weekParts.ts';
import { elementsOf } from '../elements.ts';
import { variantQuestion } from '../questions.ts';
import { selectCase, type Case, type Chosen } from '../selectCase.ts';
import { judgeWhen, type Answers } from '../when.ts';
import { isDayUnit } from '../words.ts';

/** The effective items of a bundle's members in one division, by the id of the item. */
export type MemberItems = ReadonlyMap<string, Draft<Item>>;

/** A member that the answers do not rule out, with what its item asks in this case. */
export interface StandingMember {
  id: string;
  member: Draft<BundleMember>;
  item: Draft<Item>;
  verdict: Chosen<unknown>['verdict'];
  case: Case;
  /** How long it may take: its promise, else the law's limit, or what it grants within the bundle where that is less. */
  limit: MemberLimit | undefined;
  /** The same without what it grants within the bundle. */
  ownLimit: MemberLimit | undefined;
}

export type MemberLimit = Days & { from: 'bundle' | 'promised' | 'statutory' };

export interface MemberCases {
  /** The answers to the bundle's own questions that could be used. */
  answers: Answers;
  standing: StandingMember[];
  /** Ids of members that the answers rule out, and of those whose item is not there. */
  ruledOut: string[];
  missing: string[];
  /** Questions of the bundle, unanswered, on which a member or something of it depends. */
  remaining: Draft<BundleQuestion>[];
  /** Questions of members, unanswered, which the bundle does not ask. */
  open: { member: string; question: Draft<Question> }[];
  problems: CaseProblem[];
}

/**
 * Which members stand for `answers`, and the case of each. Answers are by question of the bundle, or by
 * `member/question` for one that the bundle does not ask; what a member itself says of its answers wins.
 */
export function memberCases(bundle: Draft<Bundle>, items: MemberItems, answers: Answers): MemberCases {
  const questions = elementsOf(bundle.questions);
  const asked = Object.fromEntries(Object.entries(answers).filter(([id]) => !id.includes('/')));
  // A question of a bundle has all that one of an item has, so what is asked of those can be asked of these.
  const { usable, problems } = caseProblems({ questions: questions as Draft<Question>[] }, asked);
  const out: MemberCases = {
    answers: usable,
    standing: [],
    ruledOut: [],
    missing: [],
    remaining: [],
    open: [],
    problems: [...problems],
  };
  const wanted = new Set<string>();
  const seen = new Set<string>();
  for (const member of elementsOf(bundle.members)) {
    const { id, item: itemId } = member;
    if (id === undefined || seen.has(id)) continue;
    seen.add(id);
    const verdict = judgeWhen(member.when, questions as Draft<Question>[], usable);
    if (verdict.kind === 'not') {
      out.ruledOut.push(id);
      continue;
    }
    const item = itemId === undefined ? undefined : items.get(itemId);
    if (item === undefined) {
      out.missing.push(id);
      continue;
    }
    if (verdict.kind === 'depends') for (const one of verdict.on) wanted.add(one);
    const own: Answers = {
      ...answersOf(member, questions, answers, usable),
      ...(isVariant(item, member.variant) && { [variantQuestion]: member.variant! }),
    };
    const chosen = selectCase(item, own);
    out.problems.push(...chosen.problems.filter((problem) => problem.kind !== 'unclear-when'));
    for (const question of chosen.remaining) {
      const asking = questions.filter((one) => asks(one, id, question.id));
      for (const one of asking) if (one.id !== undefined) wanted.add(one.id);
      if (asking.length === 0) out.open.push({ member: id, question });
    }
    out.standing.push({ id, member, item, verdict, case: chosen, ...limitsOf(member, chosen) });
  }
  out.remaining = questions.filter(
    ({ id }) => id !== undefined && wanted.has(id) && !Object.hasOwn(usable, id),
  );
  return out;
}

/** What the bundle's answers say to the questions of `member`. */
function answersOf(
  member: Draft<BundleMember>,
  questions: readonly Draft<BundleQuestion>[],
  given: Answers,
  usable: Answers,
): Answers {
  const out: [string, string | number][] = [];
  const prefix = `${member.id}/`;
  for (const [id, answer] of Object.entries(given))
    if (id.startsWith(prefix)) out.push([id.slice(prefix.length), answer]);
  for (const question of questions) {
    const answer =
      question.id !== undefined && Object.hasOwn(usable, question.id) ? usable[question.id] : undefined;
    if (answer === undefined) continue;
    for (const same of elementsOf(question.same))
      if (same.member === member.id && same.question !== undefined) out.push([same.question, answer]);
    const option = elementsOf(question.options).find((one) => one.id === answer);
    for (const said of elementsOf(option?.answers))
      if (said.member === member.id && said.question !== undefined && said.option !== undefined)
        out.push([said.question, said.option]);
  }
  for (const { question, option, number } of elementsOf(member.answers)) {
    const answer = option ?? number;
    if (question !== undefined && answer !== undefined) out.push([question, answer]);
  }
  return Object.fromEntries(out);
}

/** Whether an answer to `asked` can settle the member's question. */
function asks(asked: Draft<BundleQuestion>, member: string, question: string | undefined): boolean {
  const settles = (one: { member?: string; question?: string }) =>
    one.member === member && one.question === question;
  return (
    elementsOf(asked.same).some(settles) ||
    elementsOf(asked.options).some((option) => elementsOf(option.answers).some(settles))
  );
}

function isVariant(item: Draft<Item>, variant: string | undefined): boolean {
  return variant !== undefined && elementsOf(item.variants).some(({ id }) => id === variant);
}

function limitsOf(member: Draft<BundleMember>, { limits }: Case): Pick<StandingMember, 'limit' | 'ownLimit'> {
  const { promised, statutory } = limits ?? {};
  const ownLimit = asLimit('promised', promised) ?? asLimit('statutory', statutory);
  const granted = asLimit('bundle', member.limit);
  // What is granted for everywhere is nothing to one that is faster anyway.
  const isLess =
    granted !== undefined && (ownLimit === undefined || weekParts(granted)! < weekParts(ownLimit)!);
  return { limit: isLess ? granted : ownLimit, ownLimit };
}

function asLimit(from: MemberLimit['from'], limit: Draft<Days> | undefined): MemberLimit | undefined {
  const { value, unit } = limit ?? {};
  return Number.isInteger(value) && value! >= 0 && isDayUnit(unit)
    ? { value: value!, unit, from }
    : undefined;
}
