/** A part of what is typed by sound: a syllable, or the first letter of one. */
export interface Syllable {
  text: string;
  /** Only its first letter. */
  initial: boolean;
}

const syllable =
  /^(?:(?:[zcs]h|[bpmfdtnlgkhjqxzcsryw])?(?:iang|iong|uang|[aeiou]ng|ian|iao|uai|uan|van|[aeiuv]n|[ae]i|ao|ou|i[aeu]|u[aeio]|ve|er|[aeo])|(?:[zcs]h|[zcsr])i|[bpmdtnljqxy]i|[bpmfdtnlgkhzcsrw]u|(?:[zcs]h)u|[jqxy]u|[nl]v)$/;
const longest = 6;
/** An initial says little: a whole syllable is thought of first. */
const initialCost = 1.5;

/**
 * The likeliest ways to part `letters` into syllables and initials: those of the fewest parts, at most `most` of them.
 * A letter that can be neither parts what stands before it from what follows; it is left out as an empty syllable.
 */
export function syllables(letters: string, most = 3): Syllable[][] {
  // Best ways to part what follows each place.
  const from: { cost: number; parts: Syllable[] }[][] = Array.from({ length: letters.length + 1 }, () => []);
  from[letters.length] = [{ cost: 0, parts: [] }];
  for (let at = letters.length - 1; at >= 0; at--) {
    const ways: { cost: number; parts: Syllable[] }[] = [];
    for (let to = at + 1; to <= Math.min(letters.length, at + longest); to++) {
      const text = letters.slice(at, to);
      const whole = syllable.test(text);
      if (!whole && to > at + 1) continue;
      const initial = !whole;
      const sound = whole || /[b-df-hj-np-tw-z]/.test(text);
      const cost = whole ? 1 : sound ? initialCost : 3;
      for (const way of from[to]!)
        ways.push({ cost: way.cost + cost, parts: [{ text: sound ? text : '', initial }, ...way.parts] });
    }
    ways.sort((a, b) => a.cost - b.cost);
    from[at] = ways.filter(({ cost }) => cost <= ways[0]!.cost + 0.1).slice(0, most);
  }
  return from[0]!.map(({ parts }) => parts);
}
