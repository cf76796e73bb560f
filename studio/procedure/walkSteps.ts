import type { Drawing } from './placeSteps.ts';
import type { StepCard } from './stepCards.ts';

/** Where a key of the arrows leads in the drawing, whichever way it is drawn. */
export type Heading = 'on' | 'back' | 'left' | 'right';

/**
 * The longest way `spine` with the steps of other cases that it passes over put in, so that it can be drawn in one
 * line.
 */
export function drawnSpine(cards: ReadonlyMap<string, StepCard>, spine: readonly string[]): string[] {
  return spine.flatMap((id, i) => {
    const next = spine[i + 1];
    return next === undefined ? [id] : [id, ...between(cards, id, next)];
  });
}

/** Steps out of the case that lead from one step to another, the fewest there are; none where a line does. */
function between(cards: ReadonlyMap<string, StepCard>, from: string, to: string): string[] {
  const ways: string[][] = [[]];
  const seen = new Set<string>();
  for (const way of ways)
    for (const id of cards.get(way.at(-1) ?? from)?.followers ?? []) {
      if (id === to) return way;
      if (seen.has(id) || cards.get(id)?.applies !== 'no') continue;
      seen.add(id);
      ways.push([...way, id]);
    }
  return [];
}

/**
 * The step to go to from `id`: along a line, that of the longest way first; to the side, the next one in the row, or
 * in the nearest row that has one there. `undefined` at the end.
 */
export function stepTowards(
  cards: ReadonlyMap<string, StepCard>,
  { spots }: Pick<Drawing, 'spots'>,
  id: string,
  heading: Heading,
): string | undefined {
  const card = cards.get(id);
  const here = spots.get(id);
  if (card === undefined || here === undefined) return undefined;
  if (heading === 'on' || heading === 'back') {
    const next = heading === 'on' ? card.followers : card.after;
    return next.find((one) => cards.get(one)?.critical) ?? next[0];
  }
  const side = heading === 'right' ? 1 : -1;
  const beside = [...spots].filter(([, spot]) => (spot.lane - here.lane) * side > 0);
  const distance = (row: number, lane: number) => Math.abs(row - here.row) * 100 + Math.abs(lane - here.lane);
  return beside.sort(([, a], [, b]) => distance(a.row, a.lane) - distance(b.row, b.lane))[0]?.[0];
}
