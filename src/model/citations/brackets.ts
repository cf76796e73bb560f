import { withoutLead } from './documentNumber.ts';

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

/**
 * 广东省实施《水法》办法 is a measure of the province and no citation of the law in its name: there the title reaches
 * around the brackets. Only behind a name of a place or of the army, since 为实施《水法》规定的制度 cites the law.
 */
export function withNameAround(text: string, title: Bracketed): Bracketed {
  const { words, start, end } = title;
  const run = /\p{Script=Han}{2,30}(?=(?:贯彻)?实施$)/u.exec(text.slice(Math.max(0, start - 34), start));
  const last = /^\s*(?:实施)?(?:办法|细则|条例|若干规定|规定)(?=\s*(?:第|[（(。；;，,、]|$))/.exec(
    text.slice(end, end + 12),
  );
  if (words === undefined || run === null || last === null) return title;
  const place = withoutLead(run[0]);
  if (!/(?:省|自治区|市|州|县|旗|解放军)$/.test(place)) return title;
  const from = text.lastIndexOf(place, start);
  return { start: from, end: end + last[0].length, words: text.slice(from, end + last[0].length) };
}

/** Whether `offset` stands in round brackets opened at most `reach` characters before. */
export function inRoundBrackets(text: string, offset: number, reach = 40): boolean {
  const before = text.slice(Math.max(0, offset - reach), offset);
  const last = (characters: string) => Math.max(...[...characters].map((one) => before.lastIndexOf(one)));
  return last('（(') > last('）)');
}
