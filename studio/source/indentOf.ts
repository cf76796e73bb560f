import type { Document, Node } from '../../src/text/index.ts';

/** How far maps (`step`) and the dashes of lists (`dash`) stand inside of their key. */
export interface Indent {
  step: number;
  dash: number;
}

/** The indentation of a file, from the first map and the first list that stand in lines of their own. */
export function indentOf({ root, lines }: Document): Indent {
  const found: Partial<Indent> = {};
  const column = (offset: number) => offset - lines.findLast((start) => start <= offset)!;
  const look = (node: Node | undefined): void => {
    if (found.step !== undefined && found.dash !== undefined) return;
    if (node?.kind === 'list') for (const { value } of node.elements) look(value);
    if (node?.kind !== 'map' || node.flow) return;
    for (const { start, value } of node.entries) {
      const inside = column(value.start) - column(start);
      if (value.kind === 'map' && !value.flow) found.step ??= inside;
      if (value.kind === 'list' && !value.flow) found.dash ??= inside;
      look(value);
    }
  };
  look(root);
  const step = found.step ?? (found.dash || 2);
  return { step, dash: found.dash ?? step };
}
