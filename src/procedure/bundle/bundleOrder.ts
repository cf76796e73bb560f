import type { Draft, Step } from '../../model/item.ts';
import { elementsOf, stringsOf } from '../elements.ts';
import { waitingPast } from '../stepGraph.ts';
import type { Bundle } from '../../model/bundle.ts';
import type { StandingMember } from './bundleMembers.ts';

/** Why one member waits for another: the bundle says so, or its material is the other's result. */
export interface MemberEdge {
  before: string;
  after: string;
  material?: string;
}

/** A material that is another member's result and is not waited for, with the way in which that is done. */
export interface HandledInParallel {
  member: string;
  material: string;
  from: string;
  way: 'commitment' | 'sharing' | 'later';
}

export interface MemberOrder {
  edges: MemberEdge[];
  parallel: HandledInParallel[];
}

/**
 * Who waits for whom among the members that stand. `after` leads past members that are ruled out. A material
 * that is the result of another member makes its own member wait too, unless the member says that the two are
 * handled in parallel by commitment, by sharing or by supplying it later.
 */
export function memberOrder(bundle: Draft<Bundle>, standing: readonly StandingMember[]): MemberOrder {
  const ids = new Set(standing.map(({ id }) => id));
  const all = elementsOf(bundle.members);
  const gone = new Set(all.flatMap(({ id }) => (id === undefined || ids.has(id) ? [] : [id])));
  const waits = waitingPast(
    all.map(({ id, after }): Draft<Step> => ({ ...(id !== undefined && { id }), after: stringsOf(after) })),
    gone,
  );
  const edges: MemberEdge[] = [];
  const parallel: HandledInParallel[] = [];
  for (const { id, member, case: chosen } of standing) {
    for (const { element } of chosen.materials) {
      const { id: material, resultOf } = element;
      if (material === undefined || resultOf === undefined) continue;
      const from = standing.find((other) => other.id !== id && other.member.item === resultOf)?.id;
      if (from === undefined) continue;
      const way = elementsOf(member.parallel).find((one) => one.material === material)?.way;
      if (way !== undefined) parallel.push({ member: id, material, from, way });
      else edges.push({ before: from, after: id, material });
    }
    for (const before of new Set(waits(stringsOf(member.after))))
      if (ids.has(before) && !waitsFor(edges, id).includes(before)) edges.push({ before, after: id });
  }
  return { edges, parallel };
}

/** Ids of those that `id` waits for directly, each once. */
export function waitsFor(edges: readonly MemberEdge[], id: string): string[] {
  return [...new Set(edges.filter((edge) => edge.after === id).map((edge) => edge.before))];
}
