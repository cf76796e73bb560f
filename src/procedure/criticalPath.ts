import type { Draft, Item, Step } from '../model/item.ts';
import type { DayUnit } from './dueDate.ts';
import { partsOf, weekParts } from './weekParts.ts';
import { isDayUnit } from './words.ts';
import { stepGraph, type StepGraph } from './stepGraph.ts';

export type CriticalPath =
  | {
      kind: 'path';
      /** The chain of steps that decides how long it takes, first step first. */
      ids: string[];
      /** Days along it that count against the limit, and days that do not, both in `unit`, rounded up. */
      days: number;
      excludedDays: number;
      unit: DayUnit;
      /** Steps of it whose period is in the other unit and was converted, so that the figures are approximate. */
      converted: string[];
      /** Steps of it that state no period, counted as 0. */
      undated: string[];
    }
  | { kind: 'cycle'; ids: string[] };

/**
 * The longest chain of steps by the days that count; among equals the one with more excluded days, then with more
 * steps, then the one written first. Days of an `excluded` step do not count against the limit (Licensing Law, Art. 45).
 *
 * The result is in the unit of `limits` (promised, else statutory; else working days). A period in the other unit
 * is converted as 5 working days to 7 calendar days, which leaves holidays out of account, and the step is
 * named in `converted`.
 */
export function criticalPath(
  steps: readonly Draft<Step>[] | undefined,
  limits?: Draft<Item['limits']>,
): CriticalPath {
  return criticalPathIn(stepGraph(steps), limits);
}

/** The same of steps that are ordered already. */
export function criticalPathIn(
  { order, cycles, nodes }: StepGraph,
  limits?: Draft<Item['limits']>,
): CriticalPath {
  if (cycles[0] !== undefined) return { kind: 'cycle', ids: cycles[0] };
  const unit = [limits?.promised?.unit, limits?.statutory?.unit].find(isDayUnit) ?? 'working-days';

  const best = new Map<string, Chain>();
  for (const id of order) {
    const { step, after } = nodes.get(id)!;
    const before = longest(after.map((other) => best.get(other)!));
    const parts = weekParts(step.days) ?? 0;
    const excluded = step.excluded === true;
    best.set(id, {
      id,
      counted: (before?.counted ?? 0) + (excluded ? 0 : parts),
      excluded: (before?.excluded ?? 0) + (excluded ? parts : 0),
      steps: (before?.steps ?? 0) + 1,
      ...(before && { before }),
    });
  }

  const end = longest([...best.values()]);
  const ids = chainIds(end);
  const stepOf = (id: string): Draft<Step> => nodes.get(id)!.step;
  return {
    kind: 'path',
    ids,
    days: Math.ceil((end?.counted ?? 0) / partsOf[unit]),
    excludedDays: Math.ceil((end?.excluded ?? 0) / partsOf[unit]),
    unit,
    converted: ids.filter((id) => (weekParts(stepOf(id).days) ?? 0) > 0 && stepOf(id).days?.unit !== unit),
    undated: ids.filter((id) => weekParts(stepOf(id).days) === undefined),
  };
}

/** The best chain that ends at a step. */
interface Chain {
  id: string;
  /** In parts of a week, see `partsOf`. */
  counted: number;
  excluded: number;
  steps: number;
  before?: Chain;
}

function longest(chains: Chain[]): Chain | undefined {
  return chains.reduce<Chain | undefined>(
    (best, chain) => (best === undefined || isLonger(chain, best) ? chain : best),
    undefined,
  );
}

function isLonger(chain: Chain, than: Chain): boolean {
  return (chain.counted - than.counted || chain.excluded - than.excluded || chain.steps - than.steps) > 0;
}

function chainIds(end: Chain | undefined): string[] {
  const ids: string[] = [];
  for (let chain = end; chain !== undefined; chain = chain.before) ids.push(chain.id);
  return ids.reverse();
}
