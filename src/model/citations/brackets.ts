/** A title in 《》. `end` is behind the closing bracket. */
export interface Bracketed {
  start: number;
  end: number;
  /** What stands between the brackets; none where the closing one is missing. */
  words: string | undefined;
}

/** The longest title looked for: the longest real ones have some ninety characters. */
const longest = 200;

/** What stands in 《》, the outermost: 《 inside counts, since many write it for 〈. */
export function findBracketed(text: string): Bracketed[] {
  const titles: Bracketed[] = [];
  for (let start = text.indexOf('《'); start !== -1;) {
    const end = closing(text, start);
    titles.push(
      end === undefined
        ? { start, end: start + 1, words: undefined }
        : { start, end, words: text.slice(start + 1, end - 1) },
    );
    start = text.indexOf('《', titles.at(-1)!.end);
  }
  return titles;
}

/** Offset behind the 》 that closes the 《 at `start`; undefined where none does on its line. */
function closing(text: string, start: number): number | undefined {
  const line = text.slice(start, start + longest).split('\n', 1)[0]!;
  let depth = 0;
  for (const [i, character] of [...line].entries()) {
    if (character === '《') depth++;
    else if (character === '》' && --depth === 0) return start + [...line].slice(0, i + 1).join('').length;
  }
  // 《甲法》、《乙法 leaves one open: the nearest closing one is the first's.
  const near = line.indexOf('》');
  const next = line.indexOf('《', 1);
  return near > 0 && (next === -1 || next > near) ? start + near + 1 : undefined;
}

/** Whether `offset` stands in round brackets opened at most `reach` characters before. */
export function inRoundBrackets(text: string, offset: number, reach = 40): boolean {
  const before = text.slice(Math.max(0, offset - reach), offset);
  const last = (characters: string) => Math.max(...[...characters].map((one) => before.lastIndexOf(one)));
  return last('（(') > last('）)');
}
