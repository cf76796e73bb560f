/** A piece of a text that stayed, went, or came. */
export interface Mark {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** Cells of the table that one comparison may take: some 2,000 × 2,000 words, a few dozen milliseconds. */
const tooMuch = 4_000_000;

/**
 * What was taken out of `before` and put in to make `after`, in reading order, by Chinese character, Latin word or
 * number, so that the pieces can be read. The `same` and `removed` pieces together are `before`, the `same` and
 * `added` ones `after`. Texts too long to be compared are marked whole between what they begin and end with.
 */
export function markText(before: string, after: string): Mark[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let tail = 0;
  while (tail < a.length - start && tail < b.length - start && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const marks: Mark[] = [
    { kind: 'same', text: a.slice(0, start).join('') },
    ...marksBetween(a.slice(start, a.length - tail), b.slice(start, b.length - tail)),
    { kind: 'same', text: a.slice(a.length - tail).join('') },
  ];
  return tidied(marks);
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{Script=Latin}\p{Nd}]+(?:[.:-][\p{Script=Latin}\p{Nd}]+)*|\s+|[^]/gu) ?? [];
}

/** By longest common subsequence. */
function marksBetween(a: string[], b: string[]): Mark[] {
  const whole: Mark[] = [
    { kind: 'removed', text: a.join('') },
    { kind: 'added', text: b.join('') },
  ];
  const width = b.length + 1;
  if ((a.length + 1) * width > tooMuch) return whole;
  // lengths[i * width + j]: words in common of a from i and b from j.
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        a[i] === b[j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
  const marks: Mark[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      marks.push({ kind: 'same', text: a[i]! });
      i++;
      j++;
    } else if (
      j >= b.length ||
      (i < a.length && lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!)
    )
      marks.push({ kind: 'removed', text: a[i++]! });
    else marks.push({ kind: 'added', text: b[j++]! });
  }
  return marks;
}

/** Joins neighbours: a single character left between two changes is no help to the eye and counts as changed. */
function tidied(marks: readonly Mark[]): Mark[] {
  const runs = joined(marks);
  const spread = runs.flatMap((mark, at): Mark[] => {
    const isIsland = mark.kind === 'same' && at > 0 && at < runs.length - 1 && [...mark.text].length < 2;
    return isIsland
      ? [
          { kind: 'removed', text: mark.text },
          { kind: 'added', text: mark.text },
        ]
      : [mark];
  });
  return joined(spread);
}

/** Runs of changes as one removed and one added piece, the removed first. */
function joined(marks: readonly Mark[]): Mark[] {
  const out: Mark[] = [];
  let gone = '';
  let come = '';
  const flush = () => {
    if (gone !== '') out.push({ kind: 'removed', text: gone });
    if (come !== '') out.push({ kind: 'added', text: come });
    gone = come = '';
  };
  for (const { kind, text } of marks) {
    if (text === '') continue;
    if (kind === 'removed') gone += text;
    else if (kind === 'added') come += text;
    else {
      flush();
      const last = out.at(-1);
      if (last?.kind === 'same') last.text += text;
      else out.push({ kind, text });
    }
  }
  flush();
  return out;
}
