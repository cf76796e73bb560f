import { readSource, renamable } from '../../src/catalogue/index.ts';
import type { CatalogueShape } from '../../src/model/catalogueShape.ts';
import type { Path } from '../../src/model/path.ts';
import { nodeAt, pathAt, rangeAt, type Document } from '../../src/text/index.ts';

/** An id in the text that can be called otherwise. `from` and `to` are the offsets of the id alone. */
export interface RenamableAt {
  path: Path;
  at: 'key' | 'value';
  id: string;
  from: number;
  to: number;
}

/** The id that stands, or is named, at `offset`; `undefined` where there is none. */
export function renamableAt(
  document: Document,
  offset: number,
  shape?: CatalogueShape,
): RenamableAt | undefined {
  const path = pathAt(document, offset);
  const key = rangeAt(document, path, 'key');
  const onKey = key !== undefined && key.start.offset <= offset && offset <= key.end.offset;
  const node = nodeAt(document.root, path);
  const onValue = node?.kind === 'scalar' && node.start <= offset && offset <= node.end;
  const isKey = onKey && typeof path.at(-1) === 'string' && !(onValue && node.start <= offset);
  const read = readSource(document.file, document.text, shape);
  if ((!onValue && !isKey) || read.kind !== 'source') return undefined;
  const at = isKey ? 'key' : 'value';
  const what = renamable(read.source, path, at);
  if (what === undefined) return undefined;
  const id = what.id.split('/').at(-1) ?? what.id;
  const [start, end] = isKey ? [key.start.offset, key.end.offset] : [node!.start, node!.end];
  const within = document.text.slice(start, end);
  // A window is named after its centre; what a key says is said by itself or not at all.
  const shift = within.lastIndexOf(id);
  if (shift < 0 || (isKey && at === 'key' && String(path.at(-1)) !== id)) return undefined;
  return { path, at, id, from: start + shift, to: start + shift + id.length };
}
