import type { Bundle } from '../../../model/bundle.ts';
import type { When } from '../../../model/generated/schemas.ts';
import type { Draft, Item } from '../../../model/item.ts';
import type { MemberMaterial, StandingMember } from '../../../procedure/index.ts';
import { whenView } from '../cases.ts';
import type { Subject } from '../subject.ts';
import type { WhenView } from '../types.ts';

/** For which answers to the bundle's questions something stands, for the page to act on and in words. */
export function bundleWhen(
  { division, lookups }: Pick<Subject, 'division' | 'lookups'>,
  bundle: Draft<Bundle>,
  when: Draft<When> | undefined,
): { when: WhenView; whenWords: string } {
  // A question of a bundle has all that one of an item has.
  const item = { questions: bundle.questions } as Draft<Item>;
  return whenView({ item, division, lookups }, when);
}

/**
 * The answers to the bundle's questions for which one of `asking` is asked for, as a `when` of the bundle: nothing
 * where that cannot be said in one, so that nothing needed is hidden.
 */
export function whenAsked(
  bundle: Draft<Bundle>,
  members: readonly StandingMember[],
  asking: readonly MemberMaterial[],
): Draft<When> | undefined {
  const whens = asking.map((one) => {
    const member = members.find(({ id }) => id === one.member);
    return member === undefined ? {} : whenOf(bundle, member, one.material.when);
  });
  const [first = {}, ...others] = whens;
  if (others.length === 0) return Object.keys(first).length === 0 ? undefined : first;
  // Several askers: one question that all hang on, whichever answer suits any of them.
  const question = Object.keys(first).find((id) => whens.every((when) => Array.isArray(when[id])));
  if (question === undefined || whens.some((when) => Object.keys(when).length === 0)) return undefined;
  return { [question]: [...new Set(whens.flatMap((when) => when[question] as string[]))] };
}

/** The `when` of a member and of a material of it together, in the bundle's questions. */
function whenOf(
  bundle: Draft<Bundle>,
  { id, member, case: chosen }: StandingMember,
  when: Draft<When> | undefined,
): Draft<When> {
  const out: Record<string, Draft<When>[string]> = {};
  for (const [question, wanted] of Object.entries(member.when ?? {})) out[question] = wanted;
  for (const [question, wanted] of Object.entries(when ?? {})) {
    // What is settled in the bundle is no condition any more; numbers are asked by nobody here.
    if (Object.hasOwn(chosen.answers, question) || !Array.isArray(wanted)) continue;
    for (const asked of bundle.questions ?? []) {
      const same = asked.same?.some((one) => one.member === id && one.question === question) === true;
      const options = (asked.options ?? []).filter((option) => {
        const said = option.answers?.find((one) => one.member === id && one.question === question)?.option;
        return wanted.includes(said ?? (same ? (option.id ?? '') : ''));
      });
      if (asked.id !== undefined && options.length > 0)
        out[asked.id] = options.flatMap((option) => option.id ?? []);
    }
  }
  return out as Draft<When>;
}
