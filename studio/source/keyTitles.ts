import { builtInShape } from '../../src/model/catalogueShape.ts';
import { childSchema, wordsOf } from '../../src/model/field.ts';
import { schemaOf } from '../../src/catalogue/index.ts';
import { followed, type FileKind, type Schema, type Words } from '../../src/model/schemas.ts';
import type { Document, Node } from '../../src/text/index.ts';
import { scalarsOf } from './schemasAlong.ts';

/** What a key of the file is called, to be shown behind it. `end` is the offset where the key ends. */
export interface KeyTitle {
  end: number;
  title: Words;
}

/** The titles of all keys that the schema in the catalogue's `shape` knows, in the order of the text. */
export function keyTitles(document: Document, kind: FileKind, shape = builtInShape): KeyTitle[] {
  const titles: KeyTitle[] = [];
  walk(document.root, followed(schemaOf(kind, shape)), titles);
  return titles;
}

function walk(node: Node | undefined, schema: Schema, titles: KeyTitle[]): void {
  if (node?.kind === 'map') {
    const scalars = scalarsOf(node);
    for (const { key, keyEnd, value } of node.entries) {
      const child = childSchema(schema, key, scalars);
      if (child === undefined) continue;
      const title = wordsOf(child);
      if (title.zh !== '') titles.push({ end: keyEnd, title });
      walk(value, child, titles);
    }
  } else if (node?.kind === 'list') {
    const child = childSchema(schema, 0);
    if (child !== undefined) for (const { value } of node.elements) walk(value, child, titles);
  }
}
