import { wordsOf } from '../../model/field.ts';
import { followed, type Schema } from '../../model/schemas.ts';

/** Keys longer than that are not compared letter by letter. */
const longest = 64;

/**
 * The key of `holder` that somebody who wrote `key` is likely to have meant: one that differs in case, hyphens or the `x-`
 * of a catalogue's own fields, whose title it is, or that is one slip away (two in eight letters or more).
 */
export function likelyKey(key: string, holder: Schema): string | undefined {
  const { properties = {} } = holder;
  const keys = Object.keys(properties).filter((one) => one !== key);
  const said = bare(key);
  const same = keys.find((one) => {
    const { zh, en } = wordsOf(followed(properties[one]!));
    return bare(one) === said || [zh, en.toLowerCase()].includes(key.toLowerCase());
  });
  if (same !== undefined || key.length > longest) return same;
  let best: string | undefined;
  let least = key.length < 4 ? 0 : key.length < 8 ? 1 : 2;
  for (const one of keys) {
    const slips = slipsBetween(key, one, least);
    if (slips > least || (slips === least && best !== undefined)) continue;
    best = one;
    least = slips;
  }
  return best;
}

function bare(key: string): string {
  return key
    .toLowerCase()
    .replace(/^x[-_]/, '')
    .replace(/[-_ ]/g, '');
}

/** How many letters are missing, too many, wrong or swapped with their neighbour; more than `most` is only told as more. */
function slipsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let [before, above]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let slips = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        slips = Math.min(slips, before[j - 2]! + 1);
      row.push(slips);
    }
    [before, above] = [above, row];
  }
  return above[b.length]!;
}
