import type { ActView } from '../../src/api/index.ts';

/** An act, or several savings in a row by one person, which the studio makes by itself every few seconds. */
export interface ActGroup {
  act: ActView;
  /** How many acts are told as one; `act` is the last of them. */
  count: number;
}

/** The history of a draft as it is told: oldest first, savings in a row as one. */
export function groupActs(acts: readonly ActView[]): ActGroup[] {
  const groups: ActGroup[] = [];
  for (const act of acts) {
    const last = groups.at(-1);
    const goesOn =
      act.kind === 'edit' && last?.act.kind === 'edit' && last.act.person.subject === act.person.subject;
    if (goesOn) groups[groups.length - 1] = { act, count: last.count + 1 };
    else groups.push({ act, count: 1 });
  }
  return groups;
}
