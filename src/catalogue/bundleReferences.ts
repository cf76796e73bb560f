import type { Bundle } from '../model/bundle.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Draft, Item, Question } from '../model/item.ts';
import type { Path } from '../model/path.ts';
import { variantQuestion } from './innerReference.ts';
import type { Source } from './types.ts';

/** An element that a bundle names: where, what it is called, and what there is. */
interface Reference {
  path: Path;
  name: string | undefined;
  zh: string;
  en: string;
  /** `undefined` where it is not known what there is. */
  known: ReadonlySet<string> | undefined;
  /** What of a member's item it is: the item, and where in it. */
  in?: { item: string | undefined; address: readonly string[] };
}

/** What a bundle names of the items of its members: where, of which item, and the element's place there by ids. */
export function bundleNames(
  bundle: Draft<Bundle>,
): { path: Path; item: string; address: readonly string[] }[] {
  return references(bundle, () => undefined).flatMap(({ path, name, in: within }) =>
    name === undefined || within?.item === undefined
      ? []
      : [{ path, item: within.item, address: within.address }],
  );
}

/**
 * References inside one bundle that lead nowhere: to members and questions of its own, and to questions, options,
 * materials, steps and variants of its members' items. `versionsOf` gives an item as it holds in each place where
 * the bundle is offered; what any of them has is there. Without it only the bundle itself is looked at.
 */
export function brokenBundleReferences(
  source: Source<Bundle>,
  versionsOf?: (item: string, divisions: readonly string[]) => Draft<Item>[],
): Diagnostic[] {
  const bundle = source.value;
  return references(bundle, (item) =>
    item === undefined ? undefined : versionsOf?.(item, bundle.divisions ?? []),
  ).flatMap(({ path, name, zh, en, known }) =>
    name === undefined || known === undefined || known.has(name)
      ? []
      : [
          {
            code: 'catalogue/unknown-element',
            severity: 'error' as const,
            message: `没有标识为“${name}”的${zh}。请改为已有的标识，或去掉这一引用。`,
            messageEn: `There is no ${en} "${name}". Name one that exists, or take the reference out.`,
            file: source.path,
            path,
            cites: [],
          },
        ],
  );
}

function references(
  bundle: Draft<Bundle>,
  itemsOf: (item: string | undefined) => Draft<Item>[] | undefined,
): Reference[] {
  const out: Reference[] = [];
  const members = bundle.members ?? [];
  const ids = idsOf(members);
  const isMember = (path: Path, name: string | undefined) =>
    out.push({ path, name, zh: '成员', en: 'member', known: ids });
  /** What the items of a member have; where the member or its item is unknown, that is said elsewhere. */
  const of = (
    member: string | undefined,
    list: (item: Draft<Item>) => readonly { id?: string }[] | undefined,
  ) => {
    const items = itemsOf(members.find(({ id }) => id === member)?.item);
    if (items === undefined || items.length === 0) return undefined;
    return new Set(items.flatMap((item) => [...idsOf(list(item) ?? [])]));
  };
  const within = (member: string | undefined, ...address: (string | undefined)[]) => ({
    in: {
      item: members.find(({ id }) => id === member)?.item,
      address: address.map((step) => step ?? ''),
    },
  });
  // The variants are asked for as a question that is no element itself.
  const questionOf = (path: Path, member: string | undefined, name: string | undefined) =>
    out.push({
      path,
      name,
      zh: '问题',
      en: 'question',
      known: of(member, questionsIn),
      ...(name !== variantQuestion && within(member, 'questions', name)),
    });
  const optionOf = (path: Path, member: string | undefined, question: string | undefined, name?: string) =>
    out.push({
      path,
      name,
      zh: '选项',
      en: 'option',
      known: of(member, (item) => questionsIn(item).find(({ id }) => id === question)?.options),
      ...(question === variantQuestion
        ? within(member, 'variants', name)
        : within(member, 'questions', question, 'options', name)),
    });
  const materialOf = (path: Path, member: string | undefined, name: string | undefined) =>
    out.push({
      path,
      name,
      zh: '材料',
      en: 'material',
      known: of(member, (item) => item.materials?.list),
      ...within(member, 'materials', 'list', name),
    });

  for (const [i, member] of members.entries()) {
    const at = (...path: Path): Path => ['members', i, ...path];
    out.push({
      path: at('variant'),
      name: member.variant,
      zh: '业务办理项',
      en: 'variant',
      known: of(member.id, (item) => item.variants),
      ...within(member.id, 'variants', member.variant),
    });
    for (const [j, after] of (member.after ?? []).entries()) isMember(at('after', j), after);
    for (const [j, { question, option }] of (member.answers ?? []).entries()) {
      questionOf(at('answers', j, 'question'), member.id, question);
      optionOf(at('answers', j, 'option'), member.id, question, option);
    }
    for (const [j, { material }] of (member.parallel ?? []).entries())
      materialOf(at('parallel', j, 'material'), member.id, material);
    for (const [question, wanted] of Object.entries(member.when ?? {})) {
      const asked = bundle.questions?.find(({ id }) => id === question);
      const questions = idsOf(bundle.questions ?? []);
      out.push({ path: at('when', question), name: question, zh: '问题', en: 'question', known: questions });
      if (!Array.isArray(wanted) || asked === undefined) continue;
      const known = idsOf(asked.options ?? []);
      for (const [j, name] of wanted.entries())
        out.push({ path: at('when', question, j), name, zh: '选项', en: 'option', known });
    }
  }
  for (const [i, question] of (bundle.questions ?? []).entries()) {
    for (const [j, { member, question: name }] of (question.same ?? []).entries()) {
      isMember(['questions', i, 'same', j, 'member'], member);
      questionOf(['questions', i, 'same', j, 'question'], member, name);
    }
    for (const [j, option] of (question.options ?? []).entries())
      for (const [k, said] of (option.answers ?? []).entries()) {
        const at = (key: string): Path => ['questions', i, 'options', j, 'answers', k, key];
        isMember(at('member'), said.member);
        questionOf(at('question'), said.member, said.question);
        optionOf(at('option'), said.member, said.question, said.option);
      }
  }
  for (const [i, joint] of (bundle.joint ?? []).entries()) {
    isMember(['joint', i, 'lead'], joint.lead);
    for (const [j, { member, step }] of (joint.steps ?? []).entries()) {
      isMember(['joint', i, 'steps', j, 'member'], member);
      out.push({
        path: ['joint', i, 'steps', j, 'step'],
        name: step,
        zh: '环节',
        en: 'step',
        known: of(member, (item) => item.procedure?.steps),
        ...within(member, 'procedure', 'steps', step),
      });
    }
  }
  for (const [i, shared] of (bundle.shared ?? []).entries())
    for (const [j, { member, material }] of (shared.materials ?? []).entries()) {
      isMember(['shared', i, 'materials', j, 'member'], member);
      materialOf(['shared', i, 'materials', j, 'material'], member, material);
    }
  for (const [i, member] of (bundle.annualInspection?.members ?? []).entries())
    isMember(['annualInspection', 'members', i], member);
  return out;
}

/** The variants are asked for as this question, and are its options. */
function questionsIn({ questions = [], variants = [] }: Draft<Item>): Draft<Question>[] {
  return variants.length === 0 ? questions : [{ id: variantQuestion, options: variants }, ...questions];
}

function idsOf(list: readonly { id?: string }[]): Set<string> {
  return new Set(list.flatMap(({ id }) => id ?? []));
}
