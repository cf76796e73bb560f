import { readSource, shapeOfKind } from '../../src/catalogue/index.ts';
import type { CatalogueShape } from '../../src/model/catalogueShape.ts';
import type { Edit } from '../../src/model/edit.ts';
import { valueAt, type Path } from '../../src/model/path.ts';
import { edit } from '../../src/text/index.ts';

/** What one item has alone: a copy of it has none of it. */
const own: readonly Path[] = [
  ['basics', 'basicCode'],
  ['basics', 'localCode'],
  ['basics', 'cleanUp'],
  ['promulgation'],
  ['inForce'],
  ['sources'],
];

/**
 * The text of a new item that begins as `text`, the base of another: with its own id and name, without codes and dates
 * that are the other's, all else and its comments as it was. `undefined` where the text cannot be read.
 */
export function copiedItem(
  text: string,
  { id, name }: { id: string; name: string },
  shape?: CatalogueShape,
): string | undefined {
  const read = readSource(`000000/${id}.yaml`, text, shape);
  if (read.kind !== 'source') return undefined;
  const { written } = read.source;
  const edits: Edit[] = [
    { kind: 'set', path: ['id'], value: id },
    { kind: 'set', path: ['basics', 'name'], value: name },
    ...own
      .filter((path) => valueAt(written, path) !== undefined)
      .map((path): Edit => ({ kind: 'remove', path })),
  ];
  const made = edit(text, edits, { shape: shapeOfKind('item', shape) });
  return made.kind === 'edited' ? made.text : undefined;
}
