import type { Bundle } from '../../model/bundle.ts';
import type { Days } from '../../model/generated/schemas.ts';
import type { Draft, Step } from '../../model/item.ts';
import { criticalPath, type CriticalPath } from '../criticalPath.ts';
import { weekParts } from '../weekParts.ts';
import type { DayUnit } from '../dueDate.ts';
import type { StandingMember } from './bundleMembers.ts';
import { waitsFor, type MemberEdge } from './bundleOrder.ts';

/** Days of the members one after another. */
export interface DaysApart {
  days: number;
  /** Special steps that the law does not count (Licensing Law, Art. 45). */
  excludedDays: number;
  unit: DayUnit;
  /** Members whose limit is in the other unit and was converted, and those that state none. */
  converted: string[];
  undated: string[];
}

export interface BundleLimit {
  /** The chain of members that decides how long all take together; `ids` are members. */
  together: CriticalPath;
  apart: DaysApart;
  /** Days fewer than one after another; none in a cycle. */
  saved: number | undefined;
}

/**
 * How long the members take together and one after another, each by its limit. Together: the longest chain of
 * members that wait for each other. Units are those of `criticalPath`: a limit in the other unit than the
 * bundle's is converted by the week and its member named.
 */
export function bundleLimit(
  { limits }: Draft<Bundle>,
  standing: readonly StandingMember[],
  edges: readonly MemberEdge[],
): BundleLimit {
  const together = membersOnly(
    criticalPath(
      standing.flatMap((one) => stepsOf(one, one.limit, waitsFor(edges, one.id))),
      limits,
    ),
  );
  // All in one chain in the order of the list: the sum, by the same reckoning.
  const chain = criticalPath(
    standing.flatMap((one, i) => stepsOf(one, one.ownLimit, standing.slice(Math.max(0, i - 1), i).map(idOf))),
    limits,
  );
  // A chain has no cycle.
  const sum = chain.kind === 'path' ? chain : { days: 0, excludedDays: 0, unit: 'working-days' as const };
  const apart: DaysApart = {
    days: sum.days,
    excludedDays: sum.excludedDays,
    unit: sum.unit,
    converted: standing
      .filter(({ ownLimit }) => (weekParts(ownLimit) ?? 0) > 0 && ownLimit!.unit !== sum.unit)
      .map(idOf),
    undated: standing.filter(({ ownLimit }) => ownLimit === undefined).map(idOf),
  };
  return { together, apart, saved: together.kind === 'path' ? apart.days - together.days : undefined };
}

/** A member as two steps: its limit, and after it what its own longest path has that is not counted. */
function stepsOf(
  { id, case: { path } }: StandingMember,
  limit: Days | undefined,
  after: readonly string[],
): Draft<Step>[] {
  const uncountedDays: Days =
    path.kind === 'path' ? { value: path.excludedDays, unit: path.unit } : { value: 0, unit: 'working-days' };
  return [
    { id, after: after.map(uncounted), ...(limit !== undefined && { days: limit }) },
    { id: uncounted(id), after: [id], excluded: true, days: uncountedDays },
  ];
}

/** No id has a space, so no member has this one. */
function uncounted(id: string): string {
  return `${id} uncounted`;
}

function membersOnly(path: CriticalPath): CriticalPath {
  const ids = path.ids.filter(isMember);
  return path.kind === 'cycle'
    ? { ...path, ids }
    : { ...path, ids, converted: path.converted.filter(isMember), undated: path.undated.filter(isMember) };
}

function isMember(id: string): boolean {
  return !id.includes(' ');
}

function idOf({ id }: StandingMember): string {
  return id;
}
