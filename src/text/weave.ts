import { linesOf } from './changesTo.ts';
import { hunksOf, type Hunk } from './hunks.ts';

/** A text as it was, as somebody else made it, and as I made it. */
export interface ThreeTexts {
  base: string;
  theirs: string;
  mine: string;
}

const grains = [linesOf, (text: string) => text.match(/\r?\n|[^\S\n]+|\w+|./gsu) ?? []];

/**
 * The text with both changes of `base`, by lines, and by words where both changed the same lines; `undefined`
 * where both changed the same words. What both put in at one place stands there theirs first. What the result
 * means is not looked at.
 */
export function weave(texts: ThreeTexts, grain = 0): string | undefined {
  const { base, theirs, mine } = texts;
  if (base === mine || theirs === mine) return theirs;
  if (base === theirs) return mine;
  if (base === '') return theirs + mine;
  const split = grains[grain];
  if (split === undefined) return undefined;
  const [was, their, my] = [split(base), split(theirs), split(mine)] as const;
  let woven = '';
  let at = 0;
  for (const { from, to, theirs, mine } of regions(hunksOf(was, their), hunksOf(was, my))) {
    const part = weave(
      { base: text(was, from, to), theirs: text(their, ...theirs), mine: text(my, ...mine) },
      grain + 1,
    );
    if (part === undefined) return undefined;
    woven += text(was, at, from) + part;
    at = to;
  }
  return woven + text(was, at, was.length);
}

function text(words: readonly string[], from: number, to: number): string {
  return words.slice(from, to).join('');
}

interface Region {
  from: number;
  to: number;
  theirs: [number, number];
  mine: [number, number];
}

/** Stretches of the base that either changed: hunks that overlap are in one, those that only touch are not. */
function regions(theirs: readonly Hunk[], mine: readonly Hunk[]): Region[] {
  const found: Region[] = [];
  const waiting = [
    ...theirs.map((hunk) => ({ hunk, isMine: false })),
    ...mine.map((hunk) => ({ hunk, isMine: true })),
  ].sort((a, b) => a.hunk.from - b.hunk.from || a.hunk.to - b.hunk.to || Number(a.isMine) - Number(b.isMine));
  const shift = { theirs: 0, mine: 0 };
  for (let i = 0; i < waiting.length;) {
    const { from } = waiting[i]!.hunk;
    let { to } = waiting[i]!.hunk;
    const grown = { theirs: 0, mine: 0 };
    do {
      const { hunk, isMine } = waiting[i]!;
      to = Math.max(to, hunk.to);
      grown[isMine ? 'mine' : 'theirs'] += hunk.end - hunk.start - (hunk.to - hunk.from);
      i++;
    } while (
      i < waiting.length &&
      (waiting[i]!.hunk.from < to || isAtOnePlace(waiting[i]!.hunk, { from, to }))
    );
    found.push({
      from,
      to,
      theirs: [from + shift.theirs, to + shift.theirs + grown.theirs],
      mine: [from + shift.mine, to + shift.mine + grown.mine],
    });
    shift.theirs += grown.theirs;
    shift.mine += grown.mine;
  }
  return found;
}

function isAtOnePlace(hunk: Hunk, { from, to }: { from: number; to: number }): boolean {
  return from === to && hunk.from === from && hunk.to === to;
}
