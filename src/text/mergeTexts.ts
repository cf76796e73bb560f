import type { Plain } from '../model/edit.ts';
import type { Shape } from '../model/shape.ts';
import { sameValue } from './applyEdit.ts';
import { commentsOf } from './comments.ts';
import { edit } from './edit.ts';
import { editsBetween } from './editsBetween.ts';
import type { Document, Node } from './node.ts';
import { read } from './read.ts';
import { weave, type ThreeTexts } from './weave.ts';

export interface MergeOptions<Conflict> {
  shape: Shape;
  /** What the merged text must say, or the fields that both changed. */
  mergeValues(values: {
    base: Plain;
    theirs: Plain;
    mine: Plain;
  }): { kind: 'merged'; value: Plain } | { kind: 'conflict'; conflicts: Conflict[] };
}

/** With `conflict`, nothing is taken; it is told by the fields that both changed, or not by fields at all (none). */
export type MergedTexts<Conflict> =
  { kind: 'merged'; text: string } | { kind: 'conflict'; conflicts: Conflict[] };

/**
 * The text with both changes of `base`, made field by field. What comes out is proven: it reads as the merged
 * value and holds every comment that either put in or both left. Texts that cannot be read are not merged, nor are
 * two changes of one comment.
 */
export function mergeTexts<Conflict>(
  texts: ThreeTexts,
  { shape, mergeValues }: MergeOptions<Conflict>,
): MergedTexts<Conflict> {
  const { base, theirs, mine } = texts;
  if (base === mine || theirs === mine) return { kind: 'merged', text: theirs };
  if (base === theirs) return { kind: 'merged', text: mine };
  const [was, their, my] = [read(base, shape, ''), read(theirs, shape, ''), read(mine, shape, '')];
  if (was.value === undefined || their.value === undefined || my.value === undefined)
    return { kind: 'conflict', conflicts: [] };
  const merged = mergeValues({ base: was.value, theirs: their.value, mine: my.value });
  if (merged.kind === 'conflict') return merged;
  const comments = commentsWanted([was, their, my]);
  // A comment too many is no loss: the last entry of a map leaves comments behind that others take with them.
  let enough: string | undefined;
  for (const text of candidates(texts, { was, their, my }, { value: merged.value, shape })) {
    const document = read(text, shape, '');
    if (document.value === undefined || !sameValue(document.value, merged.value)) continue;
    const found = comments(commentsOf(document));
    if (found === 'exact') return { kind: 'merged', text };
    if (found === 'enough') enough ??= text;
  }
  return enough === undefined ? { kind: 'conflict', conflicts: [] } : { kind: 'merged', text: enough };
}

function* candidates(
  texts: ThreeTexts,
  { was, their, my }: { was: Document; their: Document; my: Document },
  { value, shape }: { value: Plain; shape: Shape },
): Generator<string> {
  // Of two things put in at one place either may have to come first.
  for (const woven of [weave(texts), weave({ ...texts, theirs: texts.mine, mine: texts.theirs })])
    if (woven !== undefined) yield woven;
  // What stands on one line, or was moved, is not told apart by lines: one's fields are put into the other's text,
  // unless the one did more than change fields.
  for (const [onto, other] of [
    [their, my],
    [my, their],
  ] as const) {
    if (keyOrder(other.root, was.root) !== keyOrder(was.root, other.root)) continue;
    const made = edit(onto.text, editsBetween(onto.value as Plain, value), { shape }); // All three were read.
    if (made.kind === 'edited') yield made.text;
  }
}

/** The keys of all maps of `node` that stand in `other` too, in their order. */
function keyOrder(node: Node | undefined, other: Node | undefined): string {
  if (node?.kind === 'map' && other?.kind === 'map') {
    const others = new Map(other.entries.map(({ key, value }) => [key, value]));
    const inner = node.entries
      .filter(({ key }) => others.has(key))
      .map(({ key, value }) => `${JSON.stringify(key)}${keyOrder(value, others.get(key))}`);
    return `{${inner.join()}}`;
  }
  if (node?.kind === 'list' && other?.kind === 'list' && node.elements.length === other.elements.length)
    return node.elements.map(({ value }, at) => keyOrder(value, other.elements[at]!.value)).join();
  return '';
}

/**
 * Whether a text has the comments of the base with what either did to them, or all of those and more, or not all.
 * The same done by both may count once.
 */
function commentsWanted(
  documents: readonly [Document, Document, Document],
): (found: string[]) => 'exact' | 'enough' | 'lost' {
  const [base, theirs, mine] = documents.map((document) => countsOf(commentsOf(document))) as [
    Map<string, number>,
    Map<string, number>,
    Map<string, number>,
  ];
  return (found) => {
    const counts = countsOf(found);
    let kind: 'exact' | 'enough' = 'exact';
    for (const comment of new Set([base, theirs, mine, counts].flatMap((each) => [...each.keys()]))) {
      const [was, their, my, is] = [base, theirs, mine, counts].map((each) => each.get(comment) ?? 0) as [
        number,
        number,
        number,
        number,
      ];
      const once = their === my ? their : their + my - was;
      const least = Math.min(once, their + my - was);
      if (is < least) return 'lost';
      if (is !== once && is !== their + my - was) kind = 'enough';
    }
    return kind;
  };
}

function countsOf(comments: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const comment of comments) counts.set(comment, (counts.get(comment) ?? 0) + 1);
  return counts;
}
