import type { Lookups } from '../../src/catalogue/index.ts';
import { citeInWords } from '../../src/model/citedLaws.ts';
import type { Cite } from '../../src/model/diagnostic.ts';
import { labelOf, wordsOf } from '../../src/model/field.ts';
import type { FileKind, Schema, Words } from '../../src/model/schemas.ts';
import { nodeAt, pathAt, rangeAt, type Document, type Node } from '../../src/text/index.ts';
import { referenceWords } from '../form/references.ts';
import { schemasAlong } from './schemasAlong.ts';

/** What a reader learns at one place of the source. `from` and `to` are offsets of what it is about. */
export interface Hover {
  from: number;
  to: number;
  title: Words;
  help?: string;
  /** What the written code stands for: the words of a choice, the name of a law, an agency, a window. */
  value?: Words;
  /** The laws that govern the field or the nearest field above it. */
  laws: { cite: Cite; words: Words }[];
}

/** The field whose key or value stands at `offset`; `undefined` between fields and where no schema speaks. */
export function hoverAt(
  document: Document,
  offset: number,
  { kind, lookups }: { kind: FileKind; lookups: Lookups | undefined },
): Hover | undefined {
  const path = pathAt(document, offset);
  if (path.length === 0) return undefined;
  const node = nodeAt(document.root, path);
  const key = rangeAt(document, path, 'key');
  const at = (from: number, to: number) => from <= offset && offset <= to;
  const onKey = key !== undefined && at(key.start.offset, key.end.offset);
  const onValue = node?.kind === 'scalar' && at(node.start, node.end);
  if (!onKey && !onValue) return undefined;
  const schemas = schemasAlong(kind, document.root, path, lookups?.shape);
  const schema = schemas?.at(-1);
  if (schemas === undefined || schema === undefined) return undefined;
  const named = schemas.findLast(({ title }) => title !== undefined);
  if (named === undefined) return undefined;
  const value = valueWords(schema, node, lookups);
  const cites = schemas.findLast((one) => one['x-cites'] !== undefined)?.['x-cites'] ?? [];
  return {
    from: onKey ? key.start.offset : node!.start,
    to: onKey ? key.end.offset : node!.end,
    title: wordsOf(named),
    ...(named.description !== undefined && { help: named.description }),
    ...(value !== undefined && { value }),
    laws: cites.map((cite) => ({ cite, words: citeInWords(cite, lookups?.law(cite.law)?.title) })),
  };
}

/** What the scalar of `node` stands for, where it is a code for something that has a name. */
function valueWords(schema: Schema, node: Node | undefined, lookups: Lookups | undefined): Words | undefined {
  if (node?.kind !== 'scalar' || node.value === null) return undefined;
  const code = String(node.value);
  const ref = schema['x-ref'];
  const words =
    ref !== undefined && lookups !== undefined ? referenceWords(ref, code, lookups) : labelOf(schema, code);
  return words.zh === code ? undefined : words;
}
