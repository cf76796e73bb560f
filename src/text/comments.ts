import type { Document, Node } from './node.ts';

/** Every comment of a text that was read, with its `#`, in order. */
export function commentsOf({ text, root }: Document): string[] {
  // What is no scalar and no key is layout, and a comment begins with the first # in it that follows a space.
  const said = root === undefined ? [] : saidIn(root).sort((a, b) => a.start - b.start);
  const comments: string[] = [];
  let next = 0;
  for (const { 0: mark, index } of text.matchAll(/(?<=^|[\s\ufeff])#[^\r\n]*/gm)) {
    while (next < said.length && said[next]!.end <= index) next++;
    const isInside = next < said.length && said[next]!.start <= index;
    // The line of a block scalar's own mark (`text: | # why`) is in its range, and a comment all the same.
    if (!isInside || isHead(text, said[next]!, index)) comments.push(mark.trimEnd());
  }
  return comments;
}

interface Stretch {
  start: number;
  end: number;
  isBlock: boolean;
}

function isHead(text: string, { start, isBlock }: Stretch, index: number): boolean {
  return isBlock && !text.slice(start, index).includes('\n');
}

function saidIn(node: Node): Stretch[] {
  switch (node.kind) {
    case 'scalar':
      return [
        {
          start: node.start,
          end: node.end,
          isBlock: node.style === 'literal' || node.style === 'folded',
        },
      ];
    case 'list':
      return node.elements.flatMap(({ value }) => saidIn(value));
    case 'map':
      return node.entries.flatMap(({ keyStart, keyEnd, value }) => [
        { start: keyStart, end: keyEnd, isBlock: false },
        ...saidIn(value),
      ]);
  }
}
